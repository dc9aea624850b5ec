"""Patterns of callback data: exact, or a glob such as `item:*`. Compared as it is."""

import msgspec

from ..errors import InvalidPattern
from ..telegram import CALLBACK_DATA_MAX_BYTES
from .globs import join_glob, literal_length, split_glob

CALLBACK_PATTERN_MAX = 2 * CALLBACK_DATA_MAX_BYTES
"""Characters: each byte of the data may be escaped."""


class CallbackPattern(msgspec.Struct, frozen=True):
    """Literal parts with a star between each two; only one where there is no star.

    `str()` is the canonical form; `parse_callback_pattern` reads it back as itself.
    """

    parts: tuple[str, ...]

    def __str__(self) -> str:
        return join_glob(self.parts)

    @property
    def is_exact(self) -> bool:
        return len(self.parts) == 1


def parse_callback_pattern(source: str) -> CallbackPattern:
    """Raises `InvalidPattern` naming the rule. White space counts, as it does in data."""
    if not source:
        raise InvalidPattern("required", "is empty")
    if len(source) > CALLBACK_PATTERN_MAX:
        detail = f"has {len(source)} characters; 1 to {CALLBACK_PATTERN_MAX} are allowed"
        raise InvalidPattern("length", detail)
    parts = split_glob(source)
    try:
        size = sum(len(part.encode()) for part in parts)
    except UnicodeEncodeError:
        raise InvalidPattern("characters", "holds half a surrogate pair") from None
    if size > CALLBACK_DATA_MAX_BYTES:
        detail = f"has {size} bytes in UTF-8 beside its stars; data has {CALLBACK_DATA_MAX_BYTES}"
        raise InvalidPattern("bytes", detail)
    return CallbackPattern(parts)


CallbackRank = tuple[bool, int, int, str]


def callback_rank(
    pattern: CallbackPattern, callback_id: int, written: str | None = None
) -> CallbackRank:
    """The least wins: exact, then more literal characters, then the lower id; at last the data as
    it is `written`, else its canonical form."""
    last = str(pattern) if written is None else written
    return not pattern.is_exact, -literal_length(pattern.parts), callback_id, last
