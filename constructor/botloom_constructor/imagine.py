"""Updates that did not happen, to be explained."""

from datetime import datetime
from typing import Any, Literal

import msgspec
from msgspec import Raw

from .updates import (
    CallbackQuery,
    Chat,
    ChatJoinRequest,
    ChatMember,
    ChatMemberUpdated,
    Contact,
    Message,
    Update,
    User,
)

ContentKind = Literal[
    "photo", "video", "document", "audio", "voice", "video_note", "sticker", "animation",
    "contact", "location", "venue", "poll", "dice",
]  # fmt: skip
EventKind = Literal["new_member", "left_member", "blocked", "unblocked", "join_request"]

BOT_CHAT = -1_000_000_000_001
"""A group that is as good as any."""


def imagined_message(user: User, chat: Chat, now: datetime, **content: Any) -> Update:
    return Update(0, message=Message(1, chat, int(now.timestamp()), user, **content))


def imagined_kind(kind: ContentKind, user: User, chat: Chat, now: datetime) -> Update:
    there: Any = Contact("+10000000000", user.id) if kind == "contact" else Raw(b"{}")
    return imagined_message(user, chat, now, **{kind: there})


def imagined_press(
    data: str, user: User, chat: Chat, now: datetime, under: Literal["text", "media"] = "text"
) -> Update:
    """`under` says what kind of message the button is under."""
    there: dict[str, Any] = {"text": "…"} if under == "text" else {"photo": Raw(b"{}")}
    pressed = Message(1, chat, int(now.timestamp()), **there)
    return Update(0, callback_query=CallbackQuery("0", user, pressed, data))


def imagined_event(event: EventKind, user: User, chat: Chat, now: datetime) -> Update:
    match event:
        case "new_member":
            return imagined_message(user, chat, now, new_chat_members=(user,))
        case "left_member":
            return imagined_message(user, chat, now, left_chat_member=user)
        case "join_request":
            group = msgspec.structs.replace(chat, id=BOT_CHAT, type="supergroup")
            return Update(0, chat_join_request=ChatJoinRequest(group, user, user.id))
        case "blocked" | "unblocked":
            kicked, member = ChatMember("kicked"), ChatMember("member")
            was, now_is = (member, kicked) if event == "blocked" else (kicked, member)
            private = Chat(user.id)
            return Update(0, my_chat_member=ChatMemberUpdated(private, user, was, now_is))
