"""What owners do to webhooks. Each is one transaction, under the row's lock."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from botloom_contracts.database.models import Webhook, WebhookDelivery
from botloom_contracts.errors import FieldProblem
from botloom_contracts.webhook_signature import new_secret
from botloom_runtime.outgoing.addresses import AllowedNetworks
from msgspec import UNSET
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..accounts.actor_names import maker_names
from ..errors import Conflict, NotFound
from ..preconditions import require_match
from ..schemas.fields import is_id
from ..schemas.webhooks import DeliveryState, WebhookFields, WebhookPatch
from .message import TEST, Message, encode_message
from .queue import attempted, last_seq, notify, secrets_of
from .sender import Sender
from .urls import check_url
from .views import webhook_view

WEBHOOKS_MAX = 20

PENDING_MAX = 100
"""Deliveries to one webhook that may wait at a time."""

ROTATION = timedelta(hours=24)
"""So long the secret before signs as well, for the receiver to be given the new one."""


class Registry:
    """The methods raise `InvalidInput` and `Refusal`; then nothing is written."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], allowed: AllowedNetworks, sender: Sender
    ) -> None:
        self._sessions = sessions
        self._allowed = allowed
        self._sender = sender

    async def all(self) -> Sequence[Webhook]:
        async with self._sessions() as session:
            return (await session.scalars(select(Webhook).order_by(Webhook.id))).all()

    async def one(self, webhook_id: int) -> Webhook:
        async with self._sessions() as session:
            return await _webhook(session, webhook_id)

    async def makers(self, webhooks: Sequence[Webhook]) -> Mapping[str, str]:
        """What those who made them are called, by actor."""
        async with self._sessions() as session:
            return await maker_names(session, webhooks)

    async def register(self, fields: WebhookFields, actor: str) -> Webhook:
        check_url(fields.url, self._allowed)
        async with self._sessions.begin() as session:
            # Else two at once would both be the last one that there may be.
            await session.execute(text("LOCK TABLE webhooks IN SHARE ROW EXCLUSIVE MODE"))
            if (await session.scalar(select(func.count(Webhook.id))) or 0) >= WEBHOOKS_MAX:
                detail = f"there are {WEBHOOKS_MAX} webhooks, and no more may be"
                raise Conflict(FieldProblem("", "limit", detail), ())
            webhook = Webhook(
                name=fields.name,
                url=fields.url,
                secret=new_secret(),
                paused_by="owner" if fields.paused else None,
                noted_seq=await last_seq(session),
                version=1,
                created_by=actor,
            )
            session.add(webhook)
        return webhook

    async def change(self, webhook_id: int, patch: WebhookPatch, if_match: str | None) -> Webhook:
        """A patch that changes nothing writes nothing."""
        if patch.url is not UNSET:
            check_url(patch.url, self._allowed)
        async with self._sessions.begin() as session:
            webhook = await _locked(session, webhook_id, if_match)
            before = (webhook.name, webhook.url, webhook.paused_by)
            if patch.name is not UNSET:
                webhook.name = patch.name
            if patch.url is not UNSET:
                webhook.url = patch.url
            if patch.paused is not UNSET:
                webhook.paused_by = (webhook.paused_by or "owner") if patch.paused else None
            if before != (webhook.name, webhook.url, webhook.paused_by):
                webhook.quiet_until = None
                await _changed(session, webhook)
        return webhook

    async def rotate(self, webhook_id: int, if_match: str | None) -> Webhook:
        """A new secret; the one before it signs as well for `ROTATION`."""
        async with self._sessions.begin() as session:
            webhook = await _locked(session, webhook_id, if_match)
            webhook.previous_secret = webhook.secret
            webhook.secret = new_secret()
            now = await _changed(session, webhook)
            webhook.previous_secret_until = now + ROTATION
        return webhook

    async def delete(self, webhook_id: int, if_match: str | None) -> None:
        """With its deliveries. An attempt under way may still arrive."""
        async with self._sessions.begin() as session:
            await session.delete(await _locked(session, webhook_id, if_match))

    async def test(self, webhook_id: int) -> WebhookDelivery:
        """Send a message now, once, paused or not. Returns how it ended."""
        async with self._sessions() as session:
            webhook = await _webhook(session, webhook_id)
            now = await session.scalar(select(func.now())) or webhook.created_at
            message = Message(type=TEST, timestamp=now, seq=await last_seq(session))
        # No connection is held while the receiver takes its time.
        delivery_id = uuid4()
        outcome = await self._sender.send(
            webhook.url, secrets_of(webhook, now), str(delivery_id), encode_message(message)
        )
        delivery = WebhookDelivery(
            id=delivery_id,
            webhook_id=webhook_id,
            type=TEST,
            seq=message.seq,
            occurred_at=now,
            state="delivered" if outcome.attempt.error is None else "failed",
            attempt_count=1,
            attempts=attempted([], outcome),
            created_at=now,
        )
        async with self._sessions.begin() as session:
            await _webhook(session, webhook_id)
            session.add(delivery)
        return delivery

    async def deliveries(
        self, webhook_id: int, state: DeliveryState | None, before: int, limit: int
    ) -> Sequence[WebhookDelivery]:
        """The newest first; with `before`, those with a smaller number."""
        query = select(WebhookDelivery).where(WebhookDelivery.webhook_id == webhook_id)
        if state is not None:
            query = query.where(WebhookDelivery.state == state)
        if before:
            query = query.where(WebhookDelivery.number < before)
        async with self._sessions() as session:
            await _webhook(session, webhook_id)
            query = query.order_by(WebhookDelivery.number.desc()).limit(limit)
            return (await session.scalars(query)).all()

    async def replay(self, webhook_id: int, delivery_id: UUID) -> WebhookDelivery:
        """The same message as a new delivery: receivers drop an id that they have seen."""
        async with self._sessions.begin() as session:
            await _locked(session, webhook_id, None)
            past = await session.get(WebhookDelivery, delivery_id)
            if past is None or past.webhook_id != webhook_id:
                raise NotFound(f"The webhook {webhook_id} has no delivery {delivery_id}.")
            pending = select(func.count(WebhookDelivery.number)).where(
                WebhookDelivery.webhook_id == webhook_id, WebhookDelivery.state == "pending"
            )
            if (await session.scalar(pending) or 0) >= PENDING_MAX:
                detail = f"{PENDING_MAX} deliveries are waiting, and no more may"
                raise Conflict(FieldProblem("", "limit", detail), ())
            now = await session.scalar(select(func.now()))
            delivery = WebhookDelivery(
                id=uuid4(),
                webhook_id=webhook_id,
                type=past.type,
                seq=past.seq,
                occurred_at=past.occurred_at,
                state="pending",
                attempt_count=0,
                attempts=[],
                next_attempt_at=now,
                replay_of=past.id,
                created_at=now,
            )
            session.add(delivery)
            await notify(session)
        return delivery


async def _webhook(session: AsyncSession, webhook_id: int, *, lock: bool = False) -> Webhook:
    found = None
    if is_id(webhook_id):
        found = await session.get(Webhook, webhook_id, with_for_update=lock or None)
    if found is None:
        raise NotFound(f"There is no webhook {webhook_id}.")
    return found


async def _locked(session: AsyncSession, webhook_id: int, if_match: str | None) -> Webhook:
    webhook = await _webhook(session, webhook_id, lock=True)
    names = await maker_names(session, [webhook])
    require_match(if_match, webhook.version, partial(webhook_view, webhook, names))
    return webhook


async def _changed(session: AsyncSession, webhook: Webhook) -> datetime:
    now = await session.scalar(select(func.now())) or webhook.updated_at
    webhook.version += 1
    webhook.updated_at = now
    await notify(session)
    return now
