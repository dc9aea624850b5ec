"""What is used most."""

from litestar import get
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ...auth import VIEWER
from ...problems import documented
from ...schemas.tops import ButtonUses, HandlerUses, LanguageUses, SourceUses
from ...statistics.buttons import top_buttons
from ...statistics.handlers import top_handlers
from ...statistics.languages import top_languages
from ...statistics.sources import top_sources
from ..router import Router
from .figure_parameters import TOP_DEFAULT, Top
from .period_parameters import OfPeriod, period_of


def tops_router(sessions: async_sessionmaker[AsyncSession]) -> Router:
    @get(
        "/handlers",
        operation_id="getTopHandlers",
        summary="Tell which handlers answer most",
        description="With the period before, of as many days in `tz` or as long, and the change.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def handlers(period: OfPeriod, limit: Top = TOP_DEFAULT) -> HandlerUses:
        async with sessions() as session:
            return await top_handlers(session, period, limit)

    @get(
        "/buttons",
        operation_id="getTopButtons",
        summary="Tell which buttons are pressed most",
        description=(
            "With the period before, and with how often handlers answered whose keyboard has the "
            "button now."
        ),
        responses=documented(422),
        opt=VIEWER,
    )
    async def buttons(period: OfPeriod, limit: Top = TOP_DEFAULT) -> ButtonUses:
        async with sessions() as session:
            return await top_buttons(session, period, limit)

    @get(
        "/sources",
        operation_id="getTopSources",
        summary="Tell which deep links people came by",
        description="How often each was used, against the period before, and whom it brought.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def sources(period: OfPeriod, limit: Top = TOP_DEFAULT) -> SourceUses:
        async with sessions() as session:
            return await top_sources(session, period, limit)

    @get(
        "/languages",
        operation_id="getTopLanguages",
        summary="Tell which languages people use",
        description="Of Telegram itself, by the people who did something in the period.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def languages(period: OfPeriod, limit: Top = TOP_DEFAULT) -> LanguageUses:
        async with sessions() as session:
            return await top_languages(session, period, limit)

    return Router(
        "/stats",
        route_handlers=[handlers, buttons, sources, languages],
        dependencies={"period": period_of()},
        tags=["statistics"],
    )
