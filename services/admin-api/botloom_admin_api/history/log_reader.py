"""What is read from the log. It only grows, so what is read up to a `seq` stays so."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.events import Entity
from msgspec import Struct
from sqlalchemy import ColumnElement, Select, func, literal_column, or_, select, tuple_
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import ARRAY, distinct_on
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlalchemy.types import Text

from ..errors import NotFound
from ..repository import Row
from .differences import KEPT_BY_ITSELF

Order = Literal["newest", "oldest"]
ObjectKey = tuple[Entity, int]


class EventFilter(Struct, frozen=True, kw_only=True):
    """What is None does not matter."""

    entity: Entity | None = None
    entity_id: int | None = None
    actor: str | None = None
    cause: str | None = None
    """Whole, or what stands before the colon: `restore` is `restore:1` and `restore:2`."""
    since: datetime | None = None
    until: datetime | None = None
    """Up to, but without."""


class Transition(NamedTuple):
    """From one state of an object to another."""

    key: ObjectKey
    before: Row | None
    after: Row | None

    def back(self) -> "Transition":
        return Transition(self.key, self.after, self.before)


class ChangeCounts(Struct, frozen=True):
    """Of objects."""

    created: int
    updated: int
    deleted: int


class FieldOrigin(NamedTuple):
    """The event that set the value that a field has, or had last."""

    field: str
    event: ConfigEvent


class LogReader:
    """Reads in the transaction of `session`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def event(self, seq: int) -> ConfigEvent | None:
        return await self._session.get(ConfigEvent, seq)

    async def require(self, *seqs: int) -> None:
        """Raises `NotFound` unless all of them were reached; 0 is before the first event."""
        last = await self._session.scalar(select(func.coalesce(func.max(ConfigEvent.seq), 0)))
        if last is not None and max(seqs) > last:
            raise NotFound(f"There is no event {max(seqs)}; the last one is {last}.")

    async def larger_change(self, seq: int) -> tuple[int, int] | None:
        """The first and the last event of a transaction that goes on after the event `seq`.

        Events of one transaction have one time, and nobody else writes at that time.
        """
        event, following = await self.event(seq), await self.event(seq + 1)
        if event is None or following is None or event.occurred_at != following.occurred_at:
            return None
        ends = select(func.min(ConfigEvent.seq), func.max(ConfigEvent.seq)).where(
            ConfigEvent.occurred_at == event.occurred_at
        )
        first, last = (await self._session.execute(ends)).one()
        return first, last

    async def events(
        self, wanted: EventFilter, order: Order, behind: int, limit: int
    ) -> Sequence[ConfigEvent]:
        """`behind` is the `seq` to go on behind; 0 begins."""
        seq = ConfigEvent.seq
        query = select(ConfigEvent).where(*_conditions(wanted)).limit(limit)
        if behind:
            query = query.where(seq > behind if order == "oldest" else seq < behind)
        query = query.order_by(seq if order == "oldest" else seq.desc())
        return (await self._session.scalars(query)).all()

    async def actors(self, limit: int) -> Sequence[str]:
        """Everybody whom the log knows. Jumps from one to the next in the index, so that it takes a
        step for each of them, and not for each event."""
        actor = ConfigEvent.actor
        found = select(func.min(actor).label("actor")).cte("found", recursive=True)
        following = select(func.min(actor)).where(actor > found.c.actor).scalar_subquery()
        found = found.union_all(select(following).where(found.c.actor.is_not(None)))
        query = select(found.c.actor).where(found.c.actor.is_not(None)).limit(limit)
        return (await self._session.scalars(query)).all()

    async def states_at(
        self, seq: int, behind: ObjectKey | None, limit: int, entity: Entity | None = None
    ) -> list[tuple[ObjectKey, Row]]:
        """The objects that there were after the event `seq`, in the order of their keys."""
        event = ConfigEvent
        latest = (
            select(event.entity, event.entity_id, event.state)
            .ext(distinct_on(event.entity, event.entity_id))
            .where(event.seq <= seq)
            .order_by(event.entity, event.entity_id, event.seq.desc())
        )
        if entity is not None:
            latest = latest.where(event.entity == entity)
        if behind is not None:
            latest = latest.where(tuple_(event.entity, event.entity_id) > tuple_(*behind))
        found = latest.subquery()
        query = (
            select(found)
            .where(found.c.state.is_not(None))
            .order_by(found.c.entity, found.c.entity_id)
            .limit(limit)
        )
        rows = await self._session.execute(query)
        return [((row.entity, row.entity_id), row.state) for row in rows]

    async def transitions(
        self,
        start: int,
        end: int,
        *,
        only: ObjectKey | None = None,
        behind: ObjectKey | None = None,
        limit: int | None = None,
    ) -> list[Transition]:
        """From after `start` to after `end`, in the order of the keys, of what differs by then.

        Where `start` is the later one, it is the way back.
        """
        found = _transitions(min(start, end), max(start, end), only).subquery()
        query = select(found).order_by(found.c.entity, found.c.entity_id).limit(limit)
        if behind is not None:
            query = query.where(tuple_(found.c.entity, found.c.entity_id) > tuple_(*behind))
        rows = await self._session.execute(query)
        transitions = [
            Transition((row.entity, row.entity_id), row.before, row.after) for row in rows
        ]
        return [one.back() for one in transitions] if start > end else transitions

    async def count_changes(self, start: int, end: int) -> ChangeCounts:
        """As many as all pages of `transitions` have."""
        found = _transitions(min(start, end), max(start, end), None).subquery()
        gone = found.c.after if start <= end else found.c.before
        new = found.c.before if start <= end else found.c.after
        query = select(
            func.count().filter(new.is_(None)),
            func.count().filter(new.is_not(None), gone.is_not(None)),
            func.count().filter(gone.is_(None)),
        ).select_from(found)
        return ChangeCounts(*(await self._session.execute(query)).one())

    async def last_event(self, key: ObjectKey) -> ConfigEvent | None:
        query = select(ConfigEvent).where(*_about(key)).order_by(ConfigEvent.seq.desc()).limit(1)
        return await self._session.scalar(query)

    async def origins(self, key: ObjectKey) -> list[FieldOrigin]:
        """Of every field that the object has, or had when it was deleted."""
        event = ConfigEvent
        field = func.jsonb_each(event.state).table_valued("key", "value", joins_implicitly=True)
        # A field that an older event does not have is one that there was not yet.
        before = func.coalesce(
            event.previous.op("->")(field.c.key), literal_column("'null'::jsonb")
        )
        query = (
            select(field.c.key, event.seq)
            .ext(distinct_on(field.c.key))
            .where(
                *_about(key),
                field.c.key.not_in(KEPT_BY_ITSELF),
                or_(event.previous.is_(None), before.is_distinct_from(field.c.value)),
            )
            .order_by(field.c.key, event.seq.desc())
        )
        seqs = {row.key: row.seq for row in await self._session.execute(query)}
        events = select(event).where(event.seq == func.any(list(seqs.values())))
        by_seq = {found.seq: found for found in await self._session.scalars(events)}
        return [FieldOrigin(name, by_seq[seq]) for name, seq in seqs.items()]


