from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar import Router, get
from litestar.params import QueryParameter
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import VIEWER
from ..problems import documented
from ..schemas.statistics import Summary
from ..statistics import summarise

DEFAULT_SPAN = timedelta(hours=24)

_FORM = "ISO 8601 with a zone, or a date, which is its midnight in UTC."
Since = Annotated[
    str | None, QueryParameter(name="from", description=f"{_FORM} Default: 24 hours before `to`.")
]
Until = Annotated[str | None, QueryParameter(name="to", description=f"{_FORM} Default: now.")]


def statistics_router(sessions: async_sessionmaker[AsyncSession]) -> Router:
    @get(
        "/summary",
        operation_id="getSummary",
        summary="Sum up what people did",
        description="Of the interactions from `from` up to, but without, `to`.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def summary(since: Since = None, until: Until = None) -> Summary:
        period = read_period(since, until, datetime.now(UTC))
        async with sessions() as session:
            return await summarise(session, *period)

    return Router("/stats", route_handlers=[summary], tags=["statistics"])


def read_period(since: str | None, until: str | None, now: datetime) -> tuple[datetime, datetime]:
    """Both in UTC, the first before the second. Raises `InvalidInput`."""
    end = now if until is None else read_time("to", until)
    try:
        start = end - DEFAULT_SPAN if since is None else read_time("from", since)
    except OverflowError:
        raise InvalidInput(FieldProblem("to", "range", "is too early")) from None
    if start >= end:
        raise InvalidInput(FieldProblem("from", "order", "must be before `to`"))
    return start, end


def read_time(field: str, text: str) -> datetime:
    """In UTC. Raises `InvalidInput`, which names the field."""
    try:
        if len(text) == len("2026-01-31"):
            return datetime.combine(date.fromisoformat(text), time(), UTC)
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise InvalidInput(FieldProblem(field, "time", "is no ISO 8601 time or date")) from None
    raise InvalidInput(FieldProblem(field, "zone", "needs a zone: +03:00 (%2B03:00) or Z"))
