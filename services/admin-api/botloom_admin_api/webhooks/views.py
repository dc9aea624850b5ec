"""What responses show of rows."""

from collections.abc import Mapping
from typing import Any

import msgspec
from botloom_contracts.database.models import Webhook, WebhookDelivery

from ..schemas.webhooks import DeliveryView, WebhookView, WebhookWithSecret

Names = Mapping[str, str]
"""Of actors."""


def webhook_view(webhook: Webhook, names: Names) -> WebhookView:
    return msgspec.convert(_shown(webhook, names), WebhookView)


def webhook_with_secret(webhook: Webhook, names: Names) -> WebhookWithSecret:
    shown = {**_shown(webhook, names), "secret": webhook.secret}
    return msgspec.convert(shown, WebhookWithSecret)


def delivery_view(delivery: WebhookDelivery) -> DeliveryView:
    return msgspec.convert(delivery, DeliveryView, from_attributes=True)


def _shown(webhook: Webhook, names: Names) -> dict[str, Any]:
    made = {
        "paused": webhook.paused_by is not None,
        "created_by_name": names[webhook.created_by],
    }
    columns = (name for name in WebhookView.__struct_fields__ if name not in made)
    return {**{name: getattr(webhook, name) for name in columns}, **made}
