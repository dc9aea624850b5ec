"""Exports, plans and what is applied: from the tables and back."""

import asyncio
import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple, cast

import msgspec
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import Entity
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..commands import Commands, count
from ..errors import PlanOutdated, Refusal
from ..history.differences import Configuration
from ..loaded_repository import LoadedRepository, read_tables
from ..repository import Repository
from ..writing import rehearse, write
from .desired import Desired, read_desired
from .document import Format, decode_document, digestible, encode_document
from .exporting import Present, export, read_present
from .matching import Matching, match
from .planning import Ids, Planned, plan

CAUSE = "apply"

_NEW_ID = 2**62
"""New objects have ids from here while a plan is only looked at."""
_PLAN_ID = re.compile(r"(0|[1-9][0-9]{0,18})-[0-9a-f]{64}")


class Proposal(NamedTuple):
    """A plan that breaks no rule."""

    plan_id: str
    base_seq: int
    planned: Planned
    events: list[ConfigEvent]


class _Read(NamedTuple):
    """All that is known before ids are given out."""

    plan_id: str
    desired: Desired
    present: Present
    matching: Matching


class ConfigurationAsCode:
    """One large document at a time: each takes memory and a processor."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], commands: Commands) -> None:
        self._sessions = sessions
        self._commands = commands
        self._turn = asyncio.Lock()

    async def export(self, form: Format) -> tuple[bytes, int]:
        """The document, and the `seq` that it is of."""
        async with self._turn:
            seq, rows = await self._snapshot()
            return await asyncio.to_thread(_export, rows, form), seq

    async def plan(self, body: bytes, form: Format, delete: bool, actor: str) -> Proposal:
        """Raises `MalformedBody`, `InvalidInput` and `Conflict` as applying it would."""
        async with self._turn:
            base_seq, rows = await self._snapshot()
            read = await asyncio.to_thread(_read, body, form, rows, base_seq, delete)
            ids = {
                entity: range(_NEW_ID, _NEW_ID + needed)
                for entity, needed in read.matching.new.items()
            }
            return await asyncio.to_thread(_propose, read, ids, base_seq, delete, actor)

    async def apply(
        self, body: bytes, form: Format, delete: bool, plan_id: str, actor: str
    ) -> tuple[Proposal, int]:
        """Does what the plan says, with the `seq` that it leads to; or raises `PlanOutdated`."""
        planned_seq = _base_seq(plan_id)
        async with self._turn:
            base_seq, rows = await self._snapshot()
            _require_same(planned_seq, base_seq)
            read = await asyncio.to_thread(_read, body, form, rows, base_seq, delete)
            if read.plan_id != plan_id:
                detail = "is of another document, or of the same with another `delete`"
                raise InvalidInput(FieldProblem("plan_id", "plan", detail))
            ids = await self._new_ids(read.matching.new)
            proposal = await asyncio.to_thread(_propose, read, ids, base_seq, delete, actor)
            async with self._commands.writing() as (session, last_seq):
                # What was checked holds as long as nothing has been written since.
                _require_same(planned_seq, last_seq)
                await write(session, proposal.events)
        count(proposal.events)
        return proposal, base_seq + len(proposal.events)

    async def _snapshot(self) -> tuple[int, Configuration]:
        async with self._sessions() as session:
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            seq = await session.scalar(select(func.coalesce(func.max(ConfigEvent.seq), 0)))
            return seq or 0, await read_tables(session)

    async def _new_ids(self, needed: Mapping[Entity, int]) -> Ids:
        async with self._sessions.begin() as session:
            repository = Repository(session)
            return {
                entity: sorted(await repository.new_ids(entity, number)) if number else []
                for entity, number in needed.items()
            }


def _export(rows: Configuration, form: Format) -> bytes:
    return encode_document(export(read_present(rows)), form)


def _read(body: bytes, form: Format, rows: Configuration, base_seq: int, delete: bool) -> _Read:
    document = decode_document(body, form)
    present = read_present(rows)
    # What is to go can't be referred to.
    handlers = {} if delete else {name: one for one, name in present.items.handlers.items()}
    keyboards = {} if delete else {name: one for one, name in present.items.keyboards.items()}
    desired = read_desired(document, handlers, keyboards)
    plan_id = _plan_id(base_seq, document, delete)
    return _Read(plan_id, desired, present, match(desired, present, delete))


def _propose(read: _Read, ids: Ids, base_seq: int, delete: bool, actor: str) -> Proposal:
    planned = plan(read.desired, read.present, read.matching, ids, delete)
    places = [change.place for change in planned.changes]
    rows = LoadedRepository(read.present.rows)
    try:
        # In memory nothing waits, so this loop never idles.
        events = asyncio.run(rehearse(rows, base_seq, planned.operations, actor, CAUSE, places))
    except InvalidInput as error:
        raise InvalidInput(*_readable(error.problems, planned.names)) from None
    except Refusal as refusal:
        refusal.errors = tuple(_readable(refusal.errors, planned.names))
        refusal.detail = _with_names(refusal.detail, planned.names)
        refusal.conflicts = tuple(one for one in refusal.conflicts if one.id < _NEW_ID)
        raise
    return Proposal(read.plan_id, base_seq, planned, events)


def _plan_id(base_seq: int, document: Any, delete: bool) -> str:
    told = msgspec.json.encode((base_seq, delete)) + digestible(document)
    return f"{base_seq}-{sha256(told).hexdigest()}"


def _base_seq(plan_id: str) -> int:
    if not plan_id:
        raise InvalidInput(FieldProblem("plan_id", "required", "is missing: make a plan first"))
    found = _PLAN_ID.fullmatch(plan_id)
    if found is None:
        raise InvalidInput(FieldProblem("plan_id", "plan", "is no `plan_id` of a plan"))
    return int(found[1])


def _require_same(planned_seq: int, present_seq: int) -> None:
    if planned_seq != present_seq:
        raise PlanOutdated(planned_seq, present_seq)


Names = Mapping[tuple[Entity, int], str]


def _readable(problems: Sequence[FieldProblem], names: Names) -> Iterable[FieldProblem]:
    """In the words of the document, which has no ids."""
    for problem in problems:
        field = re.sub(r"\.(keyboard|handler)_id$", r".\1", problem.field)
        yield FieldProblem(field, problem.rule, _with_names(problem.detail, names))


def _with_names(detail: str, names: Names) -> str:
    def name(found: re.Match[str]) -> str:
        entity = cast(Entity, found[1])
        known = names.get((entity, int(found[2])))
        return found[0] if known is None else f"{entity} {known!r}"

    return re.sub(r"\b(handler|callback|keyboard|button) (\d{1,19})\b", name, detail)
