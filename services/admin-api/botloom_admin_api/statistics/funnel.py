"""Who takes steps one after another, over the rows of a period.

Of all ways by which a person came to a step, the one that began last is kept: it leaves the most
time. So whoever can take the steps in the time is found, and nobody else.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.funnel import Funnel
from .funnel_steps import Step, Taken, funnel_steps
from .names import button_labels, handler_names
from .periods import Period

_COLUMNS = {"event": "event", "handler": "handler_id", "button": "callback_data"}
_SETTINGS = (
    # Some 100,000 rows are sorted, and more are passed on by those who look for them.
    "SET LOCAL work_mem = '64MB'",
    "SET LOCAL parallel_tuple_cost = 0.01",
)


async def funnel(
    session: AsyncSession, period: Period, steps: Sequence[Step], within: int | None
) -> Funnel:
    """`within` are the hours that all steps together may take.

    This must be the first thing that the session's transaction does.
    """
    await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    taken = await _taken(session, period, steps, within)
    names = await _names(session, steps)
    return Funnel(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        within=within,
        steps=funnel_steps(steps, taken, names),
    )


async def _taken(
    session: AsyncSession, period: Period, steps: Sequence[Step], within: int | None
) -> list[Taken]:
    for setting in _SETTINGS:
        await session.execute(text(setting))
    values: dict[str, Any] = {"since": period.since, "until": period.until}
    if within is not None:
        values["within"] = timedelta(hours=within)
    for number, step in enumerate(steps):
        values[f"step_{number}"] = int(step.value) if step.kind == "handler" else step.value
    row: Any = (await session.execute(text(_sql(steps, within is not None)), values)).one()
    people, medians = row[: len(steps)], (None, *row[len(steps) :])
    return [Taken(*one) for one in zip(people, medians, strict=True)]


def _sql(steps: Sequence[Step], bound: bool) -> str:
    """Of a row, `way_2` is when the way to it began, where it is the third step; of a person,
    `first_2` is when they first took that. Who did not go on behind the first is only counted."""
    numbers = range(len(steps))
    done = [f"{_COLUMNS[step.kind]} = :step_{number}" for number, step in enumerate(steps)]
    is_step = ", ".join(f"{condition} AS is_{number}" for number, condition in enumerate(done))
    ways = "".join(_way(number, bound) for number in numbers[1:])
    firsts = ", ".join(
        f"min(timestamp) FILTER (WHERE way_{number} IS NOT NULL) AS first_{number}"
        for number in numbers
    )
    people = ", ".join(f"count(first_{number})" for number in numbers[1:])
    medians = ", ".join(
        f"percentile_cont(0.5) WITHIN GROUP (ORDER BY first_{number} - first_{number - 1})"
        for number in numbers[1:]
    )
    return f"""
        WITH done AS MATERIALIZED (
            SELECT user_id, timestamp, event_id, {is_step} FROM statistics
            WHERE timestamp >= :since AND timestamp < :until AND ({" OR ".join(done)})
        ), begun AS MATERIALIZED (
            SELECT user_id, min(timestamp) AS begin FROM done WHERE is_0 GROUP BY user_id
        ), going_on AS MATERIALIZED (
            SELECT DISTINCT user_id FROM done JOIN begun USING (user_id)
            WHERE is_1 AND timestamp >= begin
        ), ways_0 AS (
            SELECT done.*, CASE WHEN is_0 THEN timestamp END AS way_0
            FROM done JOIN going_on USING (user_id)
        ){ways}, firsts AS (
            SELECT {firsts} FROM ways_{numbers[-1]} GROUP BY user_id
        )
        SELECT (SELECT count(*) FROM begun), {people}, {medians} FROM firsts
    """  # noqa: S608 - made of numbers and constants


def _way(number: int, bound: bool) -> str:
    in_time = f" AND timestamp - latest_{number} <= :within" if bound else ""
    return f""", ways_{number} AS (
            SELECT *, CASE WHEN is_{number}{in_time} THEN latest_{number} END AS way_{number}
            FROM (
                SELECT *, max(way_{number - 1}) OVER (
                    PARTITION BY user_id ORDER BY timestamp, event_id
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ) AS latest_{number} FROM ways_{number - 1}
            ) AS rows
        )"""  # noqa: S608 - made of numbers


async def _names(session: AsyncSession, steps: Sequence[Step]) -> dict[Step, str | None]:
    ids = [int(value) for kind, value in steps if kind == "handler"]
    handlers = await handler_names(session, ids)
    labels = await button_labels(session, [value for kind, value in steps if kind == "button"])
    names: dict[Step, str | None] = {
        Step("handler", str(one)): name.title or name.pattern for one, name in handlers.items()
    }
    return names | {Step("button", data): label for data, label in labels.items()}
