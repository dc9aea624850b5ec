"""A text that two globs both match."""

from collections import deque
from collections.abc import Sequence

_STAR = ""


def intersect_globs(left: Sequence[str], right: Sequence[str]) -> str | None:
    """The shortest, or None where no text matches both. Parts as `split_glob` has them.

    A walk through both at once: a state is how far each has been read. At most 256 × 256 states.
    """
    if not _ends_agree(left, right):
        return None
    first, second = _symbols(left), _symbols(right)
    goal = (len(first), len(second))
    # How each state was come to: the state before, and the character that was read.
    came: dict[tuple[int, int], tuple[tuple[int, int], str] | None] = {}
    waiting: deque[tuple[tuple[int, int], tuple[tuple[int, int], str] | None]] = deque()
    waiting.append(((0, 0), None))
    while waiting:
        state, origin = waiting.popleft()
        if state in came:
            continue
        came[state] = origin
        if state == goal:
            return _read_back(came, goal)
        i, j = state
        one = first[i] if i < len(first) else None
        other = second[j] if j < len(second) else None
        # A star may end, which reads nothing, and so goes first.
        if one == _STAR:
            waiting.appendleft(((i + 1, j), (state, "")))
        if other == _STAR:
            waiting.appendleft(((i, j + 1), (state, "")))
        if one and other:
            if one == other:
                waiting.append(((i + 1, j + 1), (state, one)))
        elif one and other == _STAR:
            waiting.append(((i + 1, j), (state, one)))
        elif other and one == _STAR:
            waiting.append(((i, j + 1), (state, other)))
    return None


def _symbols(parts: Sequence[str]) -> list[str]:
    symbols = list(parts[0])
    for part in parts[1:]:
        symbols += [_STAR, *part]
    return symbols


def _ends_agree(left: Sequence[str], right: Sequence[str]) -> bool:
    """What tells most pairs apart at once."""
    starts = left[0].startswith(right[0]) or right[0].startswith(left[0])
    return starts and (left[-1].endswith(right[-1]) or right[-1].endswith(left[-1]))


def _read_back(
    came: dict[tuple[int, int], tuple[tuple[int, int], str] | None], goal: tuple[int, int]
) -> str:
    characters: list[str] = []
    origin = came[goal]
    while origin is not None:
        state, character = origin
        characters.append(character)
        origin = came[state]
    return "".join(reversed(characters))
