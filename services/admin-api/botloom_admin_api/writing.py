"""Carries operations out in a transaction: first all are written, then all are checked.

So they may depend on each other in any order, as long as what stands in the end is right.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.errors import FieldProblem, InvalidInput
from sqlalchemy.ext.asyncio import AsyncSession

from .deciding import Decision, Known, decide
from .errors import Conflict
from .event_log import append
from .operations import Changed, Create, Operation, Put
from .projection import apply
from .repository import Repository

PROBLEMS_MAX = 100


class Written(NamedTuple):
    changes: list[Changed]
    """One for each operation."""
    events: list[ConfigEvent]


async def carry_out(
    session: AsyncSession,
    last_seq: int,
    operations: Sequence[Operation],
    actor: str,
    cause: str | None = None,
) -> Written:
    """Call it under the lock of the log. Raises `InvalidInput` or a `Refusal`, after which the
    transaction must be rolled back.

    Where there are several operations, a problem's field begins with the operation's place:
    `[3].label`.
    """
    rows = Repository(session)
    known = await _read(operations, rows)
    decision = decide(operations, known, last_seq, datetime.now(UTC), actor, cause)
    several = len(operations) != 1
    if decision.malformed:
        await _refuse_malformed(decision, rows, several)
    await append(session, decision.events)
    await apply(session, decision.events)
    await _check(decision, rows, several)
    return Written(decision.changes, decision.events)


async def _read(operations: Sequence[Operation], rows: Repository) -> Known:
    """All that is to be known of the objects beforehand."""
    known = Known()
    for resource in {
        operation.resource.entity: operation.resource for operation in operations
    }.values():
        entity = resource.entity
        alike = [one for one in operations if one.resource.entity == entity]
        creations = sum(isinstance(one, Create) for one in alike)
        if creations:
            known.new_ids[entity] = await rows.new_ids(entity, creations)
        named = {one.entity_id for one in alike if not isinstance(one, Create)}
        known.rows[entity] = await rows.rows_of(entity, named) if named else {}
        put = {one.entity_id for one in alike if isinstance(one, Put)} - known.rows[entity].keys()
        if put:
            known.last_versions[entity] = await rows.last_versions(entity, put)
    return known


async def _refuse_malformed(decision: Decision, rows: Repository, several: bool) -> None:
    """What has not the right form can't be written, so all that is wrong is told at once."""
    problems: list[FieldProblem] = []
    for broken in decision.malformed:
        links = await broken.resource.check_links(broken.fields, broken.entity_id, rows)
        problems += _at(broken.place, [*broken.problems, *links], several)
        if len(problems) >= PROBLEMS_MAX:
            break
    raise InvalidInput(*problems[:PROBLEMS_MAX])


async def _check(decision: Decision, rows: Repository, several: bool) -> None:
    """Hold what was written against every rule that is about more than one object."""
    problems: list[FieldProblem] = []
    for touched in decision.touched.values():
        if touched.row is not None:
            fields = touched.resource.fields_of(touched.row)
            links = await touched.resource.check_links(fields, touched.entity_id, rows)
            problems += _at(touched.place, links, several)
    if problems:
        raise InvalidInput(*problems[:PROBLEMS_MAX])
    for touched in decision.touched.values():
        if touched.row is not None:
            fields = touched.resource.fields_of(touched.row)
            await touched.resource.check_conflicts(fields, touched.entity_id, rows)
            continue
        users = await touched.resource.users(touched.entity_id, rows)
        if users:
            what = f"{touched.resource.entity} {touched.entity_id} " if several else ""
            detail = f"{what}is used by {', '.join(map(str, users))}"
            raise Conflict(FieldProblem("id", "in_use", detail), users)


def _at(place: int, problems: Sequence[FieldProblem], several: bool) -> list[FieldProblem]:
    if not several:
        return list(problems)
    return [
        msgspec.structs.replace(one, field=f"[{place}].{one.field}".rstrip(".")) for one in problems
    ]
