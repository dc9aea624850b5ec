"""Who set what an object has, the same for each resource."""

from typing import Any

from litestar import get
from litestar.handlers import HTTPRouteHandler
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..accounts.actor_names import actor_names
from ..auth import VIEWER
from ..errors import NotFound
from ..history.log_reader import LogReader
from ..history.views import blame
from ..problems import documented
from ..resources.resource import Resource
from ..schemas.events import Blame
from ..schemas.fields import is_id
from .parameters import EntityId


def blame_route(
    resource: Resource[Any, Any, Any], sessions: async_sessionmaker[AsyncSession]
) -> HTTPRouteHandler:
    one = resource.entity

    @get(
        "/{entity_id:int}/blame",
        operation_id=f"blame{one.capitalize()}",
        summary=f"Tell who set each field of a {one}",
        description=f"The last event that changed it; of a deleted {one} too.",
        responses=documented(404),
        opt=VIEWER,
    )
    async def tell(entity_id: EntityId) -> Blame:
        async with sessions() as session:
            log = LogReader(session)
            key = resource.entity, entity_id
            last = await log.last_event(key) if is_id(entity_id) else None
            if last is None:
                raise NotFound(f"There has never been a {one} {entity_id}.")
            origins = await log.origins(key)
            actors = {last.actor, *(origin.event.actor for origin in origins)}
            return blame(last, origins, await actor_names(session, actors))

    return tell
