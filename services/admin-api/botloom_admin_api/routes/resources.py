"""The operations of a resource, the same for each of them."""

# The annotations are text, so that Litestar resolves FieldsT, PatchT and ViewT to the types of the
# resource (`signature_namespace`).
from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from litestar import Response, delete, get, patch, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody
from msgspec import Struct

from ..auth import EDITOR, VIEWER, AuthRequest
from ..errors import NotFound
from ..listing import read_fields
from ..preconditions import etag, is_known
from ..problems import documented
from ..repository import Repository, Row
from ..resources.resource import FieldsT, PatchT, Resource, ViewT
from ..schemas.fields import Page
from .answers import located, versioned
from .bulk import bulk_route
from .headers import ETAG, LOCATION
from .list_parameters import fields_parameter, query_of, takes
from .parameters import EntityId, IfMatch, IfNoneMatch
from .place import Place
from .router import Router
from .uses import uses_route

NOT_MODIFIED = ResponseSpec(None, description="The client has the present version.")

PartT: TypeAlias = Struct
Fields: TypeAlias = str | None
"""These two stand for types of the resource, as the type variables do."""


def resource_router(
    resource: Resource[FieldsT, PatchT, ViewT],
    place: Place,
) -> Router:
    one, many = resource.entity, resource.plural
    name, names = place.prefix + one.capitalize(), place.prefix + many.capitalize()
    where = place.suffix

    @get(
        "/",
        operation_id=f"list{names}",
        summary=f"List {many}{where}",
        description=f"The {many}, by pages: follow `next_cursor` until it is null.",
        responses=documented(422, *place.problems),
        opt=VIEWER,
    )
    @takes(resource.listing)
    async def list_page(request: AuthRequest, **given: Any) -> Page[ViewT | PartT]:
        query = query_of(resource.listing, request, given)
        async with place.session(request) as session:
            rows, next_cursor = await Repository(session).page(resource.listing, query)
        return Page([resource.part_of(row, query.fields) for row in rows], next_cursor)

    @post(
        "/",
        operation_id=f"create{name}",
        summary=f"Create a {one}{where}",
        description="What is left out takes its default.",
        response_headers=[ETAG, LOCATION, place.counter],
        responses=documented(409, 413, 422, *place.problems),
        opt=EDITOR,
    )
    async def create(data: JSONBody[FieldsT], request: AuthRequest) -> Response[ViewT]:
        row, seq = await place.commands(request).create(resource, data, request.auth.actor)
        return _changed(row, seq, located(request, row["id"]))

    @get(
        "/{entity_id:int}",
        operation_id=f"get{name}",
        summary=f"Read a {one}{where}",
        response_headers=[ETAG],
        responses={304: NOT_MODIFIED, **documented(404, 422)},
        opt=VIEWER,
    )
    async def read(
        entity_id: EntityId,
        request: AuthRequest,
        fields: Fields = None,
        if_none_match: IfNoneMatch = None,
    ) -> Response[ViewT | PartT]:
        wanted = read_fields(resource.listing.fields, fields)
        async with place.session(request) as session:
            row = await Repository(session).row(resource.entity, entity_id)
        if row is None:
            raise NotFound(f"There is no {one} {entity_id}.")
        if is_known(if_none_match, row["version"]):
            nothing: Any = None
            return Response(nothing, status_code=304, headers={"ETag": etag(row["version"])})
        return versioned(resource.part_of(row, wanted), row["version"])

    @patch(
        "/{entity_id:int}",
        operation_id=f"update{name}",
        summary=f"Change a {one}{where}",
        description="Changes the given fields only; without a difference nothing happens.",
        response_headers=[ETAG, place.counter],
        responses=documented(404, 409, 412, 413, 422),
        opt=EDITOR,
    )
    async def update(
        entity_id: EntityId, data: JSONBody[PatchT], request: AuthRequest, if_match: IfMatch = None
    ) -> Response[ViewT]:
        commands, actor = place.commands(request), request.auth.actor
        return _changed(*await commands.update(resource, entity_id, data, if_match, actor))

    @delete(
        "/{entity_id:int}",
        operation_id=f"delete{name}",
        summary=f"Delete a {one}{where}",
        description="Refused with 409 while something uses it.",
        response_headers=[place.counter],
        responses=documented(404, 409, 412),
        opt=EDITOR,
    )
    async def remove(
        entity_id: EntityId, request: AuthRequest, if_match: IfMatch = None
    ) -> Response[None]:
        commands, actor = place.commands(request), request.auth.actor
        seq = await commands.delete(resource, entity_id, if_match, actor)
        return Response(None, headers={place.counter.name: str(seq)})

    def _changed(row: Row, seq: int, headers: Mapping[str, str] | None = None) -> Response[ViewT]:
        headers = {place.counter.name: str(seq), **(headers or {})}
        return versioned(resource.view_of(row), row["version"], headers)

    return Router(
        f"/{many}",
        route_handlers=[
            list_page,
            create,
            read,
            update,
            remove,
            bulk_route(resource, place),
            uses_route(resource, place),
            *place.routes(resource),
        ],
        signature_namespace={
            "FieldsT": resource.fields,
            "PatchT": resource.patch,
            "ViewT": resource.view,
            "PartT": resource.part,
            "Fields": Annotated[str | None, fields_parameter(resource.listing.fields)],
        },
        tags=[place.tag or many],
    )
