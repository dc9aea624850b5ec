"""When people took the steps of a funnel: of packed days, and of rows where there is no pack."""

from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import UTC, date, datetime, time
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from botloom_contracts.errors import FieldProblem, InvalidInput
from numpy.typing import NDArray
from sqlalchemy.ext.asyncio import AsyncSession

from .covers import DAY, Span, cover, merged
from .funnel_steps import Step
from .periods import Period
from .snapshots import fetch, fetch_some

DAYS_AT_ONCE = 30
HELD_MAX = 5_000_000
"""Interactions; some 200 MB while they are put in order."""

_UNPACKED = """
SELECT DISTINCT day FROM daily_active_people AS active WHERE day >= $1 AND day < $2
    AND NOT EXISTS (SELECT FROM daily_uses WHERE daily_uses.day = active.day)
"""
_PACKED = """
SELECT {columns} FROM daily_uses
WHERE kind = $1 AND value = $2 AND day >= $3 AND day < $4
"""
_ROWS = """
SELECT {columns} FROM (
    SELECT int4send(number) AS number,
        int8send((extract(epoch FROM timestamp) * 1000000)::bigint) AS moment, {conditions}
    FROM statistics JOIN people USING (user_id)
    WHERE ({within}) AND ({any_condition})
) AS taken
"""
_NUMBER = ">i4"
_CONDITIONS = {
    "event": "event = ${}::text",
    "handler": "handler_id = ${}::text::bigint",
    "button": "callback_data = ${}::text",
}


class Moments(NamedTuple):
    """Of some interactions: whose each was, and when, in microseconds of Unix time."""

    numbers: NDArray[np.int64]
    times: NDArray[np.int64]


class StepMoments:
    """Of each step of a funnel in a period, as often as they are asked for."""

    def __init__(
        self,
        session: AsyncSession,
        steps: Sequence[Step],
        days: tuple[date, date] | None,
        of_rows: Sequence[list[Moments]],
    ) -> None:
        """`days` may be packed. `of_rows` has for each step those of the rest of the period."""
        self._session = session
        self._steps = steps
        self._days = days
        self._of_rows = of_rows

    async def hold(self) -> None:
        """Read all of them, for the next times. Raises `InvalidInput` where there are too many."""
        held = 0
        for number, parts in enumerate(self._of_rows):
            found: list[Moments] = []
            async for part in self.of(number):
                found.append(part)
                held += len(part.times)
                if held > HELD_MAX:
                    detail = "is too early: with `within`, too many interactions are steps"
                    raise InvalidInput(FieldProblem("from", "size", detail))
            parts[:] = found
        self._days = None

    @property
    def count(self) -> int:
        return len(self._steps)

    async def of(self, number: int) -> AsyncIterator[Moments]:
        """Of this step, in parts, so that a year of a busy bot is not in memory at once."""
        for part in self._of_rows[number]:
            yield part
        async for rows in self._packed(number, "numbers, moments"):
            yield _joined(rows)

    async def whose(self, number: int) -> AsyncIterator[NDArray[np.int64]]:
        """The same without the moments, which are the most to read."""
        for part in self._of_rows[number]:
            yield part.numbers
        async for rows in self._packed(number, "numbers"):
            yield _decoded((numbers for (numbers,) in rows), _NUMBER)

    async def _packed(self, number: int, columns: str) -> AsyncIterator[list[Any]]:
        if self._days is None:
            return
        step = self._steps[number]
        query = _PACKED.format(columns=columns)
        packed = fetch_some(
            self._session, query, step.kind, step.value, *self._days, at_once=DAYS_AT_ONCE
        )
        async for rows in packed:
            yield rows


class TooManyRowsError(Exception):
    """So many days are not packed that their rows are not to be read."""


async def step_moments(
    session: AsyncSession, period: Period, steps: Sequence[Step], unpacked_max: int | None = None
) -> StepMoments:
    """Raises `TooManyRowsError` where more than `unpacked_max` whole days are not packed."""
    covered = cover(period.since, period.until)
    spans = [*covered.quarters, *covered.ends]
    if covered.days is not None:
        unpacked = [day for (day,) in await fetch(session, _UNPACKED, *covered.days)]
        if unpacked_max is not None and len(unpacked) > unpacked_max:
            raise TooManyRowsError
        spans += map(_span, unpacked)
    of_rows = [[one] for one in await _read_rows(session, merged(sorted(spans)), steps)]
    return StepMoments(session, steps, covered.days, of_rows)


async def _read_rows(
    session: AsyncSession, spans: Sequence[Span], steps: Sequence[Step]
) -> list[Moments]:
    numbers = range(len(steps))
    done = [_CONDITIONS[step.kind].format(n) for n, step in enumerate(steps, start=1)]
    within = [
        f"timestamp >= ${n} AND timestamp < ${n + 1}"
        for n in range(len(steps) + 1, len(steps) + 2 * len(spans), 2)
    ]
    query = _ROWS.format(
        columns=", ".join(
            f"string_agg({column}, '') FILTER (WHERE is_{number})"
            for number in numbers
            for column in ("number", "moment")
        ),
        conditions=", ".join(f"{one} AS is_{n}" for n, one in zip(numbers, done, strict=True)),
        any_condition=" OR ".join(done),
        # Together, for each query would look at all people.
        within=" OR ".join(within) or "false",
    )
    values = (step.value for step in steps)
    (row,) = await fetch(session, query, *values, *chain.from_iterable(spans))
    return [_joined([row[2 * n : 2 * n + 2]]) for n in numbers]


def _joined(packs: Iterable[Any]) -> Moments:
    numbers, moments = zip(*packs, strict=True)
    return Moments(_decoded(numbers, _NUMBER), _decoded(moments, ">i8"))


def _decoded(parts: Iterable[bytes | None], form: str) -> NDArray[np.int64]:
    return np.frombuffer(b"".join(part or b"" for part in parts), form).astype(np.int64)


def _span(day: date) -> Span:
    midnight = datetime.combine(day, time(), UTC)
    return Span(midnight, midnight + DAY)
