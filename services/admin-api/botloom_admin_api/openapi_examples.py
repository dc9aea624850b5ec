"""An example of every operation that has a body or an answer, by its id.

They are one story: sent in this order to an empty database, they are answered as they say. A test
sends them.
"""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

_AT = "2026-11-22T10:00:00.123456Z"
_LATER = "2026-11-22T10:05:00.123456Z"


class OperationExample(Struct, frozen=True):
    body: Any = None
    answer: Any = None


def _resource(
    one: str, body: Mapping[str, Any], view: Mapping[str, Any], patch: Mapping[str, Any]
) -> dict[str, OperationExample]:
    """Of the five operations of a resource; `view` is what is added to `body`."""
    stamps = {"id": 1, "version": 1, "created_at": _AT, "updated_at": _AT}
    created = {**stamps, **body, **view}
    changed = {**created, "version": 2, "updated_at": _LATER, **patch}
    name = one.capitalize()
    return {
        f"create{name}": OperationExample(body, created),
        f"list{name}s": OperationExample(None, {"items": [created], "next_cursor": None}),
        f"update{name}": OperationExample(patch, changed),
        f"get{name}": OperationExample(None, changed),
    }


DOCUMENT_EXAMPLE = {
    "version": 1,
    "keyboards": {"menu": {"layout": [[{"label": "Prices", "data": "prices"}]]}},
    "handlers": {"/start": {"message": "Hello, {first_name}!", "keyboard": "menu"}},
    "callbacks": {"prices": {"action": [{"type": "toast", "text": "Soon"}]}},
}
_COUNTS = {"created": 0, "updated": 1, "deleted": 0, "unchanged": 3}
_DRAFT = {
    "id": 1,
    "name": "summer",
    "version": 1,
    "testers": [7000000001],
    "changes": 0,
    "created_by": "token:admin",
    "created_at": _AT,
    "updated_at": _AT,
}
_RENAMED = {**_DRAFT, "name": "autumn", "version": 2, "updated_at": _LATER}

_OF_RESOURCE = re.compile(r"(create|list|update|get|bulk)((?:Button|Keyboard|Handler|Callback)s?)")
"""Ids of the operations that a draft has too."""


def _explanation(label: str) -> dict[str, Any]:
    """Of `/start`, which shows a keyboard with such a button."""
    inline_keyboard = [[{"text": label, "callback_data": "prices"}]]
    return {
        "seq": 8,
        "event": "start",
        "winner": {"entity": "handler", "id": 1, "pattern": "/start", "priority": 0},
        "matched": {},
        "others": [],
        "steps": [{"step": {"type": "reply"}, "handler_id": 1}],
        "messages": [
            {
                "method": "sendMessage",
                "params": {
                    "chat_id": 1,
                    "text": "Hello, Anna!",
                    "parse_mode": "HTML",
                    "reply_markup": {"inline_keyboard": inline_keyboard},
                },
            }
        ],
        "assumptions": [],
    }


_FINDINGS = {
    "items": [
        {
            "code": "no_fallback",
            "detail": "there is no fallback (*): what nothing takes is not answered",
            "entity": None,
            "id": None,
            "other_id": None,
            "witness": None,
        },
        {
            "code": "button_without_callback",
            "detail": "no callback takes 'prices': a press says that it no longer works",
            "entity": "button",
            "id": 1,
            "other_id": None,
            "witness": None,
        },
    ]
}

EXAMPLES: dict[str, OperationExample] = {
    **_resource(
        "button",
        {"label": "Prices", "data": "prices"},
        {"kind": "callback", "url": None, "style": None, "icon": None},
        {"label": "Our prices"},
    ),
    **_resource(
        "keyboard",
        {"name": "menu", "layout": [[1]]},
        {"kind": "inline", "options": {}},
        {"name": "main menu"},
    ),
    **_resource(
        "handler",
        {"pattern": "/start", "message": "Hello, {first_name}!", "keyboard_id": 1},
        {
            "action": [{"type": "reply"}],
            "photo_url": None,
            "parse_mode": "HTML",
            "media": [],
            "options": {},
            "title": None,
            "enabled": True,
            "priority": 0,
        },
        {"title": "Greeting"},
    ),
    **_resource(
        "callback",
        {"callback_data": "prices", "action": [{"type": "toast", "text": "Soon"}]},
        {"handler_id": None, "enabled": True},
        {"enabled": False},
    ),
    "explain": OperationExample({"text": "/start"}, _explanation("Our prices")),
    "lint": OperationExample(None, _FINDINGS),
    "createDraft": OperationExample({"name": "summer", "testers": [7000000001]}, _DRAFT),
    "listDrafts": OperationExample(None, {"items": [_DRAFT], "next_cursor": None}),
    "updateDraft": OperationExample({"name": "autumn"}, _RENAMED),
    "diffDraft": OperationExample(
        None,
        {
            "version": 3,
            "items": [
                {
                    "entity": "button",
                    "id": 1,
                    "name": "Autumn prices",
                    "change": "updated",
                    "fields": [
                        {"field": "label", "before": "Our prices", "after": "Autumn prices"}
                    ],
                }
            ],
            "conflicts": [],
        },
    ),
    "getDraft": OperationExample(None, {**_RENAMED, "version": 3, "changes": 1, "conflicts": []}),
    "explainDraft": OperationExample({"text": "/start"}, _explanation("Autumn prices")),
    "lintDraft": OperationExample(None, _FINDINGS),
    "publishDraft": OperationExample({"overwrite": False}, {"seq": 9, "changes": 1}),
    "rebuildCache": OperationExample(),
    "getSummary": OperationExample(
        None,
        {
            "from": _AT,
            "to": _LATER,
            "total": 0,
            "people": 0,
            "events": {},
            "handlers": [],
            "buttons": [],
        },
    ),
    "planConfiguration": OperationExample(
        None,
        {
            "plan_id": f"8-{'0' * 64}",
            "base_seq": 8,
            "counts": _COUNTS,
            "changes": [
                {
                    "entity": "handler",
                    "id": 1,
                    "name": "/start",
                    "place": "handlers./start",
                    "change": "updated",
                    "fields": [{"field": "title", "before": "Greeting", "after": None}],
                }
            ],
        },
    ),
    "applyConfiguration": OperationExample(None, {"seq": 9, "base_seq": 8, "counts": _COUNTS}),
}

EXAMPLES |= {
    _OF_RESOURCE.sub(r"\1Draft\2", operation_id): example
    for operation_id, example in EXAMPLES.items()
    if _OF_RESOURCE.fullmatch(operation_id)
}
_BUTTON = {**EXAMPLES["getButton"].answer, "label": "Autumn prices", "version": 3}
EXAMPLES |= {
    "updateDraftButton": OperationExample({"label": "Autumn prices"}, _BUTTON),
    "getDraftButton": OperationExample(None, _BUTTON),
}
