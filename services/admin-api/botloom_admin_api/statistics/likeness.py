"""Which texts are alike, by the groups of three letters of their words, as PostgreSQL's pg_trgm
does it: https://www.postgresql.org/docs/current/pgtrgm.html"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

ALIKE = 0.5
"""The least likeness of two texts of a group, from 0 to 1 (Dice's coefficient)."""

_WORD = re.compile(r"\w+")


def trigrams(text: str) -> frozenset[str]:
    """Never empty: a text without letters and digits is its own only one."""
    padded = (f"  {word} " for word in _WORD.findall(text))
    found = frozenset(one[at : at + 3] for one in padded for at in range(len(one) - 2))
    return found or frozenset((text,))


def alike(texts: Sequence[str]) -> list[list[int]]:
    """Groups of places in `texts`, which are different ones, the most important first.

    Each text comes to the group whose first text it is most like, or begins one of its own.
    """
    groups: list[list[int]] = []
    sizes: list[int] = []
    having: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        own = trigrams(text)
        shared = Counter(group for one in own for group in having[one])
        best, likeness = -1, 0.0
        for group, count in shared.items():
            dice = 2 * count / (len(own) + sizes[group])
            if (dice, -group) > (likeness, -best):
                best, likeness = group, dice
        if likeness >= ALIKE:
            groups[best].append(place)
            continue
        for one in own:
            having[one].append(len(groups))
        groups.append([place])
        sizes.append(len(own))
    return groups
