"""What is used most."""

from litestar import Router, get
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import VIEWER
from ..problems import documented
from ..schemas.tops import ButtonUses, HandlerUses, LanguageUses, SourceUses
from ..statistics.buttons import top_buttons
from ..statistics.handlers import top_handlers
from ..statistics.languages import top_languages
from ..statistics.sources import top_sources
from .figure_parameters import TOP_DEFAULT, Top, read_figure_period
from .period_parameters import Since, TimeZone, Until


def tops_router(sessions: async_sessionmaker[AsyncSession]) -> Router:
    @get(
        "/handlers",
        operation_id="getTopHandlers",
        summary="Tell which handlers answer most",
        description="With the period before, of as many days in `tz` or as long, and the change.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def handlers(
        since: Since = None, until: Until = None, tz: TimeZone = None, limit: Top = TOP_DEFAULT
    ) -> HandlerUses:
        period = read_figure_period(since, until, tz)
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
    async def buttons(
        since: Since = None, until: Until = None, tz: TimeZone = None, limit: Top = TOP_DEFAULT
    ) -> ButtonUses:
        period = read_figure_period(since, until, tz)
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
    async def sources(
        since: Since = None, until: Until = None, tz: TimeZone = None, limit: Top = TOP_DEFAULT
    ) -> SourceUses:
        period = read_figure_period(since, until, tz)
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
    async def languages(
        since: Since = None, until: Until = None, tz: TimeZone = None, limit: Top = TOP_DEFAULT
    ) -> LanguageUses:
        period = read_figure_period(since, until, tz)
        async with sessions() as session:
            return await top_languages(session, period, limit)

    return Router(
        "/stats", route_handlers=[handlers, buttons, sources, languages], tags=["statistics"]
    )
