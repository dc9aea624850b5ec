"""What the document calls handlers and callbacks.

Their name is their pattern or callback data. One of them can be enabled, and any number disabled,
with the same; these get a number behind the name, and say the pattern in a field of their own.
Their order hangs on what they are, not on ids, so that it is the same wherever they are made.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Twin(NamedTuple):
    """A handler or callback, as far as it is told from others with the same pattern."""

    key: int
    """An id; or the place in a document."""
    source: str
    """The pattern as it is written."""
    canonical: str
    enabled: bool
    content: bytes
    """All else, with the canonical patterns of other handlers in place of their ids."""

    @property
    def order(self) -> tuple[bool, str, bytes, int]:
        """Among those with the same pattern."""
        return not self.enabled, self.source, self.content, self.key


class Name(NamedTuple):
    name: str
    source: str | None
    """The pattern, where the name is another."""


def name_all(twins: Iterable[Twin]) -> dict[int, Name]:
    """By `key`, in the order of the document."""
    groups = _groups(twins)
    plain = {group[0].source for group in groups.values()}
    names: dict[int, Name] = {}
    for canonical in sorted(groups):
        first, *others = groups[canonical]
        names[first.key] = Name(first.source, None)
        number = 1
        for twin in others:
            number += 1
            while (name := f"{twin.source} #{number}") in plain:
                number += 1
            names[twin.key] = Name(name, twin.source)
    return names


def match_twins(desired: Iterable[Twin], present: Iterable[Twin]) -> dict[int, int]:
    """Which present id each desired one is to have; new ones are not in it.

    Equal content first; then whatever has the same pattern, enabled before disabled. Of those that
    end up equal, the order of the ids is that of the document.
    """
    wanted, there = _groups(desired), _groups(present)
    return {
        key: present_id
        for canonical, group in wanted.items()
        for key, present_id in _match(group, there.get(canonical, [])).items()
    }


def _match(desired: Sequence[Twin], present: Sequence[Twin]) -> dict[int, int]:
    matched: dict[int, int] = {}
    free = {one.key: one for one in present}
    alike = _by_content(desired)
    equal = _by_content(present)
    for content, group in alike.items():
        for one, other in zip(group, equal.get(content, []), strict=False):
            matched[one.key] = other.key
            del free[other.key]
    left = [one for one in desired if one.key not in matched]
    for one, other in zip(left, free.values(), strict=False):
        matched[one.key] = other.key
    for group in alike.values():
        keys = sorted(one.key for one in group if one.key in matched)
        matched |= zip(keys, sorted(matched[key] for key in keys), strict=True)
    return matched


def _by_content(twins: Iterable[Twin]) -> dict[tuple[bool, str, bytes], list[Twin]]:
    groups: defaultdict[tuple[bool, str, bytes], list[Twin]] = defaultdict(list)
    for twin in twins:
        groups[twin.enabled, twin.source, twin.content].append(twin)
    return groups


def _groups(twins: Iterable[Twin]) -> dict[str, list[Twin]]:
    """By their canonical patterns; each group in the order of the document."""
    groups: defaultdict[str, list[Twin]] = defaultdict(list)
    for twin in twins:
        groups[twin.canonical].append(twin)
    return {
        canonical: sorted(group, key=lambda one: one.order) for canonical, group in groups.items()
    }
