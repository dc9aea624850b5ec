"""What responses show of rows."""

from typing import Any

import msgspec
from botloom_contracts.database.models import Webhook, WebhookDelivery

from ..schemas.webhooks import DeliveryView, WebhookView, WebhookWithSecret


def webhook_view(webhook: Webhook) -> WebhookView:
    return msgspec.convert(_shown(webhook), WebhookView)


def webhook_with_secret(webhook: Webhook) -> WebhookWithSecret:
    return msgspec.convert({**_shown(webhook), "secret": webhook.secret}, WebhookWithSecret)


def delivery_view(delivery: WebhookDelivery) -> DeliveryView:
    return msgspec.convert(delivery, DeliveryView, from_attributes=True)


def _shown(webhook: Webhook) -> dict[str, Any]:
    names = (name for name in WebhookView.__struct_fields__ if name != "paused")
    columns = {name: getattr(webhook, name) for name in names}
    return {**columns, "paused": webhook.paused_by is not None}
