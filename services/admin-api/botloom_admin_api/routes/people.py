"""The people who use the bot."""

from typing import Annotated, Any
from zoneinfo import ZoneInfo

from litestar import delete, get, patch, post
from litestar.params import JSONBody, PathParameter
from msgspec import UNSET
from redis.asyncio import Redis
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import EDITOR, OWNER, VIEWER, AuthRequest
from ..listing import LIMIT_DEFAULT, conditions_of, cut_page, select_page
from ..people.did import who_did
from ..people.erasure import erase
from ..people.listing import LISTING, PEOPLE
from ..people.registry import detail, set_tags
from ..people.seen import views
from ..people.tags import change_tags, read_tags, tag_counts
from ..people.timeline import timeline
from ..people.traces import remove_traces
from ..problems import documented
from ..schemas.fields import Page
from ..schemas.people import (
    PersonDetail,
    PersonPatch,
    PersonView,
    TagChange,
    Tagged,
    Tags,
    TimelineEntry,
)
from .list_parameters import chooses, query_of, takes
from .moments import read_zone
from .parameters import Cursor, Limit
from .router import Router
from .stats.period_parameters import TimeZone

UserId = Annotated[int, PathParameter(description="Of Telegram.")]


def people_router(sessions: async_sessionmaker[AsyncSession], redis: Redis) -> Router:
    @get(
        "/",
        operation_id="listPeople",
        summary="List people",
        description="Who uses the bot, by pages: follow `next_cursor` until it is null.",
        responses=documented(422),
        opt=VIEWER,
    )
    @takes(LISTING)
    async def list_people(request: AuthRequest, **given: Any) -> Page[PersonView]:
        query = query_of(LISTING, request, given)
        did = await who_did(sessions, query)
        async with sessions() as session:
            found = await session.execute(select_page(LISTING, query).where(*did))
            rows = [dict(row) for row in found.mappings()]
            shown, next_cursor = cut_page(LISTING, query, rows)
            return Page(await views(session, shown), next_cursor)

    @get(
        "/tags",
        operation_id="listTags",
        summary="List the tags of people",
        responses=documented(422),
        opt=VIEWER,
    )
    async def list_tags() -> Tags:
        async with sessions() as session:
            return Tags(await tag_counts(session))

    @post(
        "/tags",
        operation_id="tagPeople",
        summary="Tag many people",
        description=(
            "Of all whom the list shows with the same filters, or those of `user_ids` among them; "
            "10000 at the most."
        ),
        status_code=200,
        responses=documented(413, 422),
        opt=EDITOR,
    )
    @chooses(LISTING, data=JSONBody[TagChange])
    async def tag_people(request: AuthRequest, data: TagChange, **given: Any) -> Tagged:
        query = query_of(LISTING, request, given)
        did = await who_did(sessions, query)
        people = select(PEOPLE.c.user_id).where(*conditions_of(LISTING, query), *did)
        if data.user_ids is not None:
            people = people.where(PEOPLE.c.user_id.in_(data.user_ids))
        added, removed = read_tags("add", data.add), read_tags("remove", data.remove)
        async with sessions() as session, session.begin():
            return Tagged(await change_tags(session, people, added, removed))

    @get(
        "/{user_id:int}",
        operation_id="getPerson",
        summary="Read a person",
        description="With what they did in all, and on how many days of `tz`.",
        responses=documented(404, 422),
        opt=VIEWER,
    )
    async def read(user_id: UserId, tz: TimeZone = None) -> PersonDetail:
        async with sessions() as session:
            return await detail(session, user_id, _zone(tz))

    @patch(
        "/{user_id:int}",
        operation_id="updatePerson",
        summary="Change the tags of a person",
        responses=documented(404, 413, 422),
        opt=EDITOR,
    )
    async def change(user_id: UserId, data: JSONBody[PersonPatch]) -> PersonDetail:
        if data.tags is not UNSET:
            tags = read_tags("tags", data.tags)
            async with sessions() as session, session.begin():
                await set_tags(session, user_id, tags)
        async with sessions() as session:
            return await detail(session, user_id, _zone(None))

    @delete(
        "/{user_id:int}",
        operation_id="erasePerson",
        summary="Erase a person",
        description=(
            "Names, username, tags, texts and the id itself are gone for good, in Redis too; "
            "every figure stays what it was. Whoever writes again is a new person."
        ),
        responses=documented(404, 422),
        opt=OWNER,
    )
    async def erase_person(user_id: UserId) -> None:
        async with sessions() as session, session.begin():
            await erase(session, user_id)
        await remove_traces(redis, user_id)

    @get(
        "/{user_id:int}/timeline",
        operation_id="getTimeline",
        summary="Read what a person did",
        description="The interactions that are kept, the newest first, by pages.",
        responses=documented(404, 422),
        opt=VIEWER,
    )
    async def read_timeline(
        user_id: UserId, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
    ) -> Page[TimelineEntry]:
        async with sessions() as session:
            return await timeline(session, user_id, cursor, limit)

    return Router(
        "/people",
        route_handlers=[
            list_people,
            list_tags,
            tag_people,
            read,
            change,
            erase_person,
            read_timeline,
        ],
        tags=["people"],
    )


def _zone(given: str | None) -> ZoneInfo:
    return ZoneInfo("UTC") if given is None else read_zone("tz", given)
