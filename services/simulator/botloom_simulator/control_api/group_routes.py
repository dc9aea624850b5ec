"""Groups, supergroups and channels over the control API.

Each address takes `?bot=<bot_id>`, as those of `routes` do.
"""

import secrets
from typing import Annotated

import msgspec
from aiohttp import web
from botloom_contracts.errors import FieldProblem

from .. import joining, people
from ..bots import MAX_GROUPS, Bot
from ..errors import ConflictProblem, FullProblem, NotFoundProblem, Problem
from ..group_chats import GroupChat, GroupType, Status
from ..objects import User
from ..world import World
from .messages import content_of, read_message
from .presses import PressRequest, message_with_button
from .replies import replied_to
from .requests import (
    Name,
    Request,
    Username,
    bot_id_of,
    group_id_of,
    json_response,
    read_json,
    sent_response,
    user_id_of,
    version_of,
    wait_of,
)


class GroupRequest(Request, frozen=True):
    """`members` are ids of people. The bot is an administrator unless it is said otherwise."""

    title: Annotated[str, msgspec.Meta(min_length=1, max_length=128)]
    type: GroupType = "supergroup"
    id: Annotated[int, msgspec.Meta(lt=0, ge=-(2**52))] | None = None
    username: Username | None = None
    members: Annotated[tuple[int, ...], msgspec.Meta(max_length=1000)] = ()
    bot_status: Status = "administrator"


class MemberRequest(Request, frozen=True):
    status: Status = "member"
    first_name: Name | None = None


class BotStatusRequest(Request, frozen=True):
    """`by` is the id of who changes it."""

    status: Status
    by: int = 1


class GroupRoutes:
    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        group = "/api/groups/{group_id}"
        member = f"{group}/members/{{user_id}}"
        app.router.add_routes(
            [
                web.get("/api/groups", self.list_groups),
                web.post("/api/groups", self.make),
                web.get(group, self.read),
                web.put(f"{group}/bot", self.set_bot_status),
                web.put(member, self.set_member),
                web.delete(member, self.leave),
                web.post(f"{member}/messages", self.send),
                web.post(f"{member}/presses", self.press),
                web.put(f"{group}/join_requests/{{user_id}}", self.ask),
            ]
        )

    async def list_groups(self, request: web.Request) -> web.Response:
        """200 `[{"id", "chat", "bot_status", "members", "join_requests", "version"}]`"""
        return json_response(
            [
                {"id": group.id, "version": group.version, **group.about()}
                for group in self._bot(request).groups.values()
            ]
        )

    async def make(self, request: web.Request) -> web.Response:
        """`GroupRequest` → 201 `{"id", …}`; the bot gets `my_chat_member` if it is in it."""
        bot = self._bot(request)
        given = await read_json(request, GroupRequest)
        if len(bot.groups) >= MAX_GROUPS:
            raise FullProblem(detail=f"the bot has {MAX_GROUPS} groups")
        group_id = given.id or _new_id(given.type)
        if group_id in bot.groups:
            raise ConflictProblem(detail=f"There is a group with the id {group_id}")
        group = GroupChat(group_id, given.type, given.title, given.username, "left")
        bot.groups[group_id] = group
        for user_id in given.members:
            group.set_member(_person(bot, user_id), "member")
        maker = _person(bot, given.members[0] if given.members else 1)
        joining.set_bot_status(bot, group, maker, given.bot_status, self._world.now)
        return json_response({"id": group.id, **group.about()}, status=201)

    async def read(self, request: web.Request) -> web.Response:
        """200 with the group (`BotChat.snapshot`); `?after=&timeout=` as for chats."""
        group = self._group(request)
        after = version_of(request)
        if after is not None:
            await group.changed_after(after, wait_of(request))
        body = group.snapshot(self._world.clock())
        return web.Response(body=body, content_type="application/json")

    async def set_bot_status(self, request: web.Request) -> web.Response:
        """`BotStatusRequest` → 200 `{"update_id"}`, null where nothing changes."""
        bot, group = self._bot(request), self._group(request)
        given = await read_json(request, BotStatusRequest)
        by = _person(bot, given.by)
        update_id = joining.set_bot_status(bot, group, by, given.status, self._world.now)
        return json_response({"update_id": update_id})

    async def set_member(self, request: web.Request) -> web.Response:
        """`MemberRequest` → 200 `{"update_id"}`: the person joins, or what they are changes."""
        bot, group = self._bot(request), self._group(request)
        given = await read_json(request, MemberRequest)
        person = _person(bot, user_id_of(request))
        if given.first_name:
            person = msgspec.structs.replace(person, first_name=given.first_name)
        update_id = joining.set_status(bot, group, person, given.status, self._world.now)
        return json_response({"update_id": update_id})

    async def leave(self, request: web.Request) -> web.Response:
        """200 `{"update_id"}`"""
        bot, group, person = self._member(request)
        update_id = joining.set_status(bot, group, person, "left", self._world.now)
        return json_response({"update_id": update_id})

    async def ask(self, request: web.Request) -> web.Response:
        """201 `{"update_id"}`: the person asks to join; null where the bot is no administrator."""
        bot, group = self._bot(request), self._group(request)
        person = _person(bot, user_id_of(request))
        if group.is_member(person.id):
            raise ConflictProblem(detail="They are a member already")
        return json_response(
            {"update_id": joining.ask(bot, group, person, self._world.now)}, status=201
        )

    async def send(self, request: web.Request) -> web.Response:
        """`MessageRequest` → 201 `{"update_id", "message"}`"""
        bot, group, person = self._member(request)
        message = await read_message(request)
        content = content_of(message, self._world.files, person)
        update_id, stored = people.send(
            bot, group, person, content, self._world.now, replied_to(group, message)
        )
        return sent_response(update_id, stored)

    async def press(self, request: web.Request) -> web.Response:
        """`PressRequest` → 201 `{"update_id", "callback_query_id"}`"""
        bot, group, person = self._member(request)
        pressed = await read_json(request, PressRequest)
        message = message_with_button(group, pressed)
        update_id, query = people.press(
            bot, group, person, message, pressed.callback_data, self._world.clock()
        )
        return json_response({"update_id": update_id, "callback_query_id": query.id}, status=201)

    def _bot(self, request: web.Request) -> Bot:
        return self._world.bot_named(bot_id_of(request))

    def _group(self, request: web.Request) -> GroupChat:
        group_id = group_id_of(request)
        group = self._bot(request).groups.get(group_id)
        if group is None:
            raise NotFoundProblem(FieldProblem("group_id", "exists", f"{group_id} is of no group"))
        return group

    def _member(self, request: web.Request) -> tuple[Bot, GroupChat, User]:
        bot, group = self._bot(request), self._group(request)
        user_id = user_id_of(request)
        person = group.user(user_id)
        if person is None or not group.is_member(user_id):
            raise Problem(FieldProblem("user_id", "exists", "is of no member of the group"))
        return bot, group, person


def _person(bot: Bot, user_id: int) -> User:
    return bot.find_user(user_id) or people.default_person(user_id)


def _new_id(kind: GroupType) -> int:
    """Groups have short negative ids; supergroups and channels those below -1,000,000,000,000."""
    number = secrets.randbelow(10**9) + 1
    return -number if kind == "group" else -(10**12) - number
