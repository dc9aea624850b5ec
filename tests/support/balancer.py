"""What stands between Telegram and several gateways in production."""

from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from botloom_gateway.webhook import SECRET_HEADER
from botloom_local.servers import free_port


class Balancer:
    """Gives each request to the next of `gateways`, and to another where that one is away."""

    def __init__(self, http: aiohttp.ClientSession, port: int) -> None:
        self._http = http
        self.url = f"http://127.0.0.1:{port}"
        self.gateways: deque[str] = deque()

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        body = await request.read()
        headers = {
            "Content-Type": request.content_type,
            SECRET_HEADER: request.headers.get(SECRET_HEADER, ""),
        }
        for _ in range(len(self.gateways)):
            gateway = self.gateways[0]
            self.gateways.rotate(-1)
            try:
                async with self._http.post(
                    f"{gateway}{request.path}", data=body, headers=headers
                ) as answer:
                    return web.Response(
                        status=answer.status,
                        body=await answer.read(),
                        content_type=answer.content_type,
                    )
            except aiohttp.ClientConnectionError:
                continue
        return web.Response(status=502)


@asynccontextmanager
async def balancing() -> AsyncIterator[Balancer]:
    async with aiohttp.ClientSession() as http:
        port = free_port()
        balancer = Balancer(http, port)
        runner = web.ServerRunner(web.Server(balancer.handle))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        try:
            yield balancer
        finally:
            await runner.cleanup()
