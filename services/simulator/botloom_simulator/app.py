"""The composition root: builds the simulator and takes it down."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
from aiohttp import web
from botloom_runtime.probes import add_probe_routes, listening

from .bot_api.calls import Calls
from .bot_api.methods import METHODS
from .bot_api.routes import add_bot_api
from .control_api.group_routes import GroupRoutes
from .control_api.inspection import Inspection
from .control_api.problems import problems
from .control_api.routes import ControlApi
from .settings import SimulatorSettings
from .web_chat import add_web_chat
from .webhook import TIMEOUT_S, Deliveries
from .world import World

MAX_BODY_BYTES = 12 * 2**20
"""A photo of 10 MB and the form around it."""


def build_app(bot_username: str) -> web.Application:
    """A simulator without bots, chats and files."""
    world = World(bot_username)
    calls = Calls(world, METHODS)
    control = ControlApi(world)
    app = web.Application(client_max_size=MAX_BODY_BYTES, middlewares=[problems])

    async def deliver(_: web.Application) -> AsyncIterator[None]:
        session = aiohttp.ClientSession(
            # Each webhook limits its own connections.
            connector=aiohttp.TCPConnector(limit=0),
            timeout=aiohttp.ClientTimeout(total=TIMEOUT_S),
            cookie_jar=aiohttp.DummyCookieJar(),
        )
        async with session:
            deliveries = Deliveries(world, calls, session)
            world.watcher = deliveries
            yield
            deliveries.stop()

    async def release(_: web.Application) -> None:
        world.release()
        control.close()

    app.cleanup_ctx.append(deliver)
    app.on_shutdown.append(release)
    add_bot_api(app, world, calls)
    control.add_routes(app)
    GroupRoutes(world).add_routes(app)
    Inspection(world).add_routes(app)
    add_web_chat(app)
    add_probe_routes(app, _ready)
    return app


async def serve(settings: SimulatorSettings, stop: asyncio.Event) -> None:
    app = build_app(settings.simulator_bot_username)
    async with listening(app, settings.listen_host, settings.simulator_port):
        await stop.wait()


async def _ready() -> str | None:
    """All is in memory: who listens is ready."""
    return None
