"""The control API's addresses.

Each takes `?bot=<bot_id>`; without it, the bot that called last is meant. While no bot has called
yet, all but the list of bots answer 409.
"""

import re
from typing import Any

import msgspec
from aiohttp import web
from botloom_contracts.errors import FieldProblem

from .. import people
from ..bots import Bot
from ..errors import ConflictProblem, NotFoundProblem, Problem
from ..objects import Message
from ..private_chats import PrivateChat
from ..world import World
from .events import ChatWatcher, stream
from .keyboard_presses import pressed as pressed_content
from .messages import content_of, read_message
from .presses import PressRequest, message_with_button
from .replies import replied_to
from .requests import (
    KeyboardPressRequest,
    PersonRequest,
    bot_id_of,
    chat_id_of,
    json_response,
    read_json,
    sent_response,
    version_of,
    wait_of,
)

_UPDATE_TYPE = re.compile(r"[a-z][a-z0-9_]{0,63}")


class ControlApi:
    def __init__(self, world: World) -> None:
        self._world = world
        self._watchers: set[ChatWatcher] = set()

    def add_routes(self, app: web.Application) -> None:
        chat = "/api/chats/{chat_id}"
        app.router.add_routes(
            [
                web.get("/api/bots", self.list_bots),
                web.get("/api/chats", self.list_chats),
                web.get(chat, self.read_chat),
                web.put(chat, self.write_person),
                web.get(f"{chat}/events", self.watch_chat),
                web.post(f"{chat}/messages", self.send),
                web.post(f"{chat}/presses", self.press),
                web.post(f"{chat}/keyboard_presses", self.press_key),
                web.post(f"{chat}/block", self.block),
                web.post(f"{chat}/unblock", self.unblock),
                web.post("/api/updates", self.inject_update),
            ]
        )

    def close(self) -> None:
        """End the event streams, so that the server can stop."""
        for watcher in self._watchers:
            watcher.close()

    async def list_bots(self, _: web.Request) -> web.Response:
        """200 `[{"bot", "commands", "webhook_url", "pending_update_count", "is_default"}]`"""
        default = self._world.bot_named(None) if self._world.bots else None
        return json_response([
            {
                "bot": bot.user,
                "commands": bot.commands.get(("default", ""), ()),
                "commands_by_language": {
                    language: commands
                    for (scope, language), commands in bot.commands.items()
                    if scope == "default" and language
                },
                "webhook_url": bot.webhook.url if bot.webhook else None,
                "webhook_error": bot.webhook_error,
                "pending_update_count": len(bot.updates),
                "is_default": bot is default,
            }
            for bot in self._world.bots.values()
        ])  # fmt: skip

    async def list_chats(self, request: web.Request) -> web.Response:
        """200 `[{"id", "person", "blocked", "version", "last_message"}]`"""
        return json_response([
            {
                "id": chat.id,
                "person": chat.person,
                "blocked": chat.blocked,
                "version": chat.version,
                "last_message": _last(chat),
            }
            for chat in self._bot(request).chats.values()
        ])  # fmt: skip

    async def read_chat(self, request: web.Request) -> web.Response:
        """200 with the chat (`PrivateChat.snapshot`).

        `?after=<version>&timeout=<seconds>` waits until the chat is newer than that version, or
        for so long; `&changed=true` then leaves out the messages that are as they were.
        """
        chat = self._chat(request)
        after = version_of(request)
        if after is not None:
            await chat.changed_after(after, wait_of(request))
        only_changed = after if request.query.get("changed") == "true" else None
        body = chat.snapshot(self._world.clock(), only_changed)
        return web.Response(body=body, content_type="application/json")

    async def watch_chat(self, request: web.Request) -> web.StreamResponse:
        """200 with the changes of the chat as they happen; see `events`."""
        chat = self._chat(request)
        watcher = ChatWatcher()
        self._watchers.add(watcher)
        try:
            return await stream(request, chat, watcher, self._world.clock)
        finally:
            self._watchers.discard(watcher)

    async def write_person(self, request: web.Request) -> web.Response:
        """`PersonRequest` → 201 or 200 with the person. Their messages before keep the old name."""
        bot, chat_id = self._bot(request), chat_id_of(request)
        changes = msgspec.structs.asdict(await read_json(request, PersonRequest))
        given = {name: value for name, value in changes.items() if value is not msgspec.UNSET}
        is_new = chat_id not in bot.chats
        chat = bot.chat_of(people.default_person(chat_id))
        chat.set_person(msgspec.structs.replace(chat.person, **given))
        return json_response(chat.person, status=201 if is_new else 200)

    async def send(self, request: web.Request) -> web.Response:
        """`MessageRequest` → 201 `{"update_id", "message"}`; begins the chat if there is none."""
        bot, chat_id = self._bot(request), chat_id_of(request)
        message = await read_message(request)
        known = bot.chats.get(chat_id)
        person = known.person if known else people.default_person(chat_id)
        if known:
            _must_be_open(known)
        content = content_of(message, self._world.files, person)
        chat = bot.chat_of(person)
        update_id, stored = people.send(
            bot, chat, person, content, self._world.now, replied_to(chat, message)
        )
        return sent_response(update_id, stored)

    async def press(self, request: web.Request) -> web.Response:
        """`PressRequest` → 201 `{"update_id", "callback_query_id"}`"""
        bot, chat = self._bot(request), self._chat(request)
        pressed = await read_json(request, PressRequest)
        message = message_with_button(chat, pressed)
        _must_be_open(chat)
        update_id, query = people.press(
            bot, chat, chat.person, message, pressed.callback_data, self._world.clock()
        )
        return json_response({"update_id": update_id, "callback_query_id": query.id}, status=201)

    async def press_key(self, request: web.Request) -> web.Response:
        """`KeyboardPressRequest` → 201 `{"update_id", "message"}`; 204 where it only opens."""
        bot, chat = self._bot(request), self._chat(request)
        label = (await read_json(request, KeyboardPressRequest)).text
        content = pressed_content(chat, label)
        _must_be_open(chat)
        if not content:
            return web.Response(status=204)
        return sent_response(*people.send(bot, chat, chat.person, content, self._world.now))

    async def block(self, request: web.Request) -> web.Response:
        """200 `{"update_id"}`, null if the person had blocked the bot already."""
        return self._set_blocked(request, True)

    async def unblock(self, request: web.Request) -> web.Response:
        """200 `{"update_id"}`, null if the person had not blocked the bot."""
        return self._set_blocked(request, False)

    async def inject_update(self, request: web.Request) -> web.Response:
        """`{"<type>": {…}}`, any update without its id → 201 `{"update_id"}`.

        The id is null where the bot's `allowed_updates` leave its type out.
        """
        bot = self._bot(request)
        update = await read_json(request, dict[str, dict[str, Any]])
        if len(update) != 1:
            raise Problem(FieldProblem("body", "one", "must have one field: the update's type"))
        ((kind, content),) = update.items()
        if kind == "update_id" or not _UPDATE_TYPE.fullmatch(kind):
            raise Problem(FieldProblem(kind, "name", "must be the type of an update"))
        return json_response(
            {"update_id": bot.updates.add(kind, f"injected:{kind}", content)}, status=201
        )

    def _set_blocked(self, request: web.Request, blocked: bool) -> web.Response:
        bot, chat = self._bot(request), self._chat(request)
        return json_response({"update_id": people.set_blocked(bot, chat, blocked, self._world.now)})

    def _bot(self, request: web.Request) -> Bot:
        return self._world.bot_named(bot_id_of(request))

    def _chat(self, request: web.Request) -> PrivateChat:
        chat_id = chat_id_of(request)
        chat = self._bot(request).chats.get(chat_id)
        if chat is None:
            raise NotFoundProblem(
                FieldProblem("chat_id", "exists", f"{chat_id} has not written to the bot yet")
            )
        return chat


def _last(chat: PrivateChat) -> Message | None:
    last = next(reversed(chat.messages.values()), None)
    return last.message if last else None


def _must_be_open(chat: PrivateChat) -> None:
    if chat.blocked:
        raise ConflictProblem(detail="The person has blocked the bot; unblock it first")
