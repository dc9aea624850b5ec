"""The tables of drafts, in the transaction of a session."""

from collections.abc import Sequence
from datetime import UTC, datetime

from botloom_contracts.database.draft_session import in_draft
from botloom_contracts.database.models import ConfigEvent, Draft, DraftChange
from botloom_contracts.errors import FieldProblem
from sqlalchemy import delete, func, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from ..errors import Conflict, NotFound
from ..repository import Repository
from ..resources import RESOURCES
from ..schemas.drafts import CHANGES_MAX
from ..schemas.fields import is_id
from .changes import DraftedChange

CHANNEL = "drafts"
"""Notified of every commit that changes a draft."""

_Key = tuple[str, int]
"""Kind and id of an object."""


async def read_draft(session: AsyncSession, draft_id: int) -> Draft:
    """Raises `NotFound`."""
    return _found(await session.get(Draft, draft_id) if is_id(draft_id) else None, draft_id)


async def lock_draft(session: AsyncSession, draft_id: int) -> Draft:
    """No other transaction changes it then, or what is in it. Raises `NotFound`."""
    query = select(Draft).where(Draft.id == draft_id).with_for_update()
    return _found(await session.scalar(query) if is_id(draft_id) else None, draft_id)


async def count_changes(session: AsyncSession, draft_id: int) -> int:
    query = select(func.count()).where(DraftChange.draft_id == draft_id)
    return await session.scalar(query) or 0


async def read_changes(session: AsyncSession, draft_id: int) -> list[DraftedChange]:
    """All of a draft, held against the tables as `session` reads them; what others refer to comes
    before them."""
    query = select(DraftChange.entity, DraftChange.entity_id, DraftChange.base_version)
    found = (await session.execute(query.where(DraftChange.draft_id == draft_id))).all()
    changes: list[DraftedChange] = []
    async with in_draft(await session.connection(), draft_id) as drafted_session:
        for entity in RESOURCES:
            bases = {one.entity_id: one.base_version for one in found if one.entity == entity}
            live = await Repository(session).rows_of(entity, bases)
            drafted = await Repository(drafted_session).rows_of(entity, bases)
            changes += (
                DraftedChange(entity, one, bases[one], live.get(one), drafted.get(one))
                for one in sorted(bases)
            )
    return changes


async def keep(session: AsyncSession, draft_id: int, events: Sequence[ConfigEvent]) -> None:
    """Make the events' states those of the draft, which must be locked.

    Raises `Conflict` where it would change too many objects.
    """
    if not events:
        return
    states = {(event.entity, event.entity_id): event.state for event in events}
    bases: dict[_Key, int | None] = {}
    for event in events:
        base = None if event.previous is None else event.previous["version"]
        bases.setdefault((event.entity, event.entity_id), base)
    deleted = [key for key, state in states.items() if state is None]
    # What the draft made and deleted again was never there.
    unmade = await _delete_made(session, draft_id, deleted)
    unmade |= {key for key in deleted if bases[key] is None}
    rows = [
        {
            "draft_id": draft_id,
            "entity": entity,
            "entity_id": entity_id,
            "state": state,
            "base_version": bases[entity, entity_id],
        }
        for (entity, entity_id), state in states.items()
        if (entity, entity_id) not in unmade
    ]
    if rows:
        statement = insert(DraftChange)
        await session.execute(
            # Of an object that the draft has changed before, the base stays.
            statement.on_conflict_do_update(
                index_elements=["draft_id", "entity", "entity_id"],
                set_={"state": statement.excluded.state},
            ),
            rows,
        )
    count = await count_changes(session, draft_id)
    if count > CHANGES_MAX:
        detail = f"the draft would change {count} objects; there may be {CHANGES_MAX}"
        raise Conflict(FieldProblem("", "draft_changes", detail), ())
    await touch(session, draft_id, len(events))


async def touch(session: AsyncSession, draft_id: int, changes: int) -> None:
    """Count the changes, and tell those who wait for them."""
    await session.execute(
        update(Draft)
        .where(Draft.id == draft_id)
        .values(version=Draft.version + changes, updated_at=datetime.now(UTC))
    )
    await notify(session)


async def notify(session: AsyncSession) -> None:
    await session.execute(select(func.pg_notify(CHANNEL, "")))


async def _delete_made(session: AsyncSession, draft_id: int, keys: Sequence[_Key]) -> set[_Key]:
    """Those of the changes that made an object; returns which."""
    found = await session.execute(
        delete(DraftChange)
        .where(
            DraftChange.draft_id == draft_id,
            DraftChange.base_version.is_(None),
            tuple_(DraftChange.entity, DraftChange.entity_id).in_(keys),
        )
        .returning(DraftChange.entity, DraftChange.entity_id)
    )
    return {(entity, entity_id) for entity, entity_id in found}


def _found(draft: Draft | None, draft_id: int) -> Draft:
    if draft is None:
        raise NotFound(f"There is no draft {draft_id}.")
    return draft
