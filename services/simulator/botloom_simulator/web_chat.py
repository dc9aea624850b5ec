"""The web chat: static files of this package, which use the control API alone."""

from pathlib import Path

from aiohttp import web

_STATIC = Path(__file__).parent / "static"

# Media may come from anywhere, since bots send them by their addresses; all else is from here.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src * data:; media-src *; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


def add_web_chat(app: web.Application) -> None:
    async def index(_: web.Request) -> web.FileResponse:
        return web.FileResponse(
            _STATIC / "index.html",
            headers={
                "Content-Security-Policy": _POLICY,
                "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "no-referrer",
                "Cache-Control": "no-cache",
            },
        )

    async def revalidate(request: web.Request, response: web.StreamResponse) -> None:
        # A page of one version must not run the scripts of another.
        if request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-cache")

    app.on_response_prepare.append(revalidate)
    app.router.add_get("/", index)
    app.router.add_static("/static", _STATIC)
