"""What is used most, when, and by whom."""

from .example import AT, LATER, OperationExample
from .figures import OF

DAY = {"from": "2026-11-22T00:00:00Z", "to": "2026-11-23T00:00:00Z"}
NOTHING = {"total": 0, "people": 0, "events": {}, "of_handler": None}

EXAMPLES: dict[str, OperationExample] = {
    "getHeatmap": OperationExample(None, {**OF, "total": 0, "counts": [[0] * 24] * 7}, OF),
    "getRetention": OperationExample(
        None,
        {
            **OF,
            "bucket": "day",
            "items": [{"from": AT, "size": 0, "active": [0], "shares": [None]}],
        },
        DAY,
    ),
    "getAroundChange": OperationExample(
        None,
        {
            "mark": {
                "seq": 1,
                "at": AT,
                "actor": "token:admin",
                "actor_name": "BOTLOOM_ADMIN_TOKEN",
                "type": "button.created",
                "entity": "button",
                "entity_id": 1,
                "name": "Prices",
            },
            "before": {"from": AT, "to": LATER, **NOTHING},
            "after": {"from": AT, "to": LATER, **NOTHING},
            "change": {"total": None, "people": None, "events": {}, "of_handler": None},
        },
        {"seq": 1},
    ),
    "getDailyUse": OperationExample(
        None,
        {
            "tz": "UTC",
            "days": ["2026-11-21", "2026-11-22"],
            "handlers": [{"handler_id": 1, "total": 0, "counts": [0, 0]}],
            "buttons": [{"callback_data": "prices", "total": 0, "counts": [0, 0]}],
        },
        {"handler_id": [1], "callback_data": ["prices"], "days": 2},
    ),
    "getTopHandlers": OperationExample(None, {**OF, "items": []}, OF),
    "getTopButtons": OperationExample(None, {**OF, "items": []}, OF),
    "getTopSources": OperationExample(None, {**OF, "items": []}, OF),
    "getTopLanguages": OperationExample(None, {**OF, "people": 0, "items": []}, OF),
}
