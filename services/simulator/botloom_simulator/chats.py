"""What is in a chat with a bot, and who watches it change: what all kinds of chats share."""

import asyncio
from abc import ABC, abstractmethod
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any

import msgspec

from .objects import Chat, Message, encode

MAX_MESSAGES = 1000
"""A chat keeps this many, the newest; an older one can be neither edited nor pressed."""

MAX_NOTES = 100
"""A chat keeps this many callback answers and this many failures."""

TYPING_S = 5.0
"""https://core.telegram.org/bots/api#sendchataction"""


class StoredMessage(msgspec.Struct, frozen=True):
    """`version` is the chat's when the message last changed; `body` its JSON, encoded once."""

    message: Message
    version: int
    body: bytes


class CallbackAnswer(msgspec.Struct, frozen=True):
    """What the person sees after a press: https://core.telegram.org/bots/api#answercallbackquery"""

    callback_query_id: str
    text: str | None
    show_alert: bool
    url: str | None
    date: int


class Failure(msgspec.Struct, frozen=True):
    """A call that was refused; `via` is `request` or `webhook_response`."""

    method: str
    error_code: int
    description: str
    via: str
    date: int


class Typing(msgspec.Struct, frozen=True):
    """`until` is in Unix seconds."""

    action: str
    until: float


class ChatEvent(msgspec.Struct, frozen=True):
    """One change. `kind` is `message`, `edited`, `deleted`, `person`, `blocked`, `members`,
    `reply_keyboard`, `typing`, `callback_answer` or `failure`; `data` is the JSON of what
    changed."""

    version: int
    kind: str
    data: bytes


Listener = Callable[[ChatEvent], None]


class BotChat(ABC):
    """Every change makes `version` one more and tells the listeners just that change."""

    def __init__(self) -> None:
        self.version = 0
        self.reply_keyboard: dict[str, Any] | None = None
        self.typing: Typing | None = None
        self.messages: OrderedDict[int, StoredMessage] = OrderedDict()
        self.callback_answers: deque[CallbackAnswer] = deque(maxlen=MAX_NOTES)
        self.failures: deque[Failure] = deque(maxlen=MAX_NOTES)
        self._listeners: list[Listener] = []
        self._waiting: set[asyncio.Future[None]] = set()

    @property
    @abstractmethod
    def id(self) -> int: ...

    @abstractmethod
    def as_chat(self) -> Chat: ...

    @abstractmethod
    def about(self) -> dict[str, object]:
        """What `snapshot` says of a chat of this kind alone."""

    def add(self, message: Message) -> StoredMessage:
        stored = self._store("message", message)
        if len(self.messages) > MAX_MESSAGES:
            self.messages.popitem(last=False)
        if self.typing and (message.from_ is None or message.from_.is_bot):
            self.set_typing(None)
        return stored

    def replace(self, message: Message) -> StoredMessage:
        return self._store("edited", message)

    def delete(self, message_id: int) -> None:
        del self.messages[message_id]
        self.changed("deleted", b'{"message_id":%d}' % message_id)

    def set_reply_keyboard(self, keyboard: dict[str, Any] | None) -> None:
        self.reply_keyboard = keyboard
        self.changed("reply_keyboard", encode(keyboard))

    def set_typing(self, typing: Typing | None) -> None:
        self.typing = typing
        self.changed("typing", encode(typing))

    def add_callback_answer(self, answer: CallbackAnswer) -> None:
        self.callback_answers.append(answer)
        self.changed("callback_answer", encode(answer))

    def add_failure(self, failure: Failure) -> None:
        self.failures.append(failure)
        self.changed("failure", encode(failure))

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every change from now on; the answer ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def changed_after(self, version: int, timeout_s: float) -> None:
        """Return when the chat is newer than `version`, or after `timeout_s`."""
        if self.version > version or timeout_s <= 0:
            return
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.add(waiting)
        try:
            async with asyncio.timeout(timeout_s):
                await waiting
        except TimeoutError:
            pass
        finally:
            self._waiting.discard(waiting)

    def release(self) -> None:
        """Let all who wait go home, so that the server can stop."""
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)

    def snapshot(self, now: float, changed_after: int | None = None) -> bytes:
        """The chat as JSON; with `changed_after` only the messages that changed since then."""
        messages = b",".join(
            stored.body
            for stored in self.messages.values()
            if changed_after is None or stored.version > changed_after
        )
        typing = self.typing if self.typing and self.typing.until > now else None
        rest = encode(
            {
                "version": self.version,
                **self.about(),
                "reply_keyboard": self.reply_keyboard,
                "typing": typing,
                "callback_answers": tuple(self.callback_answers),
                "failures": tuple(self.failures),
            }
        )
        return b'%b,"messages":[%b]}' % (rest[:-1], messages)

    def _store(self, kind: str, message: Message) -> StoredMessage:
        body = encode(message)
        stored = StoredMessage(message, self.version + 1, body)
        self.messages[message.message_id] = stored
        self.changed(kind, body)
        return stored

    def changed(self, kind: str, data: bytes) -> None:
        self.version += 1
        if self._listeners:
            event = ChatEvent(self.version, kind, data)
            for listener in tuple(self._listeners):
                listener(event)
        self.release()