def _about(key: ObjectKey) -> tuple[ColumnElement[bool], ...]:
    entity, entity_id = key
    return ConfigEvent.entity == entity, ConfigEvent.entity_id == entity_id


def _conditions(wanted: EventFilter) -> list[ColumnElement[bool]]:
    event = ConfigEvent
    conditions = [
        column == value
        for column, value in (
            (event.entity, wanted.entity),
            (event.entity_id, wanted.entity_id),
            (event.actor, wanted.actor),
        )
        if value is not None
    ]
    if wanted.cause is not None:
        act = func.starts_with(event.cause, f"{wanted.cause}:")
        conditions.append(or_(event.cause == wanted.cause, act))
    if wanted.since is not None:
        conditions.append(event.occurred_at >= wanted.since)
    if wanted.until is not None:
        conditions.append(event.occurred_at < wanted.until)
    return conditions


def _transitions(start: int, end: int, only: ObjectKey | None) -> Select[Any]:
    """Of the objects with events in between: the state before the first, and after the last."""
    event, first, last = ConfigEvent, aliased(ConfigEvent), aliased(ConfigEvent)
    ends = select(
        event.entity,
        event.entity_id,
        func.min(event.seq).label("first"),
        func.max(event.seq).label("last"),
    ).where(event.seq > start, event.seq <= end)
    if only is not None:
        ends = ends.where(*_about(only))
    found = ends.group_by(event.entity, event.entity_id).subquery()
    before, after = first.previous, last.state
    return (
        select(found.c.entity, found.c.entity_id, before.label("before"), after.label("after"))
        .join(first, first.seq == found.c.first)
        .join(last, last.seq == found.c.last)
        .where(_authored(before).is_distinct_from(_authored(after)))
    )


def _authored(state: Any) -> Any:
    """What authors set; null and absent are the same."""
    kept = sql_cast(sorted(KEPT_BY_ITSELF), ARRAY(Text))
    return func.jsonb_strip_nulls(state.op("-")(kept))
