"""What people did, counted."""

from .example import AT, LATER, OperationExample

OF = {"from": AT, "to": LATER, "tz": "UTC"}

EXAMPLES: dict[str, OperationExample] = {
    "getSummary": OperationExample(
        None,
        {
            **OF,
            "total": 0,
            "people": 0,
            "events": {},
            "handlers": [],
            "buttons": [],
            "new": 0,
            "returning": 0,
            "blocked": 0,
            "unblocked": 0,
            "before": {"from": AT, "to": LATER, "total": 0, "people": 0, "events": {}},
            "change": {"total": None, "people": None},
        },
    ),
}
