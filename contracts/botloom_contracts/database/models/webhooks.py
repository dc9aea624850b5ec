"""Webhooks, and what is delivered to them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Identity, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base


class Webhook(Base):
    __tablename__ = "webhooks"
    __table_args__ = (CheckConstraint("paused_by IN ('owner', 'receiver')", name="paused_by"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    name: Mapped[str]
    url: Mapped[str]
    secret: Mapped[str]
    """Readable: whoever signs needs the secret itself, a hash of it does not do."""
    previous_secret: Mapped[str | None]
    """The one before the last rotation, which signs as well for a while."""
    previous_secret_until: Mapped[datetime | None]
    paused_by: Mapped[str | None]
    """NULL: it is active."""
    noted_seq: Mapped[int]
    """The last event of the log that a delivery was made for: what is behind it is still owed."""
    leased_until: Mapped[datetime | None]
    """A process sends to it, and nobody else does until then."""
    quiet_until: Mapped[datetime | None]
    """The receiver asked for silence (`Retry-After`)."""
    version: Mapped[int] = mapped_column(Integer, server_default="1")
    """Counts what is changed through the API; its ETag."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    created_by: Mapped[str]


class WebhookDelivery(Base):
    """One message to one webhook, with all its attempts."""

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'delivered', 'failed', 'superseded')", name="state"),
        CheckConstraint("(state = 'pending') = (next_attempt_at IS NOT NULL)", name="due"),
        Index("ix_webhook_deliveries_webhook_id_number", "webhook_id", "number", unique=True),
        Index(
            "ix_webhook_deliveries_pending",
            "webhook_id",
            "next_attempt_at",
            postgresql_where=text("state = 'pending'"),
        ),
        Index("ix_webhook_deliveries_created_at", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    """The header `webhook-id`, the same at every attempt."""
    number: Mapped[int] = mapped_column(Identity())
    """In the order of their making."""
    webhook_id: Mapped[int] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"))
    type: Mapped[str]
    seq: Mapped[int]
    occurred_at: Mapped[datetime]
    """When what is told of happened."""
    state: Mapped[str]
    attempt_count: Mapped[int] = mapped_column(Integer, server_default="0")
    """Counted before an attempt, so that one whose process died counts too."""
    attempts: Mapped[list[dict[str, Any]]] = mapped_column(server_default=text("'[]'::jsonb"))
    """How the last ones ended."""
    next_attempt_at: Mapped[datetime | None]
    replay_of: Mapped[UUID | None]
    """No foreign key: that one may be deleted for its age."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
