"""Globs: literal parts with a `*` between each two, which stands for any characters or none.

`\\` takes the meaning from the next character. Two stars side by side are one.
"""

from collections.abc import Sequence

from ..errors import InvalidPattern


def split_glob(source: str) -> tuple[str, ...]:
    """The literal parts, unescaped: one where there is no star. Raises `InvalidPattern`."""
    if "\\" not in source:
        return collapse_stars(source.split("*"))
    parts: list[str] = []
    part: list[str] = []
    rest = iter(source)
    for character in rest:
        if character == "*":
            parts.append("".join(part))
            part = []
        elif character == "\\":
            escaped = next(rest, None)
            if escaped is None:
                raise InvalidPattern("escape", "ends with \\, which must stand before a character")
            part.append(escaped)
        else:
            part.append(character)
    return collapse_stars([*parts, "".join(part)])


def collapse_stars(parts: Sequence[str]) -> tuple[str, ...]:
    """Without empty parts, but at the ends."""
    if len(parts) <= 2:  # noqa: PLR2004 - both are ends
        return tuple(parts)
    return (parts[0], *filter(None, parts[1:-1]), parts[-1])


def join_glob(parts: Sequence[str]) -> str:
    """The source of these parts."""
    return "*".join(map(_escaped, parts))


def _escaped(part: str) -> str:
    if "*" in part or "\\" in part:
        return part.replace("\\", "\\\\").replace("*", "\\*")
    return part


def literal_length(parts: Sequence[str]) -> int:
    """How many characters a text must have to match."""
    return sum(map(len, parts))


def match_glob(parts: Sequence[str], text: str) -> list[str] | None:
    """What each star takes, the first ones as little as they can; None where `text` differs.

    `parts` are at least two.
    """
    first, last = parts[0], parts[-1]
    if not (text.startswith(first) and text.endswith(last)):
        return None
    at, end = len(first), len(text) - len(last)
    if at > end:
        return None
    stars = []
    # The leftmost place of a part leaves most to the parts behind it: no need to try another.
    for part in parts[1:-1]:
        found = text.find(part, at, end)
        if found < 0:
            return None
        stars.append(text[at:found])
        at = found + len(part)
    stars.append(text[at:end])
    return stars


def written_stars(parts: Sequence[str], stars: Sequence[str], written: str) -> list[str]:
    """What `stars` are in `written`, which has its characters where the matched text has them."""
    at = len(parts[0])
    found = []
    for star, part in zip(stars, parts[1:], strict=True):
        found.append(written[at : at + len(star)])
        at += len(star) + len(part)
    return found
