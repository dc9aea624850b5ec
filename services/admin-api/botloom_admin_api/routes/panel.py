"""The admin panel at `/`: files for anyone, since all that is secret comes by the API."""

from collections.abc import Mapping
from typing import Any

from litestar import HttpMethod, Request, Response, route

from ..errors import NotFound
from ..panel_files import IDENTITY, INDEX, PanelFile, read_panel
from ..preconditions import has_tag
from ..settings import Settings
from .router import Router

ASSETS = "/assets/"
"""Their names have a hash of what is in them."""

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        # Mantine writes styles into the page: variables of the theme, and sizes of elements.
        "style-src 'self' 'unsafe-inline'",
        # A message's media is wherever its address says, and Telegram takes http as well.
        "img-src 'self' data: blob: http: https:",
        "media-src 'self' data: blob: http: https:",
        "connect-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
SECURITY = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
LOOK_AGAIN = {"Cache-Control": "no-cache"}
NEXT_TIME = {"Cache-Control": "no-store"}
"""During a rollout another replica may have what this one has not."""


def panel_routes(settings: Settings) -> list[Router]:
    """None where there is no built panel."""
    if settings.admin_ui_directory is None:
        return []
    files = read_panel(settings.admin_ui_directory)

    # What other routes begin with (`/api`, `/schema`, …) never gets here: the router takes a path
    # as a parameter only where no route begins so.
    @route(["/", "/{path:path}"], http_method=[HttpMethod.GET, HttpMethod.HEAD])
    async def panel(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _answer(request, *_found(files, request.scope["path"]))

    return [Router("/", route_handlers=[panel], include_in_schema=False)]


def _found(files: Mapping[str, PanelFile], path: str) -> tuple[PanelFile, Mapping[str, str]]:
    """The file, and how long it is good for. Raises `NotFound`."""
    if path.startswith(ASSETS):
        if path not in files:
            raise NotFound("The admin panel has no such file.", headers=NEXT_TIME)
        return files[path], FOR_EVER
    # Any other address is one of the panel's own screens, such as `/handlers/5`.
    return files.get(path) or files[INDEX], LOOK_AGAIN


def _answer(
    request: Request[Any, Any, Any], file: PanelFile, caching: Mapping[str, str]
) -> Response[bytes]:
    chosen = file.accepted(request.headers.get("Accept-Encoding", ""))
    headers = {**SECURITY, **caching, "ETag": chosen.etag}
    if file.varies:
        headers["Vary"] = "Accept-Encoding"
    if has_tag(request.headers.get("If-None-Match"), chosen.etag):
        return Response(b"", status_code=304, headers=headers)
    if chosen.coding != IDENTITY:
        headers["Content-Encoding"] = chosen.coding
    headers["Content-Length"] = str(len(chosen.body))
    body = b"" if request.method == HttpMethod.HEAD else chosen.body
    return Response(body, media_type=file.media_type, headers=headers)
