"""How people and the bot come into groups and leave them, and what the bot gets to know of it."""

from .bots import Bot
from .group_chats import GroupChat, Status
from .objects import ChatJoinRequest, ChatMember, ChatMemberUpdated, Message, User, chat_member


def set_status(
    bot: Bot, group: GroupChat, person: User, status: Status, now: int, *, by_request: bool = False
) -> int | None:
    """The id of the message about it, or of the `chat_member` update; None where the bot learns
    nothing of it or where nothing changes. Only an administrator gets `chat_member`."""
    before = group.status_of(person.id)
    was_inside = group.is_member(person.id)
    group.join_requests.pop(person.id, None)
    group.set_member(person, status)
    if before == status or not group.bot_is_inside:
        return None
    told: int | None = None
    if group.bot_is_administrator:
        change = ChatMemberUpdated(
            chat=group.as_chat(),
            from_=person,
            date=now,
            old_chat_member=chat_member(person, before, group.kind),
            new_chat_member=chat_member(person, status, group.kind),
            via_join_request=by_request,
        )
        told = bot.updates.add("chat_member", _lane(group), change)
    is_inside = group.is_member(person.id)
    # A channel does not tell its readers who comes and goes.
    if was_inside == is_inside or group.kind == "channel":
        return told
    service = Message(
        message_id=bot.next_message_id(),
        from_=person,
        chat=group.as_chat(),
        date=now,
        new_chat_members=(person,) if is_inside else (),
        left_chat_member=None if is_inside else person,
    )
    group.add(service)
    return bot.updates.add("message", _lane(group), service)


def set_bot_status(bot: Bot, group: GroupChat, by: User, status: Status, now: int) -> int | None:
    """The id of the `my_chat_member` update; None where nothing changes."""
    if group.bot_status == status:
        return None
    old: ChatMember = chat_member(bot.user, group.bot_status, group.kind)
    group.set_bot_status(status)
    change = ChatMemberUpdated(
        chat=group.as_chat(),
        from_=by,
        date=now,
        old_chat_member=old,
        new_chat_member=chat_member(bot.user, status, group.kind),
    )
    return bot.updates.add("my_chat_member", _lane(group), change)


def ask(bot: Bot, group: GroupChat, person: User, now: int) -> int | None:
    """The id of the `chat_join_request` update, which only an administrator gets.

    The bot may then write to the person: https://core.telegram.org/bots/api#chatjoinrequest
    """
    group.join_requests[person.id] = person
    if not group.bot_is_administrator:
        return None
    chat = bot.chat_of(person)
    request = ChatJoinRequest(chat=group.as_chat(), from_=person, user_chat_id=chat.id, date=now)
    return bot.updates.add("chat_join_request", _lane(group), request)


def approve(bot: Bot, group: GroupChat, person: User, now: int) -> None:
    set_status(bot, group, person, "member", now, by_request=True)


def decline(group: GroupChat, user_id: int) -> None:
    del group.join_requests[user_id]


def _lane(group: GroupChat) -> str:
    return f"message:{group.id}"
