"""What is owed to which webhook, in PostgreSQL, for all processes together.

A webhook that has not been told of the last event of the log, or has a delivery that is due, is
claimed by one process at a time, with a lease: one attempt at a time to a receiver. All times are
the database's.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple
from uuid import UUID, uuid4

import msgspec
from botloom_contracts.database.models import ConfigEvent, Webhook, WebhookDelivery
from sqlalchemy import ColumnElement, Select, case, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from .message import CHANGED, Message, encode_message
from .sender import Outcome

LEASE_SECONDS = 30
"""An attempt takes a third of it. That of a process that died is made again after it."""

ATTEMPTS_KEPT = 20

RETENTION = timedelta(days=30)

CHANNEL = "webhooks"
"""Notified when something is to be sent, or has become so, beside the log's own channel."""

_LAST = select(func.coalesce(func.max(ConfigEvent.seq), 0))


Result = Literal["delivered", "retried", "failed", "void"]


class Claim(NamedTuple):
    """An attempt that this process is to make now."""

    webhook_id: int
    url: str
    secrets: Sequence[str]
    delivery_id: UUID
    body: bytes
    attempt: int
    """From 1."""
    leased_until: datetime


class Backlog(NamedTuple):
    next_seconds: float | None
    """Until something is due; None: nothing is. Not above 0: something is now."""
    pending: int
    oldest_seconds: float


async def last_seq(session: AsyncSession) -> int:
    return await session.scalar(_LAST) or 0


async def claim(session: AsyncSession, at_most: int) -> list[Claim]:
    """Take what is due. To be committed before it is sent."""
    due = exists().where(_due(), WebhookDelivery.webhook_id == Webhook.id)
    free = (
        select(Webhook, func.now())
        .where(
            Webhook.paused_by.is_(None),
            func.coalesce(Webhook.leased_until <= func.now(), True),
            func.coalesce(Webhook.quiet_until <= func.now(), True),
            or_(Webhook.noted_seq < _LAST.scalar_subquery(), due),
        )
        .order_by(Webhook.id)
        .limit(at_most)
        .with_for_update(skip_locked=True, of=Webhook)
    )
    claims = []
    for webhook, now in (await session.execute(free)).all():
        # Looked up once the row is locked: another process may just have sent what was due.
        delivery = await _owed(session, webhook, now) or await session.scalar(_first(webhook.id))
        if delivery is None:
            continue
        webhook.leased_until = now + timedelta(seconds=LEASE_SECONDS)
        delivery.attempt_count += 1
        delivery.next_attempt_at = webhook.leased_until
        claims.append(_claim(webhook, delivery, now))
    return claims


async def settle(
    session: AsyncSession, claimed: Claim, outcome: Outcome, delay: float | None
) -> Result:
    """Note how an attempt ended, and try again after `delay` seconds, unless that is None.

    An attempt on a webhook that was deleted, or that outlived its lease, is `void`.
    """
    webhook = await session.get(Webhook, claimed.webhook_id, with_for_update=True)
    if webhook is None or webhook.leased_until != claimed.leased_until:
        return "void"
    delivery = await session.get_one(WebhookDelivery, claimed.delivery_id)
    now = await session.scalar(select(func.now())) or claimed.leased_until
    webhook.leased_until = None
    error = outcome.attempt.error
    if error == "gone":
        delay = None
        # Unless the owner has paused it or led it elsewhere meanwhile.
        if webhook.paused_by is None and webhook.url == claimed.url:
            webhook.paused_by = "receiver"
            webhook.version += 1
            webhook.updated_at = now
    if outcome.retry_after:
        webhook.quiet_until = now + timedelta(seconds=outcome.retry_after)
    delivery.attempts = attempted(delivery.attempts, outcome)
    delivery.next_attempt_at = None
    if error is None:
        delivery.state = "delivered"
        return "delivered"
    if delay is None:
        delivery.state = "failed"
        return "failed"
    delivery.next_attempt_at = now + timedelta(seconds=delay)
    return "retried"


