"""How many people are active, in time."""

from itertools import pairwise

from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.figures import Activity, ActivityPoint
from .active_people import active_between
from .event_counts import UseFilter, events_between
from .marks import read_marks
from .new_people import count_new_people
from .periods import Bucket, Period, borders
from .ratios import share
from .snapshots import begin_snapshot
from .windows import PartedSets, Window, last_days

WINDOWS = {"dau": 1, "wau": 7, "mau": 30}
"""Days of each."""

_BLOCKING = UseFilter(events=("blocked", "unblocked"))


async def activity(session: AsyncSession, period: Period, bucket: Bucket) -> Activity:
    """This must be the first thing that the session does."""
    edges = borders(period, bucket)
    buckets = [Window(*ends) for ends in pairwise(edges)]
    windows = [
        {name: last_days(one.until, days, period.zone) for name, days in WINDOWS.items()}
        for one in buckets
    ]
    # Between these people are united once.
    all_edges = sorted(
        {*edges, *(edge for each in windows for window in each.values() for edge in window)}
    )
    await begin_snapshot(session)
    active = PartedSets(all_edges, await active_between(session, all_edges))
    new = await count_new_people(session, edges)
    blocking = await events_between(session, edges, _BLOCKING)
    points = []
    for one, spans, came, counts in zip(buckets, windows, new, blocking, strict=True):
        people = len(active.of(one))
        dau, wau, mau = (len(active.of(span)) for span in spans.values())
        points.append(
            ActivityPoint(
                since=one.since,
                active=people,
                new=came,
                returning=people - came,
                blocked=counts["blocked"],
                unblocked=counts["unblocked"],
                dau=dau,
                wau=wau,
                mau=mau,
                stickiness=share(dau, mau),
            )
        )
    return Activity(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        bucket=bucket,
        items=points,
        changes=await read_marks(session, period),
    )
