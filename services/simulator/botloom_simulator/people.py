"""What a person does in a chat, and the updates that the bot gets for it."""

from botloom_contracts.markup import parse_text

from .bots import Bot
from .chats import PrivateChat, StoredMessage
from .detection import with_found
from .objects import CallbackQuery, ChatMember, ChatMemberUpdated, Message, User, message_entity


def default_person(chat_id: int) -> User:
    return User(id=chat_id, is_bot=False, first_name=f"Person {chat_id}", language_code="en")


def say(bot: Bot, chat: PrivateChat, text: str, now: int) -> tuple[int | None, StoredMessage]:
    """The update's id and the message. The text is one that is not empty when trimmed."""
    markup = with_found(parse_text(text, None))
    stored = chat.add(
        Message(
            message_id=bot.next_message_id(),
            from_=chat.person,
            chat=chat.as_chat(),
            date=now,
            text=markup.text,
            entities=tuple(message_entity(entity, None) for entity in markup.entities),
        )
    )
    return bot.updates.add("message", f"message:{chat.id}", stored.message), stored


def press(
    bot: Bot, chat: PrivateChat, message: Message, data: str, now: float
) -> tuple[int | None, CallbackQuery]:
    query = bot.press(chat, message, data, now)
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
