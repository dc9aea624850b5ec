"""Webhooks, and what was delivered to them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import UNSET, Meta, Struct, UnsetType

from ..webhooks.message import MessageType
from ..webhooks.sender import Attempt
from .fields import Stamped

Name = Annotated[str, Meta(min_length=1, max_length=128)]
Url = Annotated[str, Meta(min_length=1, max_length=2048)]
DeliveryState = Literal["pending", "delivered", "failed", "superseded"]


class WebhookFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The body that registers one."""

    name: Name
    url: Url
    """http:// or https://, on the internet or where `BOTLOOM_WEBHOOK_ALLOWED_NETWORKS` allows."""
    paused: bool = False


class WebhookPatch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays."""

    name: Name | UnsetType = UNSET
    url: Url | UnsetType = UNSET
    paused: bool | UnsetType = UNSET


class WebhookView(Stamped, frozen=True, kw_only=True):
    name: str
    url: str
    paused: bool
    paused_by: Literal["owner", "receiver"] | None
    """`receiver`: it answered 410 Gone."""
    created_by: str
    created_by_name: str
    """What the account or the token is called."""


class WebhookWithSecret(WebhookView, frozen=True, kw_only=True):
    secret: str
    """For the receiver, to verify signatures with. It is shown this once."""


class DeliveryView(Struct, frozen=True, kw_only=True):
    id: UUID
    """The header `webhook-id`."""
    webhook_id: int
    type: MessageType
    seq: int
    state: DeliveryState
    """`superseded`: a newer one was made before this was taken."""
    attempt_count: int
    attempts: list[Attempt]
    """How the last 20 ended, the newest at the end."""
    next_attempt_at: datetime | None
    replay_of: UUID | None
    created_at: datetime
