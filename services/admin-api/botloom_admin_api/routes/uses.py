"""Where an object is used, the same for each resource."""

from typing import Any

from litestar import get
from litestar.handlers import HTTPRouteHandler

from ..auth import VIEWER, AuthRequest
from ..errors import NotFound
from ..problems import documented
from ..repository import Repository
from ..resources.resource import Resource
from ..schemas.uses import ObjectUses
from ..users import USES_MAX, Users
from .parameters import EntityId
from .place import Place


def uses_route(resource: Resource[Any, Any, Any], place: Place) -> HTTPRouteHandler:
    one = resource.entity

    @get(
        "/{entity_id:int}/uses",
        operation_id=f"get{place.prefix}{one.capitalize()}Uses",
        summary=f"Tell where a {one} is used{place.suffix}",
        description=(
            "What holds it or leads to it, and by which field. Of a button that includes the "
            "callback that takes its data, of a callback the buttons whose press it takes. At most "
            f"{USES_MAX} are named."
        ),
        responses=documented(404),
        opt=VIEWER,
    )
    async def tell(entity_id: EntityId, request: AuthRequest) -> ObjectUses:
        async with place.session(request) as session:
            row = await Repository(session).row(resource.entity, entity_id)
            if row is None:
                raise NotFound(f"There is no {one} {entity_id}.")
            return await Users(session).of(resource.entity, row)

    return tell
