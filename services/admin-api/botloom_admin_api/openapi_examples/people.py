"""The people who use the bot: one, who has come by a link and asked something."""

from typing import Any

from .example import AT, LATER, OperationExample


def _person(*tags: str) -> dict[str, Any]:
    return {
        "user_id": 7_000_000_001,
        "first_name": "Anna",
        "last_name": "Petrova",
        "username": "anna",
        "language_code": "ru",
        "source": "ads",
        "first_seen": AT,
        "last_seen": LATER,
        "blocked_since": None,
        "tags": list(tags),
    }


_TOTALS = {
    "tz": "UTC",
    "totals": {"interactions": 2, "active_days": 1, "events": {"start": 1, "unmatched": 1}},
}
_ID = {"user_id": 7_000_000_001}
_PERIOD = {"from": "2026-11-23", "to": "2026-11-24"}
_DAY = {"from": "2026-11-23T00:00:00Z", "to": "2026-11-24T00:00:00Z", "tz": "UTC"}


def _step(
    kind: str, value: str, name: str | None, people: int, dropped: int, share: float
) -> dict[str, Any]:
    return {
        "kind": kind,
        "value": value,
        "name": name,
        "people": people,
        "dropped": dropped,
        "of_first": share,
        "of_previous": share,
        "median_seconds": None,
    }


EXAMPLES: dict[str, OperationExample] = {
    "listPeople": OperationExample(
        None,
        {"items": [_person("vip")], "next_cursor": None},
        {"q": "anna", "source": "ads", "did": "event:start"},
    ),
    "getPerson": OperationExample(None, {**_person("vip"), **_TOTALS}, _ID),
    "updatePerson": OperationExample({"tags": ["VIP"]}, {**_person("vip"), **_TOTALS}, _ID),
    "getTimeline": OperationExample(
        None,
        {
            "items": [
                {
                    "at": LATER,
                    "event": "unmatched",
                    "chat_id": 7_000_000_001,
                    "handler": None,
                    "button": None,
                    "payload": "Какая цена?",
                    "config_seq": 8,
                },
                {
                    "at": AT,
                    "event": "start",
                    "chat_id": 7_000_000_001,
                    "handler": {
                        "id": 1,
                        "pattern": "/start",
                        "title": "Greeting",
                        "deleted": False,
                    },
                    "button": None,
                    "payload": "ads",
                    "config_seq": 8,
                },
            ],
            "next_cursor": None,
        },
        _ID,
    ),
    "tagPeople": OperationExample(
        {"add": ["asked for prices"], "remove": ["vip"]}, {"people": 1}, {"tag": "vip"}
    ),
    "getFunnel": OperationExample(
        None,
        {
            **_DAY,
            "within": 24,
            "steps": [
                _step("event", "start", None, 1, 0, 1.0),
                _step("handler", "1", "Greeting", 0, 1, 0.0),
            ],
        },
        {**_PERIOD, "step": ["event:start", "handler:1"], "within": 24},
    ),
    "getUnmatched": OperationExample(
        None,
        {
            **_DAY,
            "count": 1,
            "latest": 1,
            "people": 1,
            "items": [
                {
                    "count": 1,
                    "people": 1,
                    "last_seen": LATER,
                    "texts": 1,
                    "examples": ["Какая цена?"],
                    "suggestion": {
                        "pattern": "какая цена?",
                        "title": "Какая цена?",
                        "message": "…",
                        "enabled": False,
                    },
                }
            ],
        },
        _PERIOD,
    ),
    "erasePerson": OperationExample(None, None, _ID),
    "listTags": OperationExample(None, {"items": [{"tag": "asked for prices", "people": 1}]}),
}
