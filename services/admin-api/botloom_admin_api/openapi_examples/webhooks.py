"""Webhooks, and what was delivered to them."""

from typing import Any

from .example import AT, LATER, OperationExample

_ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - made up
_SEQ = 16


def _webhook(version: int, **changed: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "version": version,
        "created_at": AT,
        "updated_at": AT if version == 1 else LATER,
        "name": "CRM",
        "url": "https://crm.example.com/botloom",
        "paused": False,
        "paused_by": None,
        "created_by": "token:admin",
        "created_by_name": "BOTLOOM_ADMIN_TOKEN",
        **changed,
    }


_DELIVERED = {
    "id": _ID,
    "webhook_id": 1,
    "type": "test",
    "seq": _SEQ,
    "state": "delivered",
    "attempt_count": 1,
    "attempts": [{"at": AT, "status": 204, "error": None, "duration_ms": 38}],
    "next_attempt_at": None,
    "replay_of": None,
    "created_at": AT,
}

EXAMPLES: dict[str, OperationExample] = {
    "registerWebhook": OperationExample(
        {"name": "CRM", "url": "https://crm.example.com/botloom"},
        {**_webhook(1), "secret": _SECRET},
    ),
    "listWebhooks": OperationExample(None, {"items": [_webhook(1)]}),
    "testWebhook": OperationExample(None, _DELIVERED),
    "listWebhookDeliveries": OperationExample(
        None, {"items": [_DELIVERED], "next_cursor": None}, {"state": "delivered"}
    ),
    "replayWebhookDelivery": OperationExample(
        None,
        {
            **_DELIVERED,
            "id": "0b1f7c52-6a0e-4a63-9f0f-0d6a3c9b8e21",
            "state": "pending",
            "attempt_count": 0,
            "attempts": [],
            "next_attempt_at": LATER,
            "replay_of": _ID,
            "created_at": LATER,
        },
        {"delivery_id": _ID},
    ),
    "rotateWebhookSecret": OperationExample(
        None, {**_webhook(2), "secret": "whsec_4yH2b0cXq9sVt7LmPz1eRk8JwNd5uFgA"}
    ),
    "updateWebhook": OperationExample(
        {"paused": True}, _webhook(3, paused=True, paused_by="owner")
    ),
    "getWebhook": OperationExample(None, _webhook(3, paused=True, paused_by="owner")),
}
