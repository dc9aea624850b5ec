"""What a person does in a chat, and the updates that the bot gets for it."""

from typing import Any

from .bots import Bot
from .chats import BotChat, StoredMessage
from .group_chats import GroupChat
from .objects import CallbackQuery, ChatMember, ChatMemberUpdated, Message, User
from .private_chats import PrivateChat


def default_person(person_id: int) -> User:
    return User(id=person_id, is_bot=False, first_name=f"Person {person_id}", language_code="en")


def phone_number_of(person: User) -> str:
    """Of no real country: 1 555 and seven digits of the id."""
    return f"1555{person.id % 10**7:07}"


def send(
    bot: Bot,
    chat: BotChat,
    person: User,
    content: dict[str, Any],
    now: int,
    reply_to: Message | None = None,
) -> tuple[int | None, StoredMessage]:
    """The update's id and the message. `content` has the fields of a message that show it."""
    is_post = isinstance(chat, GroupChat) and chat.kind == "channel"
    stored = chat.add(
        Message(
            message_id=bot.next_message_id(),
            from_=None if is_post else person,
            sender_chat=chat.as_chat() if is_post else None,
            chat=chat.as_chat(),
            date=now,
            reply_to_message=reply_to,
            **content,
        )
    )
    if isinstance(chat, GroupChat) and not chat.bot_is_inside:
        return None, stored
    kind = "channel_post" if is_post else "message"
    return bot.updates.add(kind, f"message:{chat.id}", stored.message), stored


def press(
    bot: Bot, chat: BotChat, person: User, message: Message, data: str, now: float
) -> tuple[int | None, CallbackQuery]:
    query = bot.press(chat, person, message, data, now)
    # Telegram does not let presses wait behind messages of the same person.
    return bot.updates.add("callback_query", f"callback_query:{chat.id}", query), query


def set_blocked(bot: Bot, chat: PrivateChat, blocked: bool, now: int) -> int | None:
    """https://core.telegram.org/bots/api#chatmemberupdated; nothing happens if it is so already."""
    if chat.blocked == blocked:
        return None
    member = ChatMember(status="member", user=bot.user)
    kicked = ChatMember(status="kicked", user=bot.user, until_date=0)
    chat.set_blocked(blocked)
    change = ChatMemberUpdated(
        chat=chat.as_chat(),
        from_=chat.person,
        date=now,
        old_chat_member=member if blocked else kicked,
        new_chat_member=kicked if blocked else member,
    )
    return bot.updates.add("my_chat_member", f"message:{chat.id}", change)
