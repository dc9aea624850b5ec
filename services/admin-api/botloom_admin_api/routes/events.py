"""The log: what was changed, by whom, and what the configuration was."""

from functools import partial
from operator import attrgetter
from typing import Annotated

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import Entity
from litestar import get
from litestar.params import PathParameter, QueryParameter
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..accounts.actor_names import actor_names
from ..auth import VIEWER
from ..cursors import decode_id_cursor
from ..errors import NotFound
from ..history.cursors import decode_object_cursor, encode_object_cursor
from ..history.differences import name_of, object_change
from ..history.log_reader import EventFilter, LogReader, Order
from ..history.views import event_detail, event_view
from ..listing import LIMIT_DEFAULT
from ..problems import documented
from ..schemas.events import (
    Actor,
    ConfigurationPage,
    DifferencePage,
    EventDetail,
    EventView,
    ObjectState,
)
from ..schemas.fields import ID_MAX, Page, is_id
from .answers import id_page
from .moments import read_time
from .parameters import Cursor, Limit
from .router import Router

ACTORS_MAX = 1000

_TEXT = r"^[^\x00]{1,256}$"
_FORM = "ISO 8601 with a zone, or a date, which is its midnight in UTC."

EntityName = Annotated[Entity | None, QueryParameter(description="Of this kind of object only.")]
EntityNumber = Annotated[
    int | None,
    QueryParameter(ge=1, le=ID_MAX, description="Of the object with this id; give `entity` too."),
]
ActorGiven = Annotated[
    str | None, QueryParameter(pattern=_TEXT, description="As events name them.")
]
Cause = Annotated[
    str | None,
    QueryParameter(
        pattern=_TEXT, description="`restore:120`; or `restore`, for all that restored something."
    ),
]
Since = Annotated[str | None, QueryParameter(description=_FORM)]
Until = Annotated[str | None, QueryParameter(description=f"Up to, but without. {_FORM}")]
Ordered = Annotated[Order, QueryParameter(description="Which come first.")]
Seq = Annotated[int, PathParameter(description="The number of the event.")]
SeqAt = Annotated[
    int, QueryParameter(ge=0, le=ID_MAX, description="After this event; 0 is before the first.")
]
From = Annotated[int, QueryParameter(name="from", ge=0, le=ID_MAX, description="After this event.")]
To = Annotated[int, QueryParameter(name="to", ge=0, le=ID_MAX, description="After this event.")]


def events_router(sessions: async_sessionmaker[AsyncSession]) -> Router:
    @get(
        "/",
        operation_id="listEvents",
        summary="List changes",
        description="The events of the log, the newest first, by pages.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def list_events(
        entity: EntityName = None,
        entity_id: EntityNumber = None,
        actor: ActorGiven = None,
        cause: Cause = None,
        since: Since = None,
        until: Until = None,
        order: Ordered = "newest",
        cursor: Cursor = None,
        limit: Limit = LIMIT_DEFAULT,
    ) -> Page[EventView]:
        if entity_id is not None and entity is None:
            raise InvalidInput(FieldProblem("entity", "required", "an id alone names no object"))
        wanted = EventFilter(
            entity=entity,
            entity_id=entity_id,
            actor=actor,
            cause=cause,
            since=None if since is None else read_time("since", since),
            until=None if until is None else read_time("until", until),
        )
        async with sessions() as session:
            found = await LogReader(session).events(
                wanted, order, decode_id_cursor(cursor, "events"), limit + 1
            )
            names = await actor_names(session, {event.actor for event in found})
        return id_page(found, limit, "events", attrgetter("seq"), partial(event_view, names=names))

    @get(
        "/actors",
        operation_id="listActors",
        summary="List who changed something",
        description=f"Deleted accounts and revoked tokens too, by name; {ACTORS_MAX} at most.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def actors() -> list[Actor]:
        async with sessions() as session:
            found = await LogReader(session).actors(ACTORS_MAX)
            names = await actor_names(session, found)
        known = (Actor(actor, names.get(actor, actor)) for actor in found)
        return sorted(known, key=lambda one: (one.actor_name.casefold(), one.actor))

    @get(
        "/{seq:int}",
        operation_id="getEvent",
        summary="Read an event",
        description="With the whole state of the object, and the one before.",
        responses=documented(404),
        opt=VIEWER,
    )
    async def read_event(seq: Seq) -> EventDetail:
        async with sessions() as session:
            event = await LogReader(session).event(seq) if is_id(seq) else None
            if event is None:
                raise NotFound(f"There is no event {seq}.")
            return event_detail(event, await actor_names(session, [event.actor]))

    @get(
        "/state",
        operation_id="getConfigurationAt",
        summary="Read a configuration of the past",
        description="Every object as it was after an event, by kinds and ids, by pages.",
        responses=documented(404, 422),
        opt=VIEWER,
    )
    async def state(
        seq: SeqAt, entity: EntityName = None, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
    ) -> ConfigurationPage:
        behind = decode_object_cursor(cursor)
        async with sessions() as session:
            log = LogReader(session)
            await log.require(seq)
            found = await log.states_at(seq, behind, limit + 1, entity)
        items = [
            ObjectState(entity=kind, id=one, name=name_of(kind, row), state=row)
            for (kind, one), row in found[:limit]
        ]
        more = len(found) > limit
        return ConfigurationPage(items, encode_object_cursor(found[limit - 1][0]) if more else None)

    @get(
        "/diff",
        operation_id="compareConfigurations",
        summary="Compare two configurations of the past",
        description=(
            "What the events between come to in all, an object once: what was changed and changed "
            "back is not there. `from` may be the later one."
        ),
        responses=documented(404, 422),
        opt=VIEWER,
    )
    async def diff(
        start: From, end: To, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
    ) -> DifferencePage:
        behind = decode_object_cursor(cursor)
        async with sessions() as session:
            log = LogReader(session)
            await log.require(start, end)
            counts = await log.count_changes(start, end)
            found = await log.transitions(start, end, behind=behind, limit=limit + 1)
        changes = (object_change(*one.key, one.before, one.after) for one in found[:limit])
        more = len(found) > limit
        return DifferencePage(
            counts,
            [change for change in changes if change is not None],
            encode_object_cursor(found[limit - 1].key) if more else None,
        )

    routes = [list_events, actors, read_event, state, diff]
    return Router("/events", route_handlers=routes, tags=["events"])
