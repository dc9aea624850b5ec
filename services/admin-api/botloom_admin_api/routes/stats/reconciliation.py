import asyncio

from litestar import post
from sqlalchemy.ext.asyncio import AsyncEngine

from ...auth import VIEWER
from ...idempotency import NO_KEY
from ...problems import documented
from ...schemas.reconciliation import Reconciliation
from ...statistics.reconciling import Reconciled, reconcile
from ..router import Router
from .period_parameters import OfPeriod, period_of


def reconciliation_router(engine: AsyncEngine) -> Router:
    # Each keeps PostgreSQL busy for as long as it takes.
    one_at_a_time = asyncio.Lock()

    @post(
        "/",
        operation_id="reconcile",
        summary="Hold the sums against the rows that they are of",
        description=(
            "Counts the rows again, of the whole quarters of an hour from `from` up to, but "
            "without, `to`, as far back as rows are kept, and compares with every table that the "
            "figures are read from. Changes nothing. Some ten seconds for each million rows."
        ),
        status_code=200,
        responses=documented(422),
        opt={**VIEWER, **NO_KEY},
    )
    async def reconcile_period(
        period: OfPeriod,
    ) -> Reconciliation:
        async with one_at_a_time:
            found = await reconcile(engine, period.since, period.until)
        assert isinstance(found, Reconciled)  # noqa: S101 - nothing tells it to stop
        return Reconciliation(
            since=period.since,
            until=period.until,
            tz=period.zone.key,
            compared_since=found.since,
            compared_until=found.until,
            kept_from=found.kept_from,
            interactions=found.interactions,
            total=found.total,
            differences=found.differences,
        )

    return Router(
        "/stats/reconcile",
        route_handlers=[reconcile_period],
        dependencies={"period": period_of()},
        tags=["statistics"],
    )
