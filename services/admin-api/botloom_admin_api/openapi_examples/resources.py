"""Handlers, callbacks, buttons and keyboards, one by one and many at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from .example import AT, LATER, OperationExample


def _resource(
    one: str, body: Mapping[str, Any], view: Mapping[str, Any], patch: Mapping[str, Any]
) -> dict[str, OperationExample]:
    """Of the five operations of a resource; `view` is what is added to `body`."""
    stamps = {"id": 1, "version": 1, "created_at": AT, "updated_at": AT}
    created = {**stamps, **body, **view}
    changed = {**created, "version": 2, "updated_at": LATER, **patch}
    name = one.capitalize()
    return {
        f"create{name}": OperationExample(body, created),
        f"list{name}s": OperationExample(None, {"items": [created], "next_cursor": None}),
        f"update{name}": OperationExample(patch, changed),
        f"get{name}": OperationExample(None, changed),
    }


def _bulk(
    many: str,
    body: Mapping[str, Any],
    seq: int,
    created: Sequence[Mapping[str, Any]] = (),
    updated: Sequence[Mapping[str, Any]] = (),
    deleted: Sequence[int] = (),
) -> dict[str, OperationExample]:
    """The views lack their times."""
    answer = {
        "created": [{**one, "created_at": LATER, "updated_at": LATER} for one in created],
        "updated": [{**one, "created_at": AT, "updated_at": LATER} for one in updated],
        "deleted": list(deleted),
        "seq": seq,
    }
    return {f"bulk{many}": OperationExample(body, answer)}


_BUTTON = {"kind": "callback", "url": None, "style": None, "icon": None}
_KEYBOARD: dict[str, Any] = {"kind": "inline", "options": {}}
_HANDLER_BODY = {"pattern": "/start", "message": "Hello, {first_name}!", "keyboard_id": 1}
_HANDLER: dict[str, Any] = {
    "action": [{"type": "reply"}],
    "photo_url": None,
    "parse_mode": "HTML",
    "media": [],
    "options": {},
    "title": None,
    "enabled": True,
    "priority": 0,
}
_USES: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "Button": [{"entity": "keyboard", "id": 1, "name": "main menu", "field": "layout"}],
    "Keyboard": [{"entity": "handler", "id": 1, "name": "/start", "field": "keyboard_id"}],
    "Handler": [],
    "Callback": [],
}

EXAMPLES: dict[str, OperationExample] = {
    **_resource(
        "button",
        {"label": "Prices", "data": "prices"},
        _BUTTON,
        {"label": "Our prices"},
    ),
    **_resource(
        "keyboard",
        {"name": "menu", "layout": [[1]]},
        _KEYBOARD,
        {"name": "main menu"},
    ),
    **_resource(
        "handler",
        _HANDLER_BODY,
        _HANDLER,
        {"title": "Greeting"},
    ),
    **_resource(
        "callback",
        {"callback_data": "prices", "action": [{"type": "toast", "text": "Soon"}]},
        {"handler_id": None, "enabled": True},
        {"enabled": False},
    ),
    **{
        f"get{one}Uses": OperationExample(None, {"items": used_by, "more": 0})
        for one, used_by in _USES.items()
    },
    **_bulk(
        "Buttons",
        {
            "create": [{"label": "Help", "data": "help"}],
            "update": [{"id": 1, "version": 2, "label": "Prices"}],
        },
        created=[{**_BUTTON, "id": 2, "version": 1, "label": "Help", "data": "help"}],
        updated=[{**_BUTTON, "id": 1, "version": 3, "label": "Prices", "data": "prices"}],
        seq=10,
    ),
    **_bulk(
        "Keyboards",
        {"update": [{"id": 1, "layout": [[1], [2]]}]},
        updated=[{**_KEYBOARD, "id": 1, "version": 3, "name": "main menu", "layout": [[1], [2]]}],
        seq=11,
    ),
    **_bulk(
        "Handlers",
        {"update": [{"id": 1, "priority": 10}]},
        updated=[
            {
                **_HANDLER_BODY,
                **_HANDLER,
                "id": 1,
                "version": 3,
                "title": "Greeting",
                "priority": 10,
            }
        ],
        seq=12,
    ),
    **_bulk(
        "Callbacks",
        {"create": [{"callback_data": "help", "handler_id": 1}], "delete": [{"id": 1}]},
        created=[
            {
                "id": 2,
                "version": 1,
                "callback_data": "help",
                "handler_id": 1,
                "action": [{"type": "edit"}],
                "enabled": True,
            }
        ],
        deleted=(1,),
        seq=14,
    ),
}
