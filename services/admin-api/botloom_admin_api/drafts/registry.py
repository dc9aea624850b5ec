"""The drafts that there are: made, renamed, given testers, dropped."""

from collections.abc import Mapping, Sequence
from functools import partial

import msgspec
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.database.models import Draft, DraftChange
from botloom_contracts.errors import FieldProblem, InvalidInput
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..accounts.actor_names import maker_names
from ..errors import Conflict
from ..preconditions import require_match
from ..schemas.drafts import (
    DRAFTS_MAX,
    DraftDetails,
    DraftDiff,
    DraftFields,
    DraftPatch,
    DraftView,
)
from .changes import DraftedChange, conflicts_of, object_changes_of
from .rows import lock_draft, notify, read_changes, read_draft, touch


class Drafts:
    """The methods raise `InvalidInput` and `Refusal`; then nothing is written."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def list(self) -> list[DraftView]:
        counts = (
            select(DraftChange.draft_id, func.count().label("changes"))
            .group_by(DraftChange.draft_id)
            .subquery()
        )
        query = (
            select(Draft, func.coalesce(counts.c.changes, 0))
            .outerjoin(counts, counts.c.draft_id == Draft.id)
            .order_by(Draft.id)
        )
        async with self._sessions() as session:
            found = (await session.execute(query)).all()
            names = await maker_names(session, [draft for draft, _ in found])
        return [_view(draft, changes, names) for draft, changes in found]

    async def version(self, draft_id: int) -> int:
        async with self._sessions() as session:
            return (await read_draft(session, draft_id)).version

    async def read(self, draft_id: int) -> DraftDetails:
        async with self._sessions() as session:
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            draft = await read_draft(session, draft_id)
            changes = await read_changes(session, draft_id)
            return details(draft, changes, await maker_names(session, [draft]))

    async def diff(self, draft_id: int) -> DraftDiff:
        async with self._sessions() as session:
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            draft = await read_draft(session, draft_id)
            changes = await read_changes(session, draft_id)
        return DraftDiff(
            version=draft.version,
            items=object_changes_of(changes),
            conflicts=conflicts_of(changes),
        )

    async def create(self, fields: DraftFields, actor: str) -> DraftView:
        async with self._sessions.begin() as session:
            await _lock_all(session)
            count = await session.scalar(select(func.count()).select_from(Draft)) or 0
            if count >= DRAFTS_MAX:
                detail = f"there are {count} drafts already; publish or drop one"
                raise Conflict(FieldProblem("", "drafts", detail), ())
            await _refuse_second(session, fields.name, fields.testers, but=0)
            draft = Draft(name=fields.name, testers=_sorted(fields.testers), created_by=actor)
            session.add(draft)
            await session.flush()
            await session.refresh(draft)
            await notify(session)
            names = await maker_names(session, [draft])
        return _view(draft, 0, names)

    async def change(self, draft_id: int, patch: DraftPatch, if_match: str | None) -> DraftView:
        async with self._sessions.begin() as session:
            await _lock_all(session)
            draft = await lock_draft(session, draft_id)
            changes = await read_changes(session, draft_id)
            names = await maker_names(session, [draft])
            require_match(if_match, draft.version, partial(details, draft, changes, names))
            name = draft.name if patch.name is msgspec.UNSET else patch.name
            testers = draft.testers if patch.testers is msgspec.UNSET else _sorted(patch.testers)
            if (name, testers) != (draft.name, draft.testers):
                await _refuse_second(session, name, testers, but=draft_id)
                draft.name, draft.testers = name, testers
                await session.flush()
                await touch(session, draft_id, 1)
                await session.refresh(draft)
        return _view(draft, len(changes), names)

    async def drop(self, draft_id: int, if_match: str | None) -> None:
        async with self._sessions.begin() as session:
            draft = await lock_draft(session, draft_id)
            changes = await read_changes(session, draft_id)
            names = await maker_names(session, [draft])
            require_match(if_match, draft.version, partial(details, draft, changes, names))
            await session.delete(draft)
            await notify(session)


async def _lock_all(session: AsyncSession) -> None:
    await session.execute(select(func.pg_advisory_xact_lock(AdvisoryLock.DRAFTS)))


async def _refuse_second(
    session: AsyncSession, name: str, testers: Sequence[int], but: int
) -> None:
    """Names are unique, and a person tests one draft."""
    query = select(Draft).where(Draft.id != but).order_by(Draft.id)
    for other in await session.scalars(query):
        if other.name == name:
            raise Conflict(FieldProblem("name", "unique", f"draft {other.id} has it already"), ())
        both = sorted(set(other.testers) & set(testers))
        if both:
            detail = f"person {both[0]} tests draft {other.id} ({other.name}) already"
            raise Conflict(FieldProblem("testers", "unique", detail), ())


def _sorted(testers: Sequence[int]) -> list[int]:
    """Raises `InvalidInput` where one is named twice."""
    found = sorted(set(testers))
    if len(found) != len(testers):
        raise InvalidInput(FieldProblem("testers", "unique", "names a person twice"))
    return found


def details(
    draft: Draft, changes: Sequence[DraftedChange], names: Mapping[str, str]
) -> DraftDetails:
    view = msgspec.structs.asdict(_view(draft, len(changes), names))
    return DraftDetails(**view, conflicts=conflicts_of(changes))


def _view(draft: Draft, changes: int, names: Mapping[str, str]) -> DraftView:
    return DraftView(
        id=draft.id,
        name=draft.name,
        version=draft.version,
        testers=draft.testers,
        changes=changes,
        created_by=draft.created_by,
        created_by_name=names[draft.created_by],
        created_at=draft.created_at,
        updated_at=draft.updated_at,
    )
