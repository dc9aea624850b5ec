"""The few fields of an update that a constructor's bot needs.

Decoded straight from Telegram's JSON; what is not named here is passed over. An update of any kind
decodes; one that holds none of these is no interaction. https://core.telegram.org/bots/api#update
"""

from typing import Annotated

import msgspec

Id = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
"""What PostgreSQL's BIGINT holds; Telegram's ids have at most 52 bits."""


class User(msgspec.Struct, frozen=True, gc=False):
    id: Id
    first_name: str = ""
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None


class Chat(msgspec.Struct, frozen=True, gc=False):
    id: Id
    type: str = "private"


class Message(msgspec.Struct, frozen=True, gc=False, rename={"sender": "from"}):
    message_id: int
    chat: Chat
    date: int = 0
    """Unix time; 0 for a message that the bot can't reach any more."""
    sender: User | None = None
    text: str | None = None
    photo: tuple[msgspec.Raw, ...] = ()


class CallbackQuery(msgspec.Struct, frozen=True, gc=False, rename={"sender": "from"}):
    id: str
    sender: User
    message: Message | None = None
    """None for a message sent in inline mode."""
    data: str | None = None


class ChatMember(msgspec.Struct, frozen=True, gc=False):
    status: str


class ChatMemberUpdated(msgspec.Struct, frozen=True, gc=False, rename={"sender": "from"}):
    chat: Chat
    sender: User
    old_chat_member: ChatMember
    new_chat_member: ChatMember


class Update(msgspec.Struct, frozen=True, gc=False):
    update_id: Id
    message: Message | None = None
    callback_query: CallbackQuery | None = None
    my_chat_member: ChatMemberUpdated | None = None


ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")
"""Telegram sends only these, and what code handlers use."""

_decoder = msgspec.json.Decoder(Update)


def decode_update(body: bytes) -> Update:
    """Raises `msgspec.MsgspecError`."""
    return _decoder.decode(body)
