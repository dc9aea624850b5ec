"""Who takes steps one after another, over the rows of a period."""

from collections.abc import Sequence

from botloom_contracts.database.models import Statistics
from sqlalchemy import ColumnElement, func, or_, select, tuple_
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.funnel import Funnel
from .funnel_steps import Step, funnel_steps
from .names import button_labels, handler_names
from .periods import Period


async def funnel(session: AsyncSession, period: Period, steps: Sequence[Step]) -> Funnel:
    """Each step counts from the first interaction behind that of the step before. So it is with
    whoever takes the steps at all: an earlier step leaves the most time for the next.

    This must be the first thing that the session's transaction does.
    """
    await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    people = await _people(session, period, steps)
    names = await _names(session, steps)
    return Funnel(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        steps=funnel_steps(steps, people, names),
    )


async def _people(session: AsyncSession, period: Period, steps: Sequence[Step]) -> Sequence[int]:
    columns = ("user_id", "timestamp", "event_id", "event", "handler_id", "callback_data")
    taken = (
        select(*(getattr(Statistics, name) for name in columns))
        .where(
            Statistics.timestamp >= period.since,
            Statistics.timestamp < period.until,
            or_(*(_is(step, Statistics) for step in steps)),
        )
        .cte("taken")
        .prefix_with("MATERIALIZED")  # the rows of the period are read once
    )
    reached: list[ColumnElement[int]] = []
    before = None
    for number, step in enumerate(steps):
        rows = select(taken.c.user_id, taken.c.timestamp, taken.c.event_id).where(
            _is(step, taken.c)
        )
        place = tuple_(taken.c.timestamp, taken.c.event_id)
        if before is not None:
            rows = rows.join(before, before.c.user_id == taken.c.user_id).where(
                place > tuple_(before.c.timestamp, before.c.event_id)
            )
        before = (
            rows.ext(distinct_on(taken.c.user_id))
            .order_by(taken.c.user_id, taken.c.timestamp, taken.c.event_id)
            .cte(f"step_{number}")
        )
        reached.append(select(func.count()).select_from(before).scalar_subquery())
    return tuple((await session.execute(select(*reached))).one())


def _is(step: Step, columns: object) -> ColumnElement[bool]:
    """`columns` are those of the rows."""
    name = {"event": "event", "handler": "handler_id", "button": "callback_data"}[step.kind]
    value = int(step.value) if step.kind == "handler" else step.value
    condition: ColumnElement[bool] = getattr(columns, name) == value
    return condition


async def _names(session: AsyncSession, steps: Sequence[Step]) -> dict[Step, str | None]:
    ids = [int(value) for kind, value in steps if kind == "handler"]
    handlers = await handler_names(session, ids)
    labels = await button_labels(session, [value for kind, value in steps if kind == "button"])
    names: dict[Step, str | None] = {
        Step("handler", str(one)): name.title or name.pattern for one, name in handlers.items()
    }
    return names | {Step("button", data): label for data, label in labels.items()}
