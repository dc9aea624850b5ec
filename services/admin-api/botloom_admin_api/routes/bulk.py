"""Many changes in one request, the same for each resource."""

# The annotations are text, as in `resources.py`.
from __future__ import annotations

from typing import Any, cast

import msgspec
from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar import Response, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import JSONBody

from ..auth import EDITOR, AuthRequest
from ..operations import Changed, Create, Delete, Operation, Update
from ..preconditions import etag
from ..problems import documented
from ..repository import Row
from ..resources.resource import FieldsT, PatchT, Resource, ViewT
from ..schemas.bulk import OPERATIONS_MAX, Bulk, BulkResult, ChangeT, Version
from ..schemas.fields import Id
from .place import Place

CAUSE = "bulk"


def bulk_route(resource: Resource[FieldsT, PatchT, ViewT], place: Place) -> HTTPRouteHandler:
    many = resource.plural

    @post(
        "/bulk",
        operation_id=f"bulk{place.prefix}{many.capitalize()}",
        summary=f"Change many {many} at once{place.suffix}",
        description=(
            f"At most {OPERATIONS_MAX} changes, in one transaction: all of them, or none. "
            "Problems name the place: `create[3].label`."
        ),
        status_code=200,
        response_headers=[place.counter],
        responses=documented(404, 409, 412, 413, 422),
        opt=EDITOR,
        signature_namespace={
            "FieldsT": resource.fields,
            "ChangeT": _change_type(resource),
            "ViewT": resource.view,
        },
    )
    async def bulk(
        data: JSONBody[Bulk[FieldsT, ChangeT]], request: AuthRequest
    ) -> Response[BulkResult[ViewT]]:
        operations, places = _operations(resource, data)
        changes = await place.commands(request).run(operations, request.auth.actor, CAUSE, places)
        result = _result(resource, data, changes)
        return Response(result, headers={place.counter.name: str(result.seq)})

    return bulk


def _change_type(resource: Resource[Any, Any, Any]) -> type[msgspec.Struct]:
    """As a `Target`, with all that a patch may have."""
    return msgspec.defstruct(
        f"{resource.entity.capitalize()}Change",
        [("id", Id), ("version", Version | None, None)],
        bases=(resource.patch,),
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
    )


def _operations(
    resource: Resource[Any, Any, Any], data: Bulk[Any, Any]
) -> tuple[list[Operation], list[str]]:
    """With the place of each. Raises `InvalidInput`."""
    count = len(data.create) + len(data.update) + len(data.delete)
    if not 1 <= count <= OPERATIONS_MAX:
        detail = f"gives {count} changes; there must be 1 to {OPERATIONS_MAX}"
        raise InvalidInput(FieldProblem("", "length", detail))
    operations: list[Operation] = [
        *(Create(resource, fields) for fields in data.create),
        *(
            Update(resource, one.id, _patch(resource.patch, one), _if_match(one))
            for one in data.update
        ),
        *(Delete(resource, one.id, _if_match(one)) for one in data.delete),
    ]
    places = [
        f"{name}[{index}]"
        for name, given in (
            ("create", data.create),
            ("update", data.update),
            ("delete", data.delete),
        )
        for index in range(len(given))
    ]
    return operations, places


def _patch(patch: type[PatchT], change: Any) -> PatchT:
    return patch(**{name: getattr(change, name) for name in patch.__struct_fields__})


def _if_match(target: Any) -> str | None:
    return None if target.version is None else etag(target.version)


def _result(
    resource: Resource[Any, Any, ViewT], data: Bulk[Any, Any], changes: list[Changed]
) -> BulkResult[ViewT]:
    created, updated = len(data.create), len(data.create) + len(data.update)
    return BulkResult(
        created=[resource.view_of(cast(Row, one.row)) for one in changes[:created]],
        updated=[resource.view_of(cast(Row, one.row)) for one in changes[created:updated]],
        deleted=[target.id for target in data.delete],
        seq=max(one.seq for one in changes),
    )
