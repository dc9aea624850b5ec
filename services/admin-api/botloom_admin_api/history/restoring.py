"""The way back: events that bring the configuration, or an object, to an earlier state.

The states are those of the log, unchanged but for `version` and `updated_at`: versions only grow,
so that an ETag never comes back for other content.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import Entity
from sqlalchemy.ext.asyncio import AsyncSession

from ..commands import Commands, count
from ..deciding import Touched
from ..errors import Conflict, MovedOn, NotFound
from ..event_log import new_event
from ..repository import Repository
from ..resources import RESOURCES
from ..schemas.restore import RestoreRequest, RestoreResult, RestoreWarning
from ..writing import check, check_conflicts, links_problems, rows_to_check, write
from .differences import object_change
from .log_reader import ChangeCounts, LogReader, ObjectKey, Transition

SHOWN_MAX = 100
"""Changes and warnings in an answer."""

BREATH = 100
"""Between so many objects, other requests get their turn."""


class Restored(NamedTuple):
    events: list[ConfigEvent]
    transitions: list[Transition]
    warnings: list[RestoreWarning]


async def restore(commands: Commands, wanted: RestoreRequest, actor: str) -> RestoreResult:
    """Raises `InvalidInput` and a `Refusal`; then nothing is written."""
    only = _object_of(wanted)
    async with commands.writing() as (session, last_seq):
        _require_seqs(wanted, last_seq)
        async with session.begin_nested() as savepoint:
            restored = await bring_back(session, last_seq, wanted.seq, only, actor)
            if wanted.preview:
                await savepoint.rollback()
    if not wanted.preview:
        count(restored.events)
    return _result(last_seq if wanted.preview else last_seq + len(restored.events), restored)


async def bring_back(
    session: AsyncSession, last_seq: int, seq: int, only: ObjectKey | None, actor: str
) -> Restored:
    """Call it under the lock of the log. Appends and applies the events, then checks.

    A single object must break no rule. The whole is what was live, so whatever rules have become
    stricter since are only warned of. See docs/adr/0024.
    """
    log = LogReader(session)
    if only is None:
        await _require_live(log, seq)
    elif await log.last_event(only) is None:
        raise NotFound(f"There has never been a {only[0]} {only[1]}.")
    transitions = await log.transitions(last_seq, seq, only=only)
    transitions.sort(key=_turn)
    _require_readable(transitions)
    events = await _events(Repository(session), transitions, last_seq, seq, actor)
    await write(session, events)
    touched = [
        Touched(0, RESOURCES[entity], entity_id, after)
        for (entity, entity_id), _, after in transitions
    ]
    rows = await rows_to_check(session, len(touched))
    warnings: list[RestoreWarning] = []
    if only is None:
        warnings = await _warnings(touched, rows)
    else:
        problems = [problem for one in touched for problem in _form_problems(one)]
        if problems:
            raise InvalidInput(*problems)
        await check(touched, rows, [""])
    return Restored(events, transitions, warnings)


def _object_of(wanted: RestoreRequest) -> ObjectKey | None:
    if wanted.entity is None and wanted.entity_id is None:
        return None
    if wanted.entity is None or wanted.entity_id is None:
        missing = "entity" if wanted.entity is None else "entity_id"
        raise InvalidInput(FieldProblem(missing, "required", "an object has a kind and an id"))
    return wanted.entity, wanted.entity_id


def _require_seqs(wanted: RestoreRequest, last_seq: int) -> None:
    if wanted.if_seq is not None and wanted.if_seq != last_seq:
        raise MovedOn(last_seq)
    if wanted.seq > last_seq:
        detail = f"there is no event {wanted.seq}; the last one is {last_seq}"
        raise InvalidInput(FieldProblem("seq", "exists", detail))


async def _require_live(log: LogReader, seq: int) -> None:
    """Between the events of one transaction, rules may be broken that the whole keeps."""
    ends = await log.larger_change(seq)
    if ends is not None:
        first, last = ends
        detail = f"is within a change that goes up to event {last}: take {first - 1} or {last}"
        raise InvalidInput(FieldProblem("seq", "live", detail))


def _turn(transition: Transition) -> tuple[bool, int, int]:
    """What is used comes before its users, and goes after them; alike ones stand together."""
    (entity, entity_id), _, after = transition
    place = list(RESOURCES).index(entity)
    return after is None, -place if after is None else place, entity_id


def _require_readable(transitions: Sequence[Transition]) -> None:
    """What this version can't decode, nobody could look at afterwards."""
    problems: list[FieldProblem] = []
    for (entity, entity_id), _, after in transitions:
        try:
            if after is not None:
                RESOURCES[entity].fields_of(after)
        except msgspec.MsgspecError as error:
            problems.append(FieldProblem("seq", "readable", f"{entity} {entity_id}: {error}"))
    if problems:
        raise InvalidInput(*problems[:SHOWN_MAX])


async def _events(
    rows: Repository, transitions: Sequence[Transition], last_seq: int, seq: int, actor: str
) -> list[ConfigEvent]:
    now = datetime.now(UTC)
    versions = await _last_versions(rows, transitions)
    events: list[ConfigEvent] = []
    for key, before, after in transitions:
        last = before["version"] if before is not None else versions[key]
        state = None if after is None else {**after, "version": last + 1, "updated_at": now}
        events.append(
            new_event(
                last_seq + len(events) + 1, now, actor, key[0], state, before, f"restore:{seq}"
            )
        )
    return events


async def _last_versions(
    rows: Repository, transitions: Sequence[Transition]
) -> dict[ObjectKey, int]:
    """Of the objects that come back."""
    versions: dict[ObjectKey, int] = {}
    for entity in RESOURCES:
        ids = [one.key[1] for one in transitions if one.key[0] == entity and one.before is None]
        if ids:
            found = await rows.last_versions(entity, ids)
            versions |= {(entity, one): version for one, version in found.items()}
    return versions


def _form_problems(touched: Touched) -> list[FieldProblem]:
    if touched.row is None:
        return []
    return touched.resource.check_form(touched.resource.fields_of(touched.row))


async def _warnings(touched: Sequence[Touched], rows: Repository) -> list[RestoreWarning]:
    warnings: list[RestoreWarning] = []
    for number, one in enumerate(touched):
        if number % BREATH == 0:
            await asyncio.sleep(0)
        problems = _form_problems(one) or await links_problems(one, rows)
        try:
            if not problems:
                await check_conflicts(one, rows)
        except Conflict as conflict:
            problems = list(conflict.errors)
        entity: Entity = one.resource.entity
        warnings += [
            RestoreWarning(entity, one.entity_id, problem.field, problem.rule, problem.detail)
            for problem in problems
        ]
    return warnings


def _result(seq: int, restored: Restored) -> RestoreResult:
    transitions = sorted(restored.transitions, key=lambda one: one.key)
    changes = (object_change(*one.key, one.before, one.after) for one in transitions[:SHOWN_MAX])
    created = sum(one.before is None for one in transitions)
    deleted = sum(one.after is None for one in transitions)
    return RestoreResult(
        seq=seq,
        counts=ChangeCounts(created, len(transitions) - created - deleted, deleted),
        changes=[change for change in changes if change is not None],
        warnings=restored.warnings[:SHOWN_MAX],
    )
