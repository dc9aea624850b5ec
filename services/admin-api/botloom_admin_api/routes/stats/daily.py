"""The last days of many handlers and buttons at once: what lists of them show."""

from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter
from msgspec import Meta
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ...auth import VIEWER
from ...problems import documented
from ...schemas.daily import DailyUse
from ...schemas.fields import Id
from ...statistics.daily import daily_use
from ..moments import read_zone
from .period_parameters import TimeZone

KEYS_MAX = 100
DAYS_MAX = 31

HandlerIds = Annotated[
    list[Id] | None, QueryParameter(name="handler_id", max_items=KEYS_MAX, description="Of these.")
]
Data = Annotated[str, Meta(min_length=1, max_length=256)]
ManyData = Annotated[
    list[Data] | None,
    QueryParameter(
        name="callback_data", max_items=KEYS_MAX, description="Of buttons with these data."
    ),
]
Days = Annotated[
    int, QueryParameter(ge=1, le=DAYS_MAX, description="How many, today being the last of them.")
]


def daily_route(sessions: async_sessionmaker[AsyncSession]) -> HTTPRouteHandler:
    @get(
        "/stats/daily",
        operation_id="getDailyUse",
        summary="Count the uses of handlers and buttons by day",
        description=f"Of the last days of the time zone; of at most {KEYS_MAX} each.",
        responses=documented(422),
        opt=VIEWER,
        tags=["statistics"],
    )
    async def read(
        handler_ids: HandlerIds = None,
        callback_data: ManyData = None,
        days: Days = 7,
        tz: TimeZone = None,
    ) -> DailyUse:
        zone = ZoneInfo("UTC") if tz is None else read_zone("tz", tz)
        async with sessions() as session:
            return await daily_use(
                session, handler_ids or (), callback_data or (), days, zone, datetime.now(UTC)
            )

    return read
