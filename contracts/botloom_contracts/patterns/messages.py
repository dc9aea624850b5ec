"""Texts of messages as patterns see them."""

import re
import unicodedata

_MESSAGE_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)
_WHITE_SPACE = re.compile(r"\s+")


def normalise_text(text: str) -> str:
    """NFKC, case-folded, white space collapsed to single spaces and stripped."""
    folded = text.lower() if text.isascii() else _fold(text)
    return " ".join(folded.split())


def fold_text(text: str) -> str:
    """`normalise_text` of a part of a text: the space at its ends stays."""
    return _WHITE_SPACE.sub(" ", _fold(text))


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    # Folding can undo the composition (U+0345, for one), so normalise once more.
    return unicodedata.normalize("NFKC", folded)


def written_text(text: str, normalised: str) -> str:
    """`text` with the same characters at the same places as in `normalised`, but as it was written.

    What a star takes is shown to people, who did not write in lower case. Where normalising moved
    characters (`ﬁ`, `ß`), there is no such text, and `normalised` itself is returned.
    """
    written = " ".join(text.split())
    # Folding makes no character shorter, so an equal length means that each stayed in its place.
    same = len(written) == len(normalised) and written.casefold() == normalised
    return written if same else normalised


def read_command(text: str) -> tuple[str, str | None, str | None] | None:
    """The command a message starts with: name in lower case, bot's name, argument.

    None for a message that is no command.
    """
    if not text.startswith("/"):
        return None
    match = _MESSAGE_COMMAND.fullmatch(text)
    if match is None:
        return None
    argument = match[3].strip() if match[3] else None
    return match[1].lower(), match[2], argument or None
