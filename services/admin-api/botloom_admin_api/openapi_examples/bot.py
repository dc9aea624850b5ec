"""What the bot would do, and what is hardly meant."""

from typing import Any

from .example import AT, LATER, OperationExample


def explanation(label: str) -> dict[str, Any]:
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
        "assumed": [],
        "variables": {},
        "question": None,
    }


def findings(label: str) -> dict[str, Any]:
    """Of the button that is called so."""
    return {
        "items": [
            {
                "code": "no_fallback",
                "detail": "there is no fallback (*): what nothing takes is not answered",
                "entity": None,
                "id": None,
                "name": None,
                "other_id": None,
                "other_name": None,
                "witness": None,
            },
            {
                "code": "button_without_callback",
                "detail": "no callback takes 'prices': a press says that it no longer works",
                "entity": "button",
                "id": 1,
                "name": label,
                "other_id": None,
                "other_name": None,
                "witness": None,
            },
        ]
    }


_START, _MENU = {"entity": "handler", "id": 1}, {"entity": "keyboard", "id": 1}
_PRICES, _CALLBACK = {"entity": "button", "id": 1}, {"entity": "callback", "id": 1}
_MAP = {
    "from": AT,
    "to": LATER,
    "tz": "UTC",
    "nodes": [
        {**_START, "name": "/start", "enabled": True, "uses": 0, "findings": []},
        {**_MENU, "name": "main menu", "enabled": True, "uses": None, "findings": []},
        {
            **_PRICES,
            "name": "Our prices",
            "enabled": True,
            "uses": 0,
            "findings": ["button_without_callback"],
        },
        {**_CALLBACK, "name": "prices", "enabled": False, "uses": 0, "findings": []},
    ],
    "edges": [
        {"kind": "shows_keyboard", "source": _START, "target": _MENU, "uses": 0},
        {"kind": "has_button", "source": _MENU, "target": _PRICES, "uses": 0},
    ],
    "dead_ends": [_PRICES],
    "orphans": [],
    "totals": {"nodes": 4, "edges": 2, "dead_ends": 1, "orphans": 0},
    "truncated": False,
}

EXAMPLES: dict[str, OperationExample] = {
    "explain": OperationExample({"text": "/start"}, explanation("Our prices")),
    "lint": OperationExample(None, findings("Our prices")),
    "getMap": OperationExample(None, _MAP, {"from": AT, "to": LATER, "tz": "UTC"}),
    "getPropagation": OperationExample(
        None,
        {
            "seq": 8,
            "committed_at": AT,
            "gateways": [{"id": "gateway-1", "live": True, "seq": 8, "after_ms": 21}],
            "live": 1,
            "total": 1,
            "recent": {"changes": 8, "p50_ms": 19, "p99_ms": 44},
        },
        {"seq": 8, "wait": 10},
    ),
    "getBot": OperationExample(
        None,
        {
            "username": "shop_bot",
            "name": "Shop",
            "gateways": [
                {
                    "id": "gateway-1",
                    "mode": "webhook",
                    "webhook": {
                        "asked_at": LATER,
                        "url": "https://bot.example.com",
                        "own": True,
                        "pending_update_count": 120,
                        "has_custom_certificate": False,
                        "ip_address": "203.0.113.7",
                        "last_error_date": AT,
                        "last_error_message": "Connection refused",
                        "last_synchronization_error_date": None,
                        "max_connections": 100,
                        "allowed_updates": ["callback_query", "message"],
                    },
                    "problems": [
                        {"code": "webhook_failing", "detail": "Connection refused", "at": AT},
                        {
                            "code": "updates_waiting",
                            "detail": "120 updates wait at Telegram",
                            "at": LATER,
                        },
                    ],
                }
            ],
        },
    ),
}
