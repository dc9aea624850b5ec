"""After which handlers and callbacks a reply keyboard stands, whichever way led there. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from .lint import Configuration, Entity
from .standing import Change, change_by, outcomes_of, walked

if TYPE_CHECKING:
    from .bot_map import Edge

Place = tuple[Entity, int]


def standing_after(
    found: Configuration, edges: "Iterable[Edge]", starts: Collection[int]
) -> set[Place]:
    """The ways are those of the map, from the handlers `starts`, before which nothing stands.

    What no button of a reply keyboard says is taken to be written right after a start. Who pressed
    such a button has its keyboard still, but for one that goes with its use. What nobody comes to
    has none.
    """
    return _Ways(found, edges, starts).standing()


class _Ways:
    def __init__(
        self, found: Configuration, edges: "Iterable[Edge]", starts: Collection[int]
    ) -> None:
        self._starts: list[Place] = [("handler", one) for one in starts]
        self._one_time: list[Place] = [
            ("keyboard", one.id) for one in found.keyboards if one.kind == "reply" and one.one_time
        ]
        self._change: dict[Place, Change] = {}
        self._shown: dict[Place, list[tuple[Place, Change]]] = {}
        self._read_actions(found)
        self._targets: defaultdict[Place, list[Place]] = defaultdict(list)
        said = self._read_edges(found, edges)
        self._written: list[Place] = [
            ("handler", one.id)
            for one in found.handlers
            if one.enabled and ("handler", one.id) not in said
        ]

    def _read_actions(self, found: Configuration) -> None:
        keyboards = {one.id: one for one in found.keyboards}
        content = {one.id: change_by(keyboards.get(one.keyboard_id or 0)) for one in found.handlers}
        outcomes = outcomes_of({one.id: one.action for one in found.handlers}, content)
        rules: list[tuple[Place, Change]] = [
            *((("handler", one.id), content[one.id]) for one in found.handlers),
            *(
                (("callback", one.id), content.get(one.handler_id or 0, Change.KEPT))
                for one in found.callbacks
            ),
        ]
        actions = [
            *(one.action for one in found.handlers),
            *(one.action for one in found.callbacks),
        ]
        for (place, sent), action in zip(rules, actions, strict=True):
            outcome, shown = walked(action, sent, outcomes)
            self._change[place] = outcome.total
            self._shown[place] = [(("handler", one.handler_id), one.before) for one in shown]

    def _read_edges(self, found: Configuration, edges: "Iterable[Edge]") -> set[Place]:
        """Returns what is said by buttons."""
        inline = {one.id for one in found.keyboards if one.kind == "inline"}
        content_of = {one.id: one.keyboard_id for one in found.handlers}
        said: set[Place] = set()
        for edge in edges:
            source, target = (
                (edge.source.entity, edge.source.id),
                (edge.target.entity, edge.target.id),
            )
            if edge.kind == "shows_content":
                target = ("keyboard", content_of[edge.target.id] or 0)
            if edge.kind == "says":
                said.add(target)
            if edge.kind in ("shows_handler", "links"):
                continue
            # Under which reply keyboard a button was pressed is known without the way to it.
            if target[0] != "keyboard" or target[1] in inline:
                self._targets[source].append(target)
        return said

    def standing(self) -> set[Place]:
        reached = self._spread([*self._starts, *self._written, *self._said_first()], bare=False)
        bare = [*self._starts, *self._one_time, *(self._change.keys() - reached)]
        if any(self._change[one] != Change.SHOWN for one in self._starts) or not self._starts:
            bare += self._written
        for place, change in self._change.items():
            if change == Change.GONE:
                bare += self._targets.get(place, ())
            bare += [shown for shown, before in self._shown[place] if before == Change.GONE]
        without = self._spread(bare, bare=True)
        return {
            place
            for place, change in self._change.items()
            if change == Change.SHOWN or (change == Change.KEPT and place not in without)
        }

    def _said_first(self) -> Iterator[Place]:
        """Buttons: those of reply keyboards say what they say wherever these were shown."""
        for source in self._targets:
            if source[0] == "button":
                for target in self._targets[source]:
                    if target[0] == "handler":
                        yield target

    def _spread(self, seeds: Iterable[Place], *, bare: bool) -> set[Place]:
        """All that is come to from `seeds`; with `bare`, only on ways that show no keyboard."""
        come_to = set(seeds)
        waiting = list(come_to)
        while waiting:
            for target in self._next(waiting.pop(), bare=bare):
                if target not in come_to:
                    come_to.add(target)
                    waiting.append(target)
        return come_to

    def _next(self, place: Place, *, bare: bool) -> Iterator[Place]:
        if not bare or self._change.get(place, Change.KEPT) != Change.SHOWN:
            yield from self._targets.get(place, ())
        for shown, before in self._shown.get(place, ()):
            if not bare or before == Change.KEPT:
                yield shown
