"""What people did."""

from .example import AT, LATER, OperationExample

OF = {"from": AT, "to": LATER, "tz": "UTC"}
NO_CHANGES = {"items": [], "more": 0}
HOUR = {"from": "2026-11-22T10:00:00Z", "to": "2026-11-22T11:00:00Z", "bucket": "hour"}
OF_HOUR = {**HOUR, "tz": "UTC", "changes": NO_CHANGES}

EXAMPLES: dict[str, OperationExample] = {
    "getSummary": OperationExample(
        None,
        {
            **OF,
            "total": 0,
            "people": 0,
            "new": 0,
            "returning": 0,
            "blocked": 0,
            "unblocked": 0,
            "events": {},
            "handlers": [],
            "buttons": [],
            "before": {"from": AT, "to": LATER, "total": 0, "people": 0, "events": {}},
            "change": {"total": None, "people": None, "events": {}},
        },
        OF,
    ),
    "getSeries": OperationExample(
        None,
        {**OF_HOUR, "total": 0, "items": [{"from": HOUR["from"], "total": 0, "events": {}}]},
        HOUR,
    ),
    "getActivity": OperationExample(
        None,
        {
            **OF_HOUR,
            "items": [
                {
                    "from": HOUR["from"],
                    "active": 0,
                    "new": 0,
                    "returning": 0,
                    "blocked": 0,
                    "unblocked": 0,
                    "dau": 0,
                    "wau": 0,
                    "mau": 0,
                    "stickiness": None,
                }
            ],
        },
        HOUR,
    ),
}
