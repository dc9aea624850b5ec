"""The log: events, configurations of the past, and the way back."""

from collections.abc import Mapping
from typing import Any

from .example import AT, LATER, OperationExample


def _authored(seq: int, cause: str | None = None) -> dict[str, Any]:
    return {
        "seq": seq,
        "occurred_at": AT if cause is None else LATER,
        "actor": "token:admin",
        "actor_name": "BOTLOOM_ADMIN_TOKEN",
        "cause": cause,
    }


def _blame(
    one: str,
    name: str,
    first: int,
    values: Mapping[str, Any],
    later: Mapping[str, Mapping[str, Any]],
    deleted: Mapping[str, Any] | None = None,
) -> dict[str, OperationExample]:
    """`first` is the event that set what none of `later` did."""
    fields = [
        {**_authored(first), **later.get(field, {}), "field": field, "value": value}
        for field, value in sorted(values.items())
    ]
    answer = {"entity": one, "id": 1, "name": name, "deleted": deleted, "fields": fields}
    return {f"blame{one.capitalize()}": OperationExample(None, answer)}


def _button(entity_id: int, version: int, label: str, data: str) -> dict[str, Any]:
    """As the log has it."""
    return {
        "id": entity_id,
        "version": version,
        "created_at": AT,
        "updated_at": LATER,
        "label": label,
        "data": data,
        "kind": "callback",
        "url": None,
        "style": None,
        "icon": None,
    }


_CALLBACK = {
    "id": 1,
    "version": 1,
    "created_at": AT,
    "updated_at": AT,
    "callback_data": "prices",
    "handler_id": None,
    "action": '[{"type":"toast","text":"Soon"}]',
    "enabled": True,
}
_RENAMED = {"field": "label", "before": "Our prices", "after": "Prices"}
_TOAST = [{"type": "toast", "text": "Soon"}]

EXAMPLES: dict[str, OperationExample] = {
    **_blame(
        "button",
        "Prices",
        1,
        {
            "label": "Prices",
            "data": "prices",
            "kind": "callback",
            "url": None,
            "style": None,
            "icon": None,
        },
        {"label": _authored(10, "bulk")},
    ),
    **_blame(
        "keyboard",
        "main menu",
        3,
        {"name": "main menu", "kind": "inline", "layout": [[1], [2]], "options": {}},
        {"name": _authored(4), "layout": _authored(11, "bulk")},
    ),
    **_blame(
        "handler",
        "/start",
        5,
        {
            "pattern": "/start",
            "action": [{"type": "reply"}],
            "message": "Hello, {first_name}!",
            "photo_url": None,
            "keyboard_id": 1,
            "parse_mode": "HTML",
            "media": [],
            "options": {},
            "title": "Greeting",
            "enabled": True,
            "priority": 10,
        },
        {"title": _authored(6), "priority": _authored(12, "bulk")},
    ),
    **_blame(
        "callback",
        "prices",
        7,
        {"callback_data": "prices", "handler_id": None, "action": _TOAST, "enabled": False},
        {"enabled": _authored(8)},
        _authored(14, "bulk"),
    ),
    "listEvents": OperationExample(
        None,
        {
            "items": [
                {
                    **_authored(10, "bulk"),
                    "type": "button.updated",
                    "entity": "button",
                    "entity_id": 1,
                    "name": "Prices",
                    "changes": [_RENAMED],
                }
            ],
            "next_cursor": "WyJhNTA1MzhmNTE2YmMzZDk5NDY0MzcxNWIiLDEwXQ",
        },
        {"entity": "button", "limit": 1},
    ),
    "listActors": OperationExample(
        None, [{"actor": "token:admin", "actor_name": "BOTLOOM_ADMIN_TOKEN"}]
    ),
    "getEvent": OperationExample(
        None,
        {
            **_authored(8),
            "type": "callback.updated",
            "entity": "callback",
            "entity_id": 1,
            "name": "prices",
            "changes": [{"field": "enabled", "before": True, "after": False}],
            "state": {**_CALLBACK, "version": 2, "updated_at": LATER, "enabled": False},
            "previous": _CALLBACK,
        },
        {"seq": 8},
    ),
    "getConfigurationAt": OperationExample(
        None,
        {
            "items": [
                {
                    "entity": "button",
                    "id": 1,
                    "name": "Prices",
                    "state": _button(1, 3, "Prices", "prices"),
                },
                {
                    "entity": "button",
                    "id": 2,
                    "name": "Help",
                    "state": _button(2, 1, "Help", "help"),
                },
            ],
            "next_cursor": None,
        },
        {"seq": 10, "entity": "button"},
    ),
    "compareConfigurations": OperationExample(
        None,
        {
            "counts": {"created": 1, "updated": 1, "deleted": 0},
            "items": [
                {
                    "entity": "button",
                    "id": 1,
                    "name": "Prices",
                    "change": "updated",
                    "fields": [_RENAMED],
                },
                {
                    "entity": "button",
                    "id": 2,
                    "name": "Help",
                    "change": "created",
                    "fields": [
                        {"field": "data", "before": None, "after": "help"},
                        {"field": "kind", "before": None, "after": "callback"},
                        {"field": "label", "before": None, "after": "Help"},
                    ],
                },
            ],
            "next_cursor": None,
        },
        {"from": 8, "to": 10},
    ),
    "restore": OperationExample(
        {"seq": 12, "if_seq": 14},
        {
            "seq": 16,
            "counts": {"created": 1, "updated": 0, "deleted": 1},
            "changes": [
                {
                    "entity": "callback",
                    "id": 1,
                    "name": "prices",
                    "change": "created",
                    "fields": [
                        {"field": "action", "before": None, "after": _TOAST},
                        {"field": "enabled", "before": None, "after": False},
                        {"field": "callback_data", "before": None, "after": "prices"},
                    ],
                },
                {
                    "entity": "callback",
                    "id": 2,
                    "name": "help",
                    "change": "deleted",
                    "fields": [
                        {"field": "action", "before": [{"type": "edit"}], "after": None},
                        {"field": "enabled", "before": True, "after": None},
                        {"field": "handler_id", "before": 1, "after": None},
                        {"field": "callback_data", "before": "help", "after": None},
                    ],
                },
            ],
            "warnings": [],
        },
    ),
}
