"""From the rows of the configuration to the document."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

import msgspec
from botloom_contracts.events import Entity

from ..history.differences import Configuration
from ..resources import RESOURCES
from ..schemas.buttons import ButtonFields
from ..schemas.callbacks import CallbackFields
from ..schemas.handlers import HandlerFields
from ..schemas.keyboards import KeyboardFields
from .document import VERSION, Document
from .items import AnyFields, Item, Items
from .naming import Name, Twin, name_all

SECTIONS: Mapping[Entity, str] = {
    "button": "buttons",
    "keyboard": "keyboards",
    "handler": "handlers",
    "callback": "callbacks",
}


class Present(NamedTuple):
    """The configuration, decoded once for all that is to be found out."""

    rows: Configuration
    handlers: dict[int, HandlerFields]
    callbacks: dict[int, CallbackFields]
    buttons: dict[int, ButtonFields]
    keyboards: dict[int, KeyboardFields]
    canonical: dict[int, str]
    """The canonical patterns of handlers."""
    handler_twins: list[Twin]
    callback_twins: list[Twin]
    names: dict[Entity, dict[int, Name]]
    """In the order of the document. Of buttons, the labels."""
    items: Items

    def fields(self, entity: Entity, object_id: int) -> AnyFields:
        of_entity = {
            "handler": self.handlers,
            "callback": self.callbacks,
            "button": self.buttons,
            "keyboard": self.keyboards,
        }[entity]
        return cast(Mapping[int, AnyFields], of_entity)[object_id]

    def placed(self) -> dict[int, str]:
        """The first place of each button that is on a keyboard."""
        return {
            button_id: f"keyboards.{fields.name}.layout[{row}][{column}]"
            for fields in reversed(self.keyboards.values())
            for row, ids in reversed([*enumerate(fields.layout)])
            for column, button_id in reversed([*enumerate(ids)])
        }


def read_present(rows: Configuration) -> Present:
    handlers = {one: RESOURCES["handler"].fields_of(row) for one, row in rows["handler"].items()}
    callbacks = {one: RESOURCES["callback"].fields_of(row) for one, row in rows["callback"].items()}
    keyboards = {one: RESOURCES["keyboard"].fields_of(row) for one, row in rows["keyboard"].items()}
    buttons = {one: RESOURCES["button"].fields_of(row) for one, row in rows["button"].items()}
    canonical = {one: str(row["match_key"]) for one, row in rows["handler"].items()}
    data = {one: fields.callback_data for one, fields in callbacks.items()}
    keyboard_names = {one: fields.name for one, fields in keyboards.items()}
    without_ids = Items(canonical, keyboard_names, {})
    handler_twins = twins(handlers.items(), canonical, without_ids)
    callback_twins = twins(callbacks.items(), data, without_ids)
    names: dict[Entity, dict[int, Name]] = {
        "handler": name_all(handler_twins),
        "callback": name_all(callback_twins),
        "keyboard": {
            one: Name(name, None)
            for one, name in sorted(keyboard_names.items(), key=lambda pair: pair[1])
        },
        "button": {one: Name(fields.label, None) for one, fields in buttons.items()},
    }
    handler_names = {one: name.name for one, name in names["handler"].items()}
    items = Items(handler_names, keyboard_names, buttons)
    return Present(
        rows, handlers, callbacks, buttons, keyboards, canonical, handler_twins, callback_twins,
        names, items,
    )  # fmt: skip


def export(present: Present) -> Document:
    """What is empty is left out, the version excepted."""
    parts: Document = {
        "keyboards": _part(present, "keyboard", "name"),
        "handlers": _part(present, "handler", "pattern"),
        "callbacks": _part(present, "callback", "callback_data"),
        "buttons": _loose_buttons(present),
    }
    return {"version": VERSION, **{name: part for name, part in parts.items() if part}}


def twins(
    given: Iterable[tuple[int, HandlerFields | CallbackFields]],
    canonical: Mapping[int, str],
    without_ids: Items,
) -> list[Twin]:
    """`without_ids` calls handlers by their canonical patterns."""
    return [
        Twin(
            one,
            fields.pattern if isinstance(fields, HandlerFields) else canonical[one],
            canonical[one],
            fields.enabled,
            msgspec.json.encode(without_ids.item(fields)),
        )
        for one, fields in given
    ]


def _part(present: Present, entity: Entity, name_field: str) -> dict[str, Item]:
    part = {}
    for one, name in present.names[entity].items():
        item = present.items.item(present.fields(entity, one))
        part[name.name] = item if name.source is None else {name_field: name.source, **item}
    return part


def _loose_buttons(present: Present) -> list[Item]:
    """Those that are on no keyboard."""
    placed = present.placed()
    items = [present.items.item(one) for key, one in present.buttons.items() if key not in placed]
    return sorted(items, key=msgspec.json.encode)
