import asyncio
import re
from datetime import timedelta
from typing import Annotated, cast

from botloom_constructor.bot_map import Node
from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import Entity
from litestar import get
from litestar.params import QueryParameter
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import VIEWER
from ..linted_configuration import read_configuration
from ..live_configuration import LiveConfiguration
from ..mapping import Around, make_map
from ..problems import documented
from ..schemas.fields import ID_MAX, is_id
from ..schemas.map import Map
from ..statistics.use_counts import count_uses
from .router import Router
from .stats.period_parameters import OfPeriod, period_of

WEEK = timedelta(days=7)
NODES_MAX = 10_000
NODES_DEFAULT = 2_000

_AROUND = r"(handler|callback|button|keyboard):([1-9][0-9]{0,18})"

Limit = Annotated[int, QueryParameter(ge=1, le=NODES_MAX, description="The most nodes.")]
AroundNode = Annotated[
    str | None,
    QueryParameter(
        name="around",
        pattern=f"^{_AROUND}$",
        max_length=64,
        description="Show only what lies around this: `handler:5`.",
    ),
]
Depth = Annotated[
    int, QueryParameter(ge=1, le=10, description="With `around`: how many edges away.")
]


def map_router(sessions: async_sessionmaker[AsyncSession], live: LiveConfiguration) -> Router:
    @get(
        "/",
        operation_id="getMap",
        summary="Draw what leads where in the bot",
        description=(
            "From handlers to the keyboards that they show, their buttons, the callbacks that take "
            "them, and handlers again, with how often each was used. Of too many nodes those are "
            "shown that the most used handlers lead to. Default: of 7 days."
        ),
        responses=documented(404, 422),
        opt=VIEWER,
    )
    async def read(
        period: OfPeriod,
        limit: Limit = NODES_DEFAULT,
        around_node: AroundNode = None,
        depth: Depth = 2,
    ) -> Map:
        around = None if around_node is None else Around(_node(around_node), depth)
        identity = await live.identity()
        async with sessions() as session:
            found = await read_configuration(session)
            counts = await count_uses(session, period, ID_MAX)
        # Off the event loop: a large configuration takes a while.
        return await asyncio.to_thread(
            make_map, found, identity.username, counts, period, limit, around
        )

    return Router(
        "/map",
        route_handlers=[read],
        dependencies={"period": period_of(WEEK)},
        tags=["map"],
    )


def _node(text: str) -> Node:
    """Raises `InvalidInput`."""
    match = re.fullmatch(_AROUND, text)
    if match is None or not is_id(int(match[2])):
        raise InvalidInput(FieldProblem("around", "form", "names nothing, such as handler:5"))
    return Node(cast(Entity, match[1]), int(match[2]))
