from typing import Annotated

from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ...auth import VIEWER
from ...problems import documented
from ...schemas.unmatched import Unmatched
from ...statistics.unmatched import unmatched
from .period_parameters import OfPeriod, period_of

GROUPS_DEFAULT, GROUPS_MAX = 20, 100

Groups = Annotated[
    int, QueryParameter(name="limit", ge=1, le=GROUPS_MAX, description="The most groups.")
]


def unmatched_route(sessions: async_sessionmaker[AsyncSession]) -> HTTPRouteHandler:
    @get(
        "/stats/unmatched",
        operation_id="getUnmatched",
        summary="See what the bot did not understand",
        description=(
            "The latest 50,000 texts that no pattern took, in groups of those that are alike, each "
            "with a body for `POST /handlers` whose pattern takes them."
        ),
        responses=documented(422),
        dependencies={"period": period_of()},
        tags=["statistics"],
        opt=VIEWER,
    )
    async def read(
        period: OfPeriod,
        limit: Groups = GROUPS_DEFAULT,
    ) -> Unmatched:
        async with sessions() as session:
            return await unmatched(session, period, limit)

    return read
