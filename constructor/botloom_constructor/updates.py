"""The few fields of an update that a constructor's bot needs.

Decoded straight from Telegram's JSON; what is not named here is passed over. An update of any kind
decodes; one that holds none of these is no interaction. https://core.telegram.org/bots/api#update
"""

from typing import Annotated

import msgspec
from msgspec import UNSET, Raw, UnsetType

Id = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
"""What PostgreSQL's BIGINT holds; Telegram's ids have at most 52 bits."""


class User(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    id: Id
    first_name: str = ""
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_premium: bool = False


class Chat(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    id: Id
    type: str = "private"
    title: str | None = None
    username: str | None = None


class Contact(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    phone_number: str
    user_id: Id | None = None


class Message(msgspec.Struct, frozen=True, gc=False, rename={"sender": "from"}, omit_defaults=True):
    message_id: int
    chat: Chat
    date: int = 0
    """Unix time; 0 for a message that the bot can't reach any more."""
    sender: User | None = None
    text: str | None = None
    caption: str | None = None
    contact: Contact | None = None
    new_chat_members: tuple[User, ...] = ()
    left_chat_member: User | None = None
    # Of the other kinds of content only whether they are there.
    animation: Raw | UnsetType = UNSET
    audio: Raw | UnsetType = UNSET
    dice: Raw | UnsetType = UNSET
    document: Raw | UnsetType = UNSET
    location: Raw | UnsetType = UNSET
    photo: Raw | UnsetType = UNSET
    poll: Raw | UnsetType = UNSET
    sticker: Raw | UnsetType = UNSET
    venue: Raw | UnsetType = UNSET
    video: Raw | UnsetType = UNSET
    video_note: Raw | UnsetType = UNSET
    voice: Raw | UnsetType = UNSET


_KINDS = (
    # Telegram adds a document to an animation and a location to a venue.
    "animation", "venue", "photo", "video", "document", "audio", "voice", "video_note", "sticker",
    "location", "poll", "dice",
)  # fmt: skip


def kind_of(message: Message) -> str | None:
    """Which kind of content it holds, as patterns name it; None for a text."""
    if message.contact is not None:
        return "contact"
    return next((kind for kind in _KINDS if getattr(message, kind) is not UNSET), None)


class CallbackQuery(
    msgspec.Struct, frozen=True, gc=False, rename={"sender": "from"}, omit_defaults=True
):
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


class ChatJoinRequest(msgspec.Struct, frozen=True, gc=False, rename={"sender": "from"}):
    """https://core.telegram.org/bots/api#chatjoinrequest"""

    chat: Chat
    sender: User
    user_chat_id: Id
    """Where the bot may write to the person for five minutes."""


class Update(msgspec.Struct, frozen=True, gc=False):
    update_id: Id
    message: Message | None = None
    callback_query: CallbackQuery | None = None
    my_chat_member: ChatMemberUpdated | None = None
    chat_join_request: ChatJoinRequest | None = None


ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member", "chat_join_request")
"""Telegram sends only these, and what code handlers use."""

_decoder = msgspec.json.Decoder(Update)


def decode_update(body: bytes) -> Update:
    """Raises `msgspec.MsgspecError`."""
    return _decoder.decode(body)
