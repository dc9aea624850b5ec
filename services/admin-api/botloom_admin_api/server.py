"""Serves the application until the process is to stop."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from uvicorn import Config, Server

from .app import create_app
from .settings import Settings

FINISH_SECONDS = 15
"""Requests under way at the stop have so long to end."""


class _Server(Server):
    """Leaves the signals to `run_service`."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(settings: Settings, stop: asyncio.Event) -> None:
    """Returns when `stop` is set and the requests under way are answered.

    A taken port raises `SystemExit` that names it.
    """
    listener = _listen(settings.listen_host, settings.admin_api_port)
    app = create_app(settings)
    config = Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        proxy_headers=False,  # the application looks at them, by `trusted_proxies`
        lifespan="on",
        server_header=False,
        timeout_graceful_shutdown=FINISH_SECONDS,
    )
    server = _Server(config)

    async def finish_on_stop() -> None:
        await stop.wait()
        app.state.live_feed.stop()  # those who watch would stay until they are cut off
        server.should_exit = True

    stopping = asyncio.create_task(finish_on_stop())
    try:
        await server.serve(sockets=[listener])
    finally:
        stopping.cancel()
        listener.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise SystemExit(f"Port {port} on {host} can't be listened on: {error.strerror}") from None
