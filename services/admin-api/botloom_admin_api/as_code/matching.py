"""Which present object each desired one is, and what is there beside."""

from collections.abc import Mapping
from typing import NamedTuple

from botloom_contracts.events import Entity

from .button_matching import ButtonMatching, PresentButtons, match_buttons
from .desired import Desired
from .exporting import Present, twins
from .items import Items
from .naming import match_twins


class Matching(NamedTuple):
    """Objects of the document by their numbers (see `desired.py`), with the ids they have."""

    handlers: dict[int, int]
    callbacks: dict[int, int]
    keyboards: dict[int, int]
    buttons: ButtonMatching
    unnamed: dict[Entity, list[int]]
    """Present objects that the document does not have."""
    new: dict[Entity, int]
    """How many ids are needed."""


def match(desired: Desired, present: Present, delete: bool) -> Matching:
    """With `delete`, what is unnamed goes, so its buttons are free to be used."""
    keyboards, unnamed_keyboards = _match_keyboards(desired, present)
    items = _items(desired, present)
    handlers = match_twins(
        twins(
            enumerate(desired.handlers.values(), 1),
            dict(enumerate(desired.canonical["handlers"].values(), 1)),
            items,
        ),
        present.handler_twins,
    )
    callbacks = match_twins(
        twins(
            enumerate(desired.callbacks.values(), 1),
            dict(enumerate(desired.canonical["callbacks"].values(), 1)),
            items,
        ),
        present.callback_twins,
    )
    buttons = match_buttons(
        {name: keyboard.layout for name, keyboard in desired.keyboards.items()},
        desired.buttons,
        PresentButtons(
            present.buttons, {fields.name: fields.layout for fields in present.keyboards.values()}
        ),
        kept_keyboards=()
        if delete
        else [present.items.keyboards[one] for one in unnamed_keyboards],
    )
    return Matching(
        handlers,
        callbacks,
        keyboards,
        buttons,
        unnamed={
            "handler": _without(present.handlers, handlers),
            "callback": _without(present.callbacks, callbacks),
            "keyboard": unnamed_keyboards,
            "button": buttons.unused,
        },
        new={
            "button": sum(one < 0 for one in buttons.contents),
            "keyboard": len(desired.keyboards) - len(keyboards),
            "handler": len(desired.handlers) - len(handlers),
            "callback": len(desired.callbacks) - len(callbacks),
        },
    )


def _match_keyboards(desired: Desired, present: Present) -> tuple[dict[int, int], list[int]]:
    ids = {name: one for one, name in present.items.keyboards.items()}
    matched = {number: ids[name] for number, name in enumerate(desired.keyboards, 1) if name in ids}
    return matched, [one for name, one in ids.items() if name not in desired.keyboards]


def _items(desired: Desired, present: Present) -> Items:
    """As `without_ids` of `twins`, by the numbers of the document."""
    patterns = dict(enumerate(desired.canonical["handlers"].values(), 1))
    patterns |= {
        number: present.canonical[one]
        for number, one in enumerate(desired.outside_handlers, len(patterns) + 1)
    }
    keyboards = dict(enumerate(desired.keyboards, 1))
    keyboards |= {
        number: present.items.keyboards[one]
        for number, one in enumerate(desired.outside_keyboards, len(keyboards) + 1)
    }
    return Items(patterns, keyboards, {})


def _without(present: Mapping[int, object], matched: Mapping[int, int]) -> list[int]:
    used = set(matched.values())
    return [one for one in present if one not in used]
