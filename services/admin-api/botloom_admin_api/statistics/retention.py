"""How many of those who came for the first time come back."""

from botloom_contracts.errors import FieldProblem, InvalidInput
from pyroaring import BitMap
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.retention import Cohort, CohortLength, Retention
from .active_people import active_between
from .new_people import new_people
from .periods import Period, borders
from .ratios import share
from .snapshots import begin_snapshot

COHORTS_MAX = 100


async def retention(session: AsyncSession, period: Period, bucket: CohortLength) -> Retention:
    """Raises `InvalidInput`. This must be the first thing that the session does."""
    edges = borders(period, bucket)
    if len(edges) - 1 > COHORTS_MAX:
        detail = f"gives more than {COHORTS_MAX} cohorts; take a shorter period or `week`"
        raise InvalidInput(FieldProblem("bucket", "range", detail))
    await begin_snapshot(session)
    active = await active_between(session, edges)
    came = [BitMap(numbers) for numbers in await new_people(session, edges)]
    cohorts = []
    for number, (since, new) in enumerate(zip(edges, came, strict=False)):
        counts = [new.intersection_cardinality(later) for later in active[number:]]
        cohorts.append(
            Cohort(
                since=since,
                size=len(new),
                active=counts,
                shares=[share(count, len(new)) for count in counts],
            )
        )
    return Retention(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        bucket=bucket,
        items=cohorts,
    )
