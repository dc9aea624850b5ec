"""The composition root: builds everything, and closes it when the application ends."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from botloom_runtime.redis_client import connect_redis
from litestar import Litestar, Router
from sqlalchemy.ext.asyncio import async_sessionmaker

from .as_code.applying import ConfigurationAsCode
from .auth import bearer_guard
from .body import BODY_MAX, StrictRequest
from .commands import Commands
from .database import connect_database
from .live_configuration import LiveConfiguration
from .metering import Metering
from .openapi import SECURITY, openapi_config
from .problems import EXCEPTION_HANDLERS
from .relay import Relay
from .resources import Buttons, Callbacks, Handlers, Keyboards
from .routes.as_code import as_code_routes
from .routes.cache import cache_router
from .routes.events import events_router
from .routes.explain import explain_router
from .routes.lint import lint_router
from .routes.probes import probe_router
from .routes.resources import resource_router
from .routes.restore import restore_router
from .routes.statistics import statistics_router
from .settings import Settings


def create_app(settings: Settings) -> Litestar:
    """Connects to nothing before the application starts."""
    database_url = settings.database_url.get_secret_value()
    engine = connect_database(
        database_url, pool_pre_ping=True, pool_size=10, max_overflow=10, pool_timeout=10
    )
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    redis = connect_redis(settings.redis_url.get_secret_value())
    relay = Relay(database_url, redis)
    commands = Commands(sessions)
    live = LiveConfiguration(redis)

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        try:
            async with relay.running():
                yield
        finally:
            await redis.aclose()
            await engine.dispose()

    api = Router(
        "/api/v1",
        route_handlers=[
            resource_router(Handlers(), sessions, commands),
            resource_router(Callbacks(), sessions, commands),
            resource_router(Buttons(), sessions, commands),
            resource_router(Keyboards(), sessions, commands),
            events_router(sessions),
            restore_router(commands),
            statistics_router(sessions),
            explain_router(live),
            lint_router(sessions),
            *as_code_routes(ConfigurationAsCode(sessions, commands)),
            cache_router(redis),
        ],
        guards=[bearer_guard(settings.admin_token.get_secret_value())],
        security=SECURITY,
    )
    return Litestar(
        [api, probe_router(sessions, redis, relay)],
        lifespan=[lifespan],
        request_class=StrictRequest,
        request_max_body_size=BODY_MAX,
        exception_handlers=EXCEPTION_HANDLERS,
        middleware=[Metering()],
        openapi_config=openapi_config(),
        logging_config=None,
    )
