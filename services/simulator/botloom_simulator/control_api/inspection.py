"""What tests ask about calls and files, and the refusals that they order."""

from aiohttp import web
from botloom_contracts.errors import FieldProblem

from ..errors import ConflictProblem, NotFoundProblem
from ..faults import MAX_FAULTS, Fault
from ..world import World
from .requests import bot_id_of, json_response, read_json


class Inspection:
    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        app.router.add_routes(
            [
                web.get("/api/calls", self.list_calls),
                web.delete("/api/calls", self.forget_calls),
                web.get("/api/faults", self.list_faults),
                web.post("/api/faults", self.add_fault),
                web.delete("/api/faults", self.forget_faults),
                web.get("/api/files", self.list_files),
                web.get("/api/files/{file_id}", self.show_file),
            ]
        )

    async def list_calls(self, request: web.Request) -> web.Response:
        """200 `[call_log.CallRecord]` of one bot, the newest last; `?method=&chat_id=` choose."""
        bot = self._world.bot_named(bot_id_of(request))
        query = request.query
        return json_response(
            self._world.calls.find(bot.id, query.get("method"), query.get("chat_id"))
        )

    async def forget_calls(self, _: web.Request) -> web.Response:
        """204"""
        self._world.calls.clear()
        return web.Response(status=204)

    async def list_faults(self, _: web.Request) -> web.Response:
        """200 `[faults.Fault]`: those to come, with the `times` that are left."""
        return json_response(self._world.faults.pending())

    async def add_fault(self, request: web.Request) -> web.Response:
        """`faults.Fault` → 201: the next calls of any bot that fit it are refused so."""
        if len(self._world.faults) >= MAX_FAULTS:
            raise ConflictProblem(detail=f"{MAX_FAULTS} faults are to come already")
        fault = await read_json(request, Fault)
        self._world.faults.add(fault)
        return json_response(fault, status=201)

    async def forget_faults(self, _: web.Request) -> web.Response:
        """204"""
        self._world.faults.clear()
        return web.Response(status=204)

    async def list_files(self, _: web.Request) -> web.Response:
        """200 `[{"url", "fetched"}]`: how often Telegram had to download from each address."""
        fetched = self._world.files.fetched
        return json_response([{"url": url, "fetched": count} for url, count in fetched.items()])

    async def show_file(self, request: web.Request) -> web.Response:
        """200 with the file of any `file_id`; 302 to it if it was sent by its address."""
        file = self._world.files.by_id(request.match_info["file_id"])
        if file is None:
            raise NotFoundProblem(FieldProblem("file_id", "exists", "is of no stored file"))
        if file.content is None:
            return web.Response(status=302, headers={"Location": file.url or ""})
        headers = {
            "Cache-Control": "public, max-age=86400, immutable",
            "X-Content-Type-Options": "nosniff",
            # What a person sent must not act as a page of this server.
            "Content-Security-Policy": "sandbox; default-src 'none'",
        }
        return web.Response(body=file.content, content_type=file.media_type, headers=headers)
