"""`/healthz`, `/readyz` and `/metrics` over aiohttp, the same in every process.

`/healthz` says that the event loop turns; `/readyz` answers 503 with the reason until the service
can do its work; `/metrics` is the Prometheus text format.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

Readiness = Callable[[], Awaitable[str | None]]
"""Returns None when ready, else the reason in a few words."""


def add_probe_routes(
    app: web.Application, readiness: Readiness, registry: CollectorRegistry = REGISTRY
) -> None:
    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "alive"})

    async def readyz(_: web.Request) -> web.Response:
        reason = await readiness()
        if reason is None:
            return web.json_response({"status": "ready"})
        return web.json_response({"status": "not ready", "reason": reason}, status=503)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(
            body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4}
        )

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics)


@asynccontextmanager
async def listening(app: web.Application, host: str, port: int) -> AsyncIterator[None]:
    """Serve `app` while the context is open; a taken port raises `SystemExit` that names it."""
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise SystemExit(
                f"Port {port} on {host} can't be listened on: {error.strerror}"
            ) from None
        yield
    finally:
        await runner.cleanup()
