"""An object as the document has it: its fields without defaults, with names in place of ids."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from botloom_constructor.steps import Edit

from ..schemas.buttons import ButtonFields
from ..schemas.callbacks import CallbackFields
from ..schemas.handlers import HandlerFields
from ..schemas.keyboards import KeyboardFields
from .shown_steps import rewrite_shown

Item = dict[str, Any]
AnyFields = HandlerFields | CallbackFields | KeyboardFields | ButtonFields

SHORT_ACTION = (Edit(),)
"""What a callback with a handler does where nothing is said."""

_HANDLER = (
    "title", "enabled", "priority", "message", "parse_mode", "photo_url", "media", "options",
)  # fmt: skip


class Items(NamedTuple):
    """Writes objects with what they refer to, by its id.

    An item does not say what the object's name says. With `full` it has what is at its default.
    """

    handlers: Mapping[int, str]
    keyboards: Mapping[int, str]
    buttons: Mapping[int, ButtonFields]

    def item(self, fields: AnyFields, full: bool = False) -> Item:
        match fields:
            case HandlerFields():
                return self._handler(fields, full)
            case CallbackFields():
                return self._callback(fields, full)
            case KeyboardFields():
                return self._keyboard(fields, full)
            case ButtonFields():
                return _given(fields, fields.__struct_fields__, full)

    def _handler(self, fields: HandlerFields, full: bool) -> Item:
        item = _given(fields, _HANDLER, full)
        if fields.keyboard_id is not None or full:
            item["keyboard"] = _name(fields.keyboard_id, self.keyboards)
        if fields.action != _DEFAULTS[HandlerFields]["action"] or full:
            item["action"] = self._action(fields.action)
        return item

    def _callback(self, fields: CallbackFields, full: bool) -> Item:
        item = _given(fields, ("enabled",), full)
        if fields.handler_id is not None or full:
            item["handler"] = _name(fields.handler_id, self.handlers)
        if fields.handler_id is None or fields.action != SHORT_ACTION or full:
            item["action"] = self._action(fields.action)
        return item

    def _keyboard(self, fields: KeyboardFields, full: bool) -> Item:
        item = _given(fields, ("kind", "options"), full)
        if fields.layout or full:
            item["layout"] = [
                [self.item(self.buttons[one]) for one in row] for row in fields.layout
            ]
        return item

    def _action(self, action: Any) -> list[Item]:
        def name(_: str, step: Item) -> Item:
            return {"type": step["type"], "handler": self.handlers[step["handler_id"]]}

        named: list[Item] = rewrite_shown(as_json(action), name)
        return named


def as_json(value: Any) -> Any:
    """Lists where `msgspec.to_builtins` has tuples."""
    if isinstance(value, str | int | None):
        return value
    return msgspec.json.decode(msgspec.json.encode(value))


def _name(object_id: int | None, names: Mapping[int, str]) -> str | None:
    return None if object_id is None else names[object_id]


def _given(fields: AnyFields, names: Sequence[str], full: bool) -> Item:
    defaults = _DEFAULTS[type(fields)]
    return {
        name: as_json(value)
        for name in names
        if (value := getattr(fields, name)) != defaults[name] or full
    }


def _defaults(struct: type[msgspec.Struct]) -> dict[str, Any]:
    return {
        field.name: field.default
        if field.default_factory is msgspec.NODEFAULT
        else field.default_factory()
        for field in msgspec.structs.fields(struct)
    }


_DEFAULTS: Mapping[type[msgspec.Struct], dict[str, Any]] = {
    shape: _defaults(shape)
    for shape in (HandlerFields, CallbackFields, KeyboardFields, ButtonFields)
}
