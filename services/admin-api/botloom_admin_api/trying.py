"""Changes that are not saved: held against the rules as if they were, and tried.

Nothing is written: the tables are read as the changes would make them.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from botloom_contracts.database.cache_entries import EntryReader, affected_by
from botloom_contracts.database.draft_session import NO_DRAFT, Unsaved, with_unsaved
from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import Entity
from sqlalchemy.ext.asyncio import AsyncSession

from .deciding import Known, decide
from .errors import NotFound, problem_at
from .operations import Delete, Operation, Put
from .repository import Repository
from .resources import RESOURCES
from .schemas.unsaved import FIRST_UNSAVED_ID, UnsavedObject
from .writing import check, refuse_malformed

CacheChanges = dict[str, bytes | None]
"""Keys of the cache, and what would stand there; None where nothing would."""


async def try_changes(
    session: AsyncSession, changes: Sequence[UnsavedObject], draft_id: int = NO_DRAFT
) -> CacheChanges:
    """`session` reads the live configuration, or the draft. Raises what saving would raise:
    `InvalidInput` and refusals; their fields begin with `changes[n]`."""
    operations, places = _operations(changes)
    known = await _read(changes, Repository(session))
    decision = decide(operations, known, 0, datetime.now(UTC), "", None, places)
    touched = decision.touched.values()
    unsaved = [Unsaved(one.resource.entity, one.entity_id, one.row) for one in touched]
    async with with_unsaved(await session.connection(), unsaved, draft_id) as after:
        rows = Repository(after)
        if decision.malformed:
            await refuse_malformed(decision, rows, places)
        await check(touched, rows, places)
        return await EntryReader(after).entries(affected_by(decision.events))


async def _read(changes: Sequence[UnsavedObject], rows: Repository) -> Known:
    """The objects that are changed. Raises `NotFound`."""
    known = Known()
    for entity in RESOURCES:
        named = {change.id for change in changes if change.entity == entity and change.id}
        known.rows[entity] = await rows.rows_of(entity, named)
    for number, change in enumerate(changes):
        if change.id is not None and change.id not in known.rows[change.entity]:
            raise NotFound(f"There is no {change.entity} {change.id}.").at(_place(number))
    return known


def _operations(changes: Sequence[UnsavedObject]) -> tuple[list[Operation], list[str]]:
    """With the place of each. Raises `InvalidInput`."""
    operations: list[Operation] = []
    places: list[str] = []
    problems: list[FieldProblem] = []
    seen: set[tuple[Entity, int]] = set()
    for number, change in enumerate(changes):
        place, resource = _place(number), RESOURCES[change.entity]
        problem = _problem(change, (resource.entity, change.id) in seen)
        if problem is not None:
            problems.append(problem_at(place, problem))
        elif change.fields is None:
            operations.append(Delete(resource, change.id or 0))
            places.append(place)
        else:
            entity_id = FIRST_UNSAVED_ID + number if change.id is None else change.id
            operations.append(Put(resource, entity_id, resource.complete(change.fields)))
            places.append(f"{place}.fields")
        if change.id is not None:
            seen.add((resource.entity, change.id))
    if problems:
        raise InvalidInput(*problems)
    return operations, places


def _place(number: int) -> str:
    return f"changes[{number}]"


def _problem(change: UnsavedObject, is_second: bool) -> FieldProblem | None:
    if is_second:
        return FieldProblem("id", "unique", "is changed before already")
    if change.deleted and change.id is None:
        return FieldProblem("id", "required", "says what is deleted")
    if change.deleted == (change.fields is not None):
        rule = "exclusive" if change.deleted else "required"
        return FieldProblem("fields", rule, "are what an object is to be that is not deleted")
    return None
