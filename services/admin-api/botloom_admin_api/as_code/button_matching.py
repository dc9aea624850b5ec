"""Which present button stands at which place of the document, where buttons have no names.

A place on a keyboard takes, in this order: a button of the same keyboard with equal content; any
button with equal content; a button of the same keyboard that is needed nowhere as it is, which is
then changed (one with the same data, else the one at the same position); a new one. Equal content
on keyboards is one button, unless it was several. A button on no keyboard never is one that is on
one.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..schemas.buttons import ButtonFields

Layout = Sequence[Sequence[ButtonFields]]
Ids = Sequence[Sequence[int]]


class PresentButtons(NamedTuple):
    contents: Mapping[int, ButtonFields]
    layouts: Mapping[str, Ids]
    """Of the keyboards, by name."""


class ButtonMatching(NamedTuple):
    """Ids are those of present buttons; new ones have negative ones, in their order."""

    layouts: dict[str, list[list[int]]]
    loose: list[int]
    contents: dict[int, ButtonFields]
    """Of all that the document has."""
    unused: list[int]


class _Place(NamedTuple):
    keyboard: str
    row: int
    column: int


def match_buttons(
    desired: Mapping[str, Layout],
    loose: Sequence[ButtonFields],
    present: PresentButtons,
    kept_keyboards: Iterable[str] = (),
) -> ButtonMatching:
    """`loose` are the buttons on no keyboard. `kept_keyboards` stay though they are not desired."""
    matching = _Matching(desired, loose, present)
    matching.keep(kept_keyboards)
    matching.same_place()
    matching.equal_content()
    matching.changed()
    matching.new()
    return matching.result()


class _Matching:
    def __init__(
        self, desired: Mapping[str, Layout], loose: Sequence[ButtonFields], present: PresentButtons
    ) -> None:
        self._desired = desired
        self._loose = loose
        self._present = present
        self._open = {
            _Place(name, row, column): button
            for name, layout in desired.items()
            for row, buttons in enumerate(layout)
            for column, button in enumerate(buttons)
        }
        """Places that have no button yet, with what is to be there."""
        self._open_loose = dict(enumerate(loose))
        self._ids: dict[_Place, int] = {}
        self._loose_ids: dict[int, int] = {}
        self._placed: dict[int, ButtonFields] = {}
        """Buttons on keyboards, as they are in the end."""
        self._taken: set[int] = set()
        """Those, and those on no keyboard that are found."""
        self._by_content: dict[ButtonFields, int] = {}
        """Of those on keyboards, as they are in the end."""

    def keep(self, keyboards: Iterable[str]) -> None:
        for name in keyboards:
            for button_id in _flat(self._present.layouts[name]):
                self._put_on_keyboard(button_id, self._present.contents[button_id])

    def same_place(self) -> None:
        queues: dict[str, defaultdict[ButtonFields, deque[int]]] = {}
        for name in self._desired:
            queues[name] = self._queues(_flat(self._present.layouts.get(name, ())))
        for place, button in list(self._open.items()):
            if queue := queues[place.keyboard].get(button):
                self._settle(place, queue.popleft())
        on_keyboards = {one for ids in self._present.layouts.values() for one in _flat(ids)}
        free = self._queues(one for one in self._present.contents if one not in on_keyboards)
        self._settle_loose(free)

    def equal_content(self) -> None:
        free = self._queues(one for one in self._present.contents if one not in self._taken)
        for place, button in list(self._open.items()):
            if button in self._by_content:
                self._settle(place, self._by_content[button])
            elif queue := free.get(button):
                self._settle(place, queue.popleft())
        self._settle_loose(free)

    def changed(self) -> None:
        self._change_by_data()
        for place, button in list(self._open.items()):
            if button in self._by_content:
                self._settle(place, self._by_content[button])
                continue
            there = self._at(place)
            if there is not None and there not in self._taken:
                self._settle(place, there)
        self._change_loose()

    def new(self) -> None:
        number = 0
        for place, button in list(self._open.items()):
            if button not in self._by_content:
                number -= 1
                self._settle(place, number)
            else:
                self._settle(place, self._by_content[button])
        for index in self._open_loose:
            number -= 1
            self._loose_ids[index] = number

    def result(self) -> ButtonMatching:
        layouts = {
            name: [
                [self._ids[_Place(name, row, column)] for column in range(len(buttons))]
                for row, buttons in enumerate(layout)
            ]
            for name, layout in self._desired.items()
        }
        loose = [self._loose_ids[index] for index in range(len(self._loose))]
        contents = {one: self._placed[one] for one in self._ids.values()}
        contents |= zip(loose, self._loose, strict=True)
        used = self._placed.keys() | set(loose)
        unused = [one for one in self._present.contents if one not in used]
        return ButtonMatching(layouts, loose, contents, unused)

    def _change_by_data(self) -> None:
        free: dict[str, dict[tuple[str, str | None], int]] = {}
        for name in {place.keyboard: None for place in self._open}:
            ids = _flat(self._present.layouts.get(name, ()))
            free[name] = self._free_by_data(one for one in reversed(ids))
        for place, button in list(self._open.items()):
            if button in self._by_content:
                self._settle(place, self._by_content[button])
                continue
            button_id = free[place.keyboard].pop((button.kind, button.data), None)
            if button_id is not None and button_id not in self._taken:
                self._settle(place, button_id)

    def _change_loose(self) -> None:
        on_keyboards = {one for ids in self._present.layouts.values() for one in _flat(ids)}
        free = self._free_by_data(one for one in self._present.contents if one not in on_keyboards)
        for index, button in list(self._open_loose.items()):
            if (button_id := free.pop((button.kind, button.data), None)) is not None:
                self._loose_ids[index] = button_id
                self._taken.add(button_id)
                del self._open_loose[index]

    def _free_by_data(self, ids: Iterable[int]) -> dict[tuple[str, str | None], int]:
        contents = ((self._present.contents[one], one) for one in ids if one not in self._taken)
        return {(one.kind, one.data): key for one, key in contents if one.data is not None}

    def _settle_loose(self, free: Mapping[ButtonFields, deque[int]]) -> None:
        for index, button in list(self._open_loose.items()):
            queue = free.get(button)
            while queue and queue[0] in self._taken:
                queue.popleft()
            if queue:
                self._loose_ids[index] = queue.popleft()
                self._taken.add(self._loose_ids[index])
                del self._open_loose[index]

    def _settle(self, place: _Place, button_id: int) -> None:
        self._ids[place] = button_id
        self._put_on_keyboard(button_id, self._open.pop(place))

    def _put_on_keyboard(self, button_id: int, button: ButtonFields) -> None:
        self._placed[button_id] = button
        self._taken.add(button_id)
        self._by_content.setdefault(button, button_id)

    def _at(self, place: _Place) -> int | None:
        layout = self._present.layouts.get(place.keyboard, ())
        if place.row < len(layout) and place.column < len(layout[place.row]):
            return layout[place.row][place.column]
        return None

    def _queues(self, ids: Iterable[int]) -> defaultdict[ButtonFields, deque[int]]:
        queues: defaultdict[ButtonFields, deque[int]] = defaultdict(deque)
        for button_id in ids:
            queues[self._present.contents[button_id]].append(button_id)
        return queues


def _flat(layout: Ids) -> list[int]:
    return [button_id for row in layout for button_id in row]
