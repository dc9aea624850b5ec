"""Everything the simulator holds for one bot."""

import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator

import msgspec

from .chats import BotChat
from .errors import FullProblem
from .group_chats import GroupChat
from .objects import BotCommand, CallbackQuery, Message, User
from .private_chats import PrivateChat
from .updates import Update, UpdateQueue

MAX_CHATS = 100_000
MAX_GROUPS = 1000
MAX_CALLBACK_QUERIES = 10_000
CALLBACK_QUERY_LIFETIME_S = 15 * 60.0
"""About as long as Telegram waits for the answer to a press."""

_CHAT_ID = re.compile(r"-?[0-9]{1,18}", re.ASCII)


class PendingPress(msgspec.Struct):
    chat_id: int
    pressed_at: float
    answered: bool = False


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """Where updates go: https://core.telegram.org/bots/api#setwebhook"""

    url: str
    secret_token: str = ""
    max_connections: int = 40


class WebhookError(msgspec.Struct, frozen=True):
    date: int
    message: str


class Bot:
    """Message ids count over all chats of the bot, as they do at Telegram."""

    def __init__(
        self, bot_id: int, username: str, now: float, on_update: Callable[["Bot", Update], None]
    ) -> None:
        self.user = User(
            id=bot_id, is_bot=True, first_name=_first_name(username), username=username
        )
        self.updates = UpdateQueue(now, lambda update: on_update(self, update))
        self.chats: dict[int, PrivateChat] = {}
        self.groups: dict[int, GroupChat] = {}
        self.commands: dict[tuple[str, str], tuple[BotCommand, ...]] = {}
        """By scope and language code."""
        self.webhook: Webhook | None = None
        self.webhook_error: WebhookError | None = None
        self._presses: OrderedDict[str, PendingPress] = OrderedDict()
        self._last_message_id = 0
        self._chat_instance = str(secrets.randbits(62))

    @property
    def id(self) -> int:
        return self.user.id

    def next_message_id(self) -> int:
        self._last_message_id += 1
        return self._last_message_id

    def chat_of(self, person: User) -> PrivateChat:
        """The chat with this person, which begins here if there is none yet."""
        chat = self.chats.get(person.id)
        if chat is None:
            if len(self.chats) >= MAX_CHATS:
                raise FullProblem(detail=f"the bot has {MAX_CHATS} chats")
            chat = self.chats[person.id] = PrivateChat(person)
        return chat

    def every_chat(self) -> Iterator[BotChat]:
        yield from self.chats.values()
        yield from self.groups.values()

    def find_chat(self, chat_id: str) -> BotChat | None:
        """By its id or, where it has a public name, by `@name`."""
        if chat_id.startswith("@"):
            name = chat_id[1:].lower()
            return next(
                (g for g in self.groups.values() if (g.username or "").lower() == name), None
            )
        if not _CHAT_ID.fullmatch(chat_id):
            return None
        return self.chats.get(int(chat_id)) or self.groups.get(int(chat_id))

    def find_user(self, user_id: int) -> User | None:
        """Whoever the bot knows: itself, who wrote to it, who was in a group with it."""
        if user_id == self.id:
            return self.user
        if chat := self.chats.get(user_id):
            return chat.person
        found = (group.user(user_id) for group in self.groups.values())
        return next((user for user in found if user), None)

    def press(
        self, chat: BotChat, person: User, message: Message, data: str, now: float
    ) -> CallbackQuery:
        """A new callback query, open to be answered for `CALLBACK_QUERY_LIFETIME_S`."""
        query_id = str(secrets.randbits(62))
        self._presses[query_id] = PendingPress(chat.id, now)
        while len(self._presses) > MAX_CALLBACK_QUERIES:
            self._presses.popitem(last=False)
        return CallbackQuery(
            id=query_id,
            from_=person,
            message=message,
            chat_instance=self._chat_instance,
            data=data,
        )

    def pending_press(self, query_id: str, now: float) -> PendingPress | None:
        press = self._presses.get(query_id)
        if press and now - press.pressed_at > CALLBACK_QUERY_LIFETIME_S:
            return None
        return press


def _first_name(username: str) -> str:
    return username.removesuffix("_bot").replace("_", " ").capitalize()
