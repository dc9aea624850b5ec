"""The configuration as a document."""

from .example import OperationExample

DOCUMENT_EXAMPLE = {
    "version": 1,
    "keyboards": {"menu": {"layout": [[{"label": "Prices", "data": "prices"}]]}},
    "handlers": {"/start": {"message": "Hello, {first_name}!", "keyboard": "menu"}},
    "callbacks": {"prices": {"action": [{"type": "toast", "text": "Soon"}]}},
}
_COUNTS = {"created": 0, "updated": 1, "deleted": 0, "unchanged": 3}

EXAMPLES: dict[str, OperationExample] = {
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
