"""The operations of a resource, the same for each of them."""

# The annotations are text, so that Litestar resolves FieldsT, PatchT and ViewT to the types of the
# resource (`signature_namespace`).
from __future__ import annotations

from typing import Annotated

from litestar import Response, Router, delete, get, patch, post
from litestar.params import HeaderParameter, JSONBody
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import EDITOR, VIEWER, AuthRequest
from ..commands import Commands
from ..errors import NotFound
from ..paging import LIMIT_DEFAULT, decode_cursor, encode_cursor
from ..preconditions import etag
from ..problems import documented
from ..repository import Repository, Row
from ..resources.resource import FieldsT, PatchT, Resource, ViewT
from ..schemas.fields import Page
from .blame import blame_route
from .bulk import bulk_route
from .headers import SEQ, SEQ_HEADER, header
from .parameters import Cursor, EntityId, Limit

IfMatch = Annotated[
    str | None,
    HeaderParameter(
        name="If-Match", description="Refuse with 412 unless this is the present ETag."
    ),
]


_ETAG = header("ETag", "The version, in quotes.")
_LOCATION = header("Location", "The address of what was created.")


def resource_router(
    resource: Resource[FieldsT, PatchT, ViewT],
    sessions: async_sessionmaker[AsyncSession],
    commands: Commands,
) -> Router:
    one, many = resource.entity, resource.plural
    name, names = one.capitalize(), many.capitalize()

    @get(
        "/",
        operation_id=f"list{names}",
        summary=f"List {many}",
        description=f"The {many} in the order of their ids, by pages.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def list_page(cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT) -> Page[ViewT]:
        after_id = decode_cursor(cursor)
        async with sessions() as session:
            rows = await Repository(session).rows_after(resource.entity, after_id, limit + 1)
        shown = rows[:limit]
        next_cursor = encode_cursor(shown[-1]["id"]) if len(rows) > limit else None
        return Page([resource.view_of(row) for row in shown], next_cursor)

    @post(
        "/",
        operation_id=f"create{name}",
        summary=f"Create a {one}",
        description="What is left out takes its default.",
        response_headers=[_ETAG, _LOCATION, SEQ],
        responses=documented(409, 413, 422),
        opt=EDITOR,
    )
    async def create(data: JSONBody[FieldsT], request: AuthRequest) -> Response[ViewT]:
        row, seq = await commands.create(resource, data, request.auth.actor)
        response = _changed(row, seq)
        response.headers["Location"] = f"{request.url.path.rstrip('/')}/{row['id']}"
        return response

    @get(
        "/{entity_id:int}",
        operation_id=f"get{name}",
        summary=f"Read a {one}",
        response_headers=[_ETAG],
        responses=documented(404),
        opt=VIEWER,
    )
    async def read(entity_id: EntityId) -> Response[ViewT]:
        async with sessions() as session:
            row = await Repository(session).row(resource.entity, entity_id)
        if row is None:
            raise NotFound(f"There is no {one} {entity_id}.")
        return Response(resource.view_of(row), headers={"ETag": etag(row["version"])})

    @patch(
        "/{entity_id:int}",
        operation_id=f"update{name}",
        summary=f"Change a {one}",
        description="Changes the given fields only; without a difference nothing happens.",
        response_headers=[_ETAG, SEQ],
        responses=documented(404, 409, 412, 413, 422),
        opt=EDITOR,
    )
    async def update(
        entity_id: EntityId, data: JSONBody[PatchT], request: AuthRequest, if_match: IfMatch = None
    ) -> Response[ViewT]:
        actor = request.auth.actor
        return _changed(*await commands.update(resource, entity_id, data, if_match, actor))

    @delete(
        "/{entity_id:int}",
        operation_id=f"delete{name}",
        summary=f"Delete a {one}",
        description="Refused with 409 while something uses it.",
        response_headers=[SEQ],
        responses=documented(404, 409, 412),
        opt=EDITOR,
    )
    async def remove(
        entity_id: EntityId, request: AuthRequest, if_match: IfMatch = None
    ) -> Response[None]:
        seq = await commands.delete(resource, entity_id, if_match, request.auth.actor)
        return Response(None, headers={SEQ_HEADER: str(seq)})

    def _changed(row: Row, seq: int) -> Response[ViewT]:
        headers = {"ETag": etag(row["version"]), SEQ_HEADER: str(seq)}
        return Response(resource.view_of(row), headers=headers)

    return Router(
        f"/{many}",
        route_handlers=[
            list_page,
            create,
            read,
            update,
            remove,
            bulk_route(resource, commands),
            blame_route(resource, sessions),
        ],
        signature_namespace={
            "FieldsT": resource.fields,
            "PatchT": resource.patch,
            "ViewT": resource.view,
        },
        tags=[many],
    )
