"""Carries operations out in a transaction: first all are written, then all are checked.

So they may depend on each other in any order, as long as what stands in the end is right.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.errors import FieldProblem, InvalidInput
from sqlalchemy.ext.asyncio import AsyncSession

from .deciding import Decision, Known, Touched, decide
from .errors import Conflict, problem_at
from .event_log import append
from .loaded_repository import LoadedRepository, load_repository
from .operations import Changed, Create, Operation, Put
from .projection import apply
from .repository import Repository

PROBLEMS_MAX = 100

LOADED_FROM = 200
"""To check so many objects, the whole configuration is read once, rather than parts for each."""


class Written(NamedTuple):
    changes: list[Changed]
    """One for each operation."""
    events: list[ConfigEvent]


Keep = Callable[[AsyncSession, Sequence[ConfigEvent]], Awaitable[None]]
"""Writes events, so that the session then reads the rows that they make."""


async def write(session: AsyncSession, events: Sequence[ConfigEvent]) -> None:
    """What makes events live."""
    await append(session, events)
    await apply(session, events)


async def carry_out(
    session: AsyncSession,
    last_seq: int,
    operations: Sequence[Operation],
    actor: str,
    cause: str | None = None,
    places: Sequence[str] | None = None,
    keep: Keep = write,
) -> Written:
    """Call it under the lock of the log. Raises `InvalidInput` or a `Refusal`, after which the
    transaction must be rolled back.

    `places` has what the client calls each operation: a problem's field begins with it. Without,
    it begins with the operation's number where there are several: `[3].label`.
    """
    rows = Repository(session)
    if places is None:
        places = [f"[{place}]" for place in range(len(operations))] if len(operations) > 1 else [""]
    decision = await _decide(rows, last_seq, operations, actor, cause, places)
    if decision.malformed:
        await refuse_malformed(decision, rows, places)
    await keep(session, decision.events)
    touched = decision.touched.values()
    await check(touched, await rows_to_check(session, len(touched)), places)
    return Written(decision.changes, decision.events)


async def rehearse(
    rows: LoadedRepository,
    last_seq: int,
    operations: Sequence[Operation],
    actor: str,
    cause: str,
    places: Sequence[str],
) -> list[ConfigEvent]:
    """Hold operations against all rules as `carry_out` does, in memory. What it returns may be
    written as long as the log ends with `last_seq`."""
    decision = await _decide(rows, last_seq, operations, actor, cause, places)
    if decision.malformed:
        # Links are not looked at: they may lead to what has not been made yet.
        problems = [
            problem
            for one in decision.malformed
            for problem in _at(places[one.place], one.problems)
        ]
        raise InvalidInput(*problems[:PROBLEMS_MAX])
    rows.take(decision.events)
    await check(decision.touched.values(), rows, places)
    return decision.events


async def rows_to_check(session: AsyncSession, objects: int) -> Repository:
    """For the checks of so many objects, when what is to be checked is written."""
    return Repository(session) if objects < LOADED_FROM else await load_repository(session)


async def _decide(
    rows: Repository,
    last_seq: int,
    operations: Sequence[Operation],
    actor: str,
    cause: str | None,
    places: Sequence[str],
) -> Decision:
    known = await _read(operations, rows)
    return decide(operations, known, last_seq, datetime.now(UTC), actor, cause, places)


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


async def refuse_malformed(decision: Decision, rows: Repository, places: Sequence[str]) -> None:
    """What has not the right form can't be written, so all that is wrong is told at once."""
    problems: list[FieldProblem] = []
    for broken in decision.malformed:
        links = await broken.resource.check_links(broken.fields, broken.entity_id, rows)
        problems += _at(places[broken.place], [*broken.problems, *links])
        if len(problems) >= PROBLEMS_MAX:
            break
    raise InvalidInput(*problems[:PROBLEMS_MAX])


async def check(touched: Iterable[Touched], rows: Repository, places: Sequence[str]) -> None:
    """Hold what was written against every rule that is about more than one object.

    Raises `InvalidInput` and `Conflict`.
    """
    touched = list(touched)
    problems: list[FieldProblem] = []
    for one in touched:
        problems += _at(places[one.place], await links_problems(one, rows))
    if problems:
        raise InvalidInput(*problems[:PROBLEMS_MAX])
    for one in touched:
        try:
            await check_conflicts(one, rows)
        except Conflict as conflict:
            raise conflict.at(places[one.place]) from None


async def links_problems(touched: Touched, rows: Repository) -> list[FieldProblem]:
    if touched.row is None:
        return []
    fields = touched.resource.fields_of(touched.row)
    return await touched.resource.check_links(fields, touched.entity_id, rows)


async def check_conflicts(touched: Touched, rows: Repository) -> None:
    """Raises `Conflict`."""
    if touched.row is not None:
        fields = touched.resource.fields_of(touched.row)
        await touched.resource.check_conflicts(fields, touched.entity_id, rows)
        return
    users = await touched.resource.users(touched.entity_id, rows)
    if users:
        detail = f"is used by {', '.join(map(str, users))}"
        raise Conflict(FieldProblem("id", "in_use", detail), users)


def _at(place: str, problems: Sequence[FieldProblem]) -> list[FieldProblem]:
    return [problem_at(place, problem) for problem in problems]