async def backlog(connection: AsyncConnection) -> Backlog:
    pending = WebhookDelivery.state == "pending"
    first = (
        select(func.min(WebhookDelivery.next_attempt_at))
        .where(pending, WebhookDelivery.webhook_id == Webhook.id)
        .scalar_subquery()
    )
    behind = Webhook.noted_seq < _LAST.scalar_subquery()
    owed_at = case((behind, func.now()), else_=first)
    # GREATEST leaves out what is NULL.
    sent_at = func.min(func.greatest(Webhook.leased_until, Webhook.quiet_until, owed_at))
    until = select(func.extract("epoch", sent_at - func.now())).where(
        Webhook.paused_by.is_(None), or_(behind, first.is_not(None))
    )
    age = func.extract("epoch", func.now() - func.min(WebhookDelivery.created_at))
    found = await connection.execute(
        select(until.scalar_subquery().label("next"), func.count(), func.coalesce(age, 0)).where(
            pending
        )
    )
    next_seconds, count, oldest = found.one()
    return Backlog(None if next_seconds is None else float(next_seconds), count, float(oldest))


async def trim(session: AsyncSession) -> None:
    """Forget what is over and old."""
    await session.execute(
        delete(WebhookDelivery).where(
            WebhookDelivery.created_at < func.now() - RETENTION, WebhookDelivery.state != "pending"
        )
    )


async def notify(session: AsyncSession) -> None:
    """Wake the dispatchers at the commit."""
    await session.execute(select(func.pg_notify(CHANNEL, "")))


def secrets_of(webhook: Webhook, now: datetime) -> tuple[str, ...]:
    """Those to sign with, the newest first."""
    until = webhook.previous_secret_until
    if webhook.previous_secret is None or until is None or until <= now:
        return (webhook.secret,)
    return (webhook.secret, webhook.previous_secret)


def _due() -> ColumnElement[bool]:
    return (WebhookDelivery.state == "pending") & (WebhookDelivery.next_attempt_at <= func.now())


def _first(webhook_id: int) -> Select[Any]:
    due = select(WebhookDelivery).where(_due(), WebhookDelivery.webhook_id == webhook_id)
    return due.order_by(WebhookDelivery.next_attempt_at, WebhookDelivery.number).limit(1)


async def _owed(session: AsyncSession, webhook: Webhook, now: datetime) -> WebhookDelivery | None:
    """One delivery for all that was changed since the last one, in place of what waits to be tried
    again: whoever knows of the newest event needs none of an older one."""
    last = select(ConfigEvent.seq, ConfigEvent.occurred_at).order_by(ConfigEvent.seq.desc())
    newest = (await session.execute(last.limit(1))).one_or_none()
    if newest is None or newest.seq <= webhook.noted_seq:
        return None
    await session.execute(
        update(WebhookDelivery)
        .where(
            WebhookDelivery.webhook_id == webhook.id,
            WebhookDelivery.state == "pending",
            WebhookDelivery.replay_of.is_(None),
        )
        .values(state="superseded", next_attempt_at=None)
    )
    delivery = WebhookDelivery(
        id=uuid4(),
        webhook_id=webhook.id,
        type=CHANGED,
        seq=newest.seq,
        occurred_at=newest.occurred_at,
        state="pending",
        attempt_count=0,
        attempts=[],
        next_attempt_at=now,
    )
    session.add(delivery)
    webhook.noted_seq = newest.seq
    return delivery


def _claim(webhook: Webhook, delivery: WebhookDelivery, now: datetime) -> Claim:
    assert webhook.leased_until is not None  # noqa: S101 - the caller has just set it
    message = Message(
        type=CHANGED if delivery.type == CHANGED else "test",
        timestamp=delivery.occurred_at,
        seq=delivery.seq,
    )
    return Claim(
        webhook.id,
        webhook.url,
        secrets_of(webhook, now),
        delivery.id,
        encode_message(message),
        delivery.attempt_count,
        webhook.leased_until,
    )


def attempted(attempts: list[dict[str, Any]], outcome: Outcome) -> list[dict[str, Any]]:
    """The attempts as the table keeps them, with one more."""
    return [*attempts, msgspec.to_builtins(outcome.attempt)][-ATTEMPTS_KEPT:]
