"""Who takes steps one after another, in a period."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.funnel import Funnel
from .funnel_paths import first_times, taken, times_within
from .funnel_steps import Step, funnel_steps
from .moments import step_moments
from .names import button_labels, handler_names
from .periods import Period
from .snapshots import begin_snapshot


async def funnel(
    session: AsyncSession, period: Period, steps: Sequence[Step], within: int | None
) -> Funnel:
    """`within` are the hours that all steps together may take. Raises `InvalidInput`.

    This must be the first thing that the session's transaction does.
    """
    await begin_snapshot(session)
    moments = await step_moments(session, period, steps)
    if within is not None:
        await moments.hold()
    firsts = await first_times(moments)
    if within is not None:
        firsts = await times_within(moments, firsts, timedelta(hours=within))
    names = await _names(session, steps)
    return Funnel(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        within=within,
        steps=funnel_steps(steps, taken(firsts), names),
    )


async def _names(session: AsyncSession, steps: Sequence[Step]) -> dict[Step, str | None]:
    ids = [int(value) for kind, value in steps if kind == "handler"]
    handlers = await handler_names(session, ids)
    labels = await button_labels(session, [value for kind, value in steps if kind == "button"])
    names: dict[Step, str | None] = {
        Step("handler", str(one)): name.title or name.pattern for one, name in handlers.items()
    }
    return names | {Step("button", data): label for data, label in labels.items()}
