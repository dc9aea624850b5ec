"""The composition root: builds everything, and closes it when the application ends."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

from botloom_runtime.redis_client import connect_redis
from litestar import Litestar
from litestar.types import ASGIApp, Middleware
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlalchemy.pool import NullPool
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from .accounts.accounts import Accounts
from .accounts.api_tokens import ApiTokens
from .accounts.first_owner import FirstOwner
from .as_code.applying import ConfigurationAsCode
from .auth.access_tokens import AccessTokens
from .auth.authentication import Authentication
from .auth.cookies import SessionCookie
from .auth.guard import require_roles, role_guard
from .auth.log_in import LogIn
from .auth.log_in_limit import LogInLimit
from .auth.passwords import Passwords
from .body import BODY_MAX, StrictRequest
from .commands import Commands
from .database import connect_database
from .drafts.editing import draft_sessions
from .drafts.registry import Drafts
from .gateways import GatewayWatch
from .idempotency import Idempotency, RequestSessions, replay
from .live_configuration import LiveConfiguration
from .metering import Metering
from .openapi import SECURITY, openapi_config
from .problems import EXCEPTION_HANDLERS
from .query_text import storable_query_guard
from .rate_limit import Policy, RateLimiter, add_headers, limited
from .relay import Relay
from .request_log import request_log
from .resources import RESOURCES
from .routes.accounts import accounts_router
from .routes.as_code import as_code_routes
from .routes.bot import bot_router
from .routes.cache import cache_router
from .routes.drafts import drafts_router
from .routes.events import events_router
from .routes.explain import explain_router
from .routes.lint import lint_router
from .routes.log_in import log_in_router
from .routes.map import map_router
from .routes.own_account import own_account_router
from .routes.panel import panel_routes
from .routes.people import people_router
from .routes.place import Live
from .routes.probes import probe_router
from .routes.propagation import propagation_router
from .routes.resources import resource_router
from .routes.restore import restore_router
from .routes.router import Router
from .routes.stats import statistics_routes
from .routes.tokens import tokens_router
from .routes.webhooks import webhook_router
from .settings import Settings
from .statistics.live_feed import LiveFeed
from .statistics.reconciling import DAY_SECONDS
from .webhooks.dispatcher import Dispatcher
from .webhooks.registry import Registry
from .webhooks.sender import Sender


def create_app(settings: Settings) -> Litestar:
    """Connects to nothing before the application starts. Ended, it can be started again."""
    database_url = settings.database_url.get_secret_value()
    engine = connect_database(
        database_url, pool_pre_ping=True, pool_size=10, max_overflow=10, pool_timeout=10
    )
    sessions = RequestSessions(engine, expire_on_commit=False)
    # Each request looks up who sends it. Without transactions that is half the round trips.
    principals = connect_database(
        database_url,
        isolation_level="AUTOCOMMIT",
        pool_pre_ping=True,
        pool_size=5,
        max_overflow=5,
        pool_timeout=10,
    )
    # A recount takes its time, and is rare.
    recounts = connect_database(database_url, command_seconds=DAY_SECONDS, poolclass=NullPool)
    redis = connect_redis(settings.redis_url.get_secret_value())
    relay = Relay(database_url, redis)
    sender = Sender(settings.webhook_networks)
    dispatcher = Dispatcher(database_url, sessions, sender)
    registry = Registry(sessions, settings.webhook_networks, sender)
    commands = Commands(sessions)
    live = LiveConfiguration(redis)
    place = Live(sessions, commands)
    watch = GatewayWatch(redis)
    feed = LiveFeed(redis)
    rate = settings.api_limit_per_second
    limiter = RateLimiter(redis, Policy(rate)) if rate else None

    admin_token, jwt_secret = _revealed(settings.admin_token), _revealed(settings.jwt_secret)
    access_tokens = None if jwt_secret is None else AccessTokens(jwt_secret)
    cookie = SessionCookie(settings.cookie_secure)
    authentication = Authentication(
        async_sessionmaker(principals), admin_token, access_tokens, cookie
    )
    passwords = Passwords()
    log_in = LogIn(sessions, passwords, LogInLimit(redis))
    owner = FirstOwner(sessions, passwords, settings.first_owner, admin_token is not None)

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        try:
            async with (
                relay.running(),
                owner.seen_to(),
                sender.running(),
                dispatcher.running(),
                watch.running(),
                feed.running(),
            ):
                yield
        finally:
            live.forget()
            await redis.aclose()
            await recounts.dispose()
            await principals.dispose()
            await engine.dispose()

    guards = [limited(role_guard(authentication), limiter), storable_query_guard]
    api = Router(
        "/api/v1",
        route_handlers=[
            *(resource_router(one, place) for one in RESOURCES.values()),
            drafts_router(Drafts(sessions), commands, draft_sessions(engine), live),
            events_router(sessions),
            restore_router(commands),
            *statistics_routes(sessions, recounts, redis, feed),
            people_router(sessions, redis),
            explain_router(sessions, live),
            lint_router(sessions),
            map_router(sessions, live),
            *as_code_routes(ConfigurationAsCode(sessions, commands)),
            cache_router(redis),
            own_account_router(sessions, log_in, cookie),
            accounts_router(Accounts(sessions, passwords)),
            tokens_router(ApiTokens(sessions)),
            webhook_router(registry),
            propagation_router(sessions, redis, watch),
            bot_router(redis),
        ],
        guards=guards,
        before_request=replay,
        security=SECURITY,
    )
    # Without `security`, which Litestar would only add to.
    entrance = Router(
        "/api/v1",
        route_handlers=[log_in_router(sessions, log_in, access_tokens, cookie)],
        guards=guards,
    )
    app = Litestar(
        [api, entrance, probe_router(sessions, redis, relay), *panel_routes(settings)],
        lifespan=[lifespan],
        request_class=StrictRequest,
        request_max_body_size=BODY_MAX,
        exception_handlers=EXCEPTION_HANDLERS,
        middleware=[
            *_behind_proxies(settings.trusted_networks),
            Metering(),
            Idempotency(engine),
        ],
        openapi_config=openapi_config(),
        before_send=[add_headers],
        logging_config=None,
    )
    app.state.live_feed = feed
    require_roles(app)
    app.asgi_handler = request_log(app.asgi_handler)
    return app


def _revealed(secret: SecretStr | None) -> str | None:
    return None if secret is None else secret.get_secret_value()


def _behind_proxies(networks: list[str]) -> list[Middleware]:
    """Makes the client and the scheme of a request those that the proxies name."""

    def corrected(app: ASGIApp) -> ASGIApp:
        # Both types say ASGI, in other words.
        return cast(ASGIApp, ProxyHeadersMiddleware(cast(Any, app), networks))

    return [corrected] if networks else []
