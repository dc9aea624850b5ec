"""Which keys of the cache a change touches. Pure."""

from collections.abc import Iterable

import msgspec

from ..models import ConfigEvent


class Affected(msgspec.Struct, frozen=True):
    """What to look up anew; the tables say what now stands there, if anything."""

    patterns: frozenset[str]
    handler_ids: frozenset[int]
    """Their content stands in the callbacks that refer to them, too."""
    callback_data: frozenset[str]
    keyboard_ids: frozenset[int]
    button_ids: frozenset[int]
    """They stand in the layouts of keyboards."""


def affected_by(events: Iterable[ConfigEvent]) -> Affected:
    patterns, handler_ids, callback_data = set[str](), set[int](), set[str]()
    keyboard_ids, button_ids = set[int](), set[int]()
    for event in events:
        # Before and after: a renamed pattern leaves its old key behind.
        states = [state for state in (event.previous, event.state) if state is not None]
        match event.entity:
            case "handler":
                handler_ids.add(event.entity_id)
                patterns.update(state["pattern"] for state in states)
            case "callback":
                callback_data.update(state["callback_data"] for state in states)
            case "keyboard":
                keyboard_ids.add(event.entity_id)
            case "button":
                button_ids.add(event.entity_id)
    return Affected(
        patterns=frozenset(patterns),
        handler_ids=frozenset(handler_ids),
        callback_data=frozenset(callback_data),
        keyboard_ids=frozenset(keyboard_ids),
        button_ids=frozenset(button_ids),
    )
