"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from aiohttp import web

from ..errors import Refusal
from ..objects import encode
from ..world import World
from .calls import Calls
from .parameters import read_parameters


def add_bot_api(app: web.Application, world: World, calls: Calls) -> None:
    async def call(request: web.Request) -> web.Response:
        try:
            bot = world.bot_of(request.match_info["token"])
            body = await request.read() if request.can_read_body else b""
            parameters = await read_parameters(
                request.headers.get("Content-Type", ""), body, request.rel_url.raw_query_string
            )
            result = await calls.run(bot, request.match_info["method"], parameters, "request")
        except web.HTTPRequestEntityTooLarge:
            return _refused(Refusal(413, "Request Entity Too Large"))
        except Refusal as refusal:
            return _refused(refusal)
        return web.Response(
            body=b'{"ok":true,"result":%b}' % result, content_type="application/json"
        )

    async def download(request: web.Request) -> web.Response:
        try:
            world.bot_of(request.match_info["token"])
        except Refusal as refusal:
            return _refused(refusal)
        return file_response(world, request.match_info["path"])

    async def unknown(_: web.Request) -> web.Response:
        return _refused(Refusal(404, "Not Found"))

    for method in ("GET", "POST"):
        app.router.add_route(method, "/bot{token:[^/]+}/{method}", call)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", download)
    app.router.add_route("*", "/bot{rest:.*}", unknown)


def file_response(world: World, path: str) -> web.Response:
    """The bytes of an uploaded file; for one that was sent by its address, the way there."""
    file = world.files.by_path(path)
    if file is None:
        return _refused(Refusal(404, "Not Found"))
    if file.content is None:
        return web.Response(status=302, headers={"Location": file.url or ""})
    return web.Response(
        body=file.content,
        content_type=file.media_type,
        headers={"Cache-Control": "public, max-age=86400, immutable"},
    )


def _refused(refusal: Refusal) -> web.Response:
    body = {"ok": False, "error_code": refusal.error_code, "description": refusal.description}
    headers = {}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    if retry_after := refusal.parameters.get("retry_after"):
        headers["Retry-After"] = str(retry_after)
    return web.Response(
        status=refusal.error_code,
        body=encode(body),
        content_type="application/json",
        headers=headers,
    )
