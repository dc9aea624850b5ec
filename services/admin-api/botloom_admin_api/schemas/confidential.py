import msgspec


class Confidential(msgspec.Struct, frozen=True):
    """Holds a secret; no log line and no traceback shows its fields."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"
