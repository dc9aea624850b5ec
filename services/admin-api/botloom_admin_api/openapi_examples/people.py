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

EXAMPLES: dict[str, OperationExample] = {
    "listPeople": OperationExample(
        None, {"items": [_person("vip")], "next_cursor": None}, {"q": "anna", "source": "ads"}
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
                    "handler": {"id": 1, "pattern": "/start", "title": "Greeting"},
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
    "erasePerson": OperationExample(None, None, _ID),
    "listTags": OperationExample(None, {"items": [{"tag": "asked for prices", "people": 1}]}),
}
