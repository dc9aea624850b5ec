"""The kinds of patterns. `str()` is the canonical form: `parse_pattern` reads it back as itself."""

import re

import msgspec

from .globs import join_glob, split_glob

KINDS = (
    "photo", "video", "document", "audio", "voice", "video_note", "sticker", "animation",
    "contact", "location", "venue", "poll", "dice",
)  # fmt: skip
"""Of messages without text. A caption is not looked at."""

OCCURRENCES = (
    "new_member",
    "left_member",
    "blocked",
    "unblocked",
    "join_request",
    "stale_button",
)
"""What happens without a message to the bot; `stale_button` is a press that no callback takes."""

RESERVED_START = re.compile(r"/|:[a-z_]+$|re:")
"""How a pattern begins that is neither a text nor a glob."""


class Command(msgspec.Struct, frozen=True):
    """`name` is in lower case; `payload` is compared as it stands, and is a glob if it has stars.

    `payload` is in its canonical form: `\\` before each literal `*` and `\\`.
    """

    name: str
    payload: str | None = None

    def __str__(self) -> str:
        return f"/{self.name}" if self.payload is None else f"/{self.name} {self.payload}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The literal parts of the payload, as `split_glob` has them; none without a payload."""
        return () if self.payload is None else split_glob(self.payload)


class Text(msgspec.Struct, frozen=True):
    """A whole text, normalised."""

    text: str

    def __str__(self) -> str:
        return _escape_start(join_glob((self.text,)))


class Glob(msgspec.Struct, frozen=True):
    """Literal parts, normalised, of a whole text; a star between each two. One at least is not
    empty, and only the first and the last may be.
    """

    parts: tuple[str, ...]

    def __str__(self) -> str:
        return _escape_start(join_glob(self.parts))


class Regex(msgspec.Struct, frozen=True):
    """Found anywhere in a text as it is written, stripped."""

    source: str

    def __str__(self) -> str:
        return f"re:{self.source}"


class Kind(msgspec.Struct, frozen=True):
    """A message of one of `KINDS`."""

    name: str

    def __str__(self) -> str:
        return f":{self.name}"


class Occurrence(msgspec.Struct, frozen=True):
    """One of `OCCURRENCES`."""

    name: str

    def __str__(self) -> str:
        return f":{self.name}"


class Fallback(msgspec.Struct, frozen=True):
    """Whatever message no other pattern takes."""

    def __str__(self) -> str:
        return "*"


Pattern = Command | Text | Glob | Regex | Kind | Occurrence | Fallback


def _escape_start(source: str) -> str:
    return f"\\{source}" if RESERVED_START.match(source) else source
