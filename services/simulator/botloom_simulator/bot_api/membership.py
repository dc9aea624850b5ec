"""getChat, getChatMember, getChatMemberCount, and the answers to join requests."""

from .. import joining
from ..bots import Bot
from ..chats import BotChat
from ..errors import BadRequest, Forbidden
from ..group_chats import GroupChat
from ..objects import AcceptedGiftTypes, ChatFullInfo, ChatMember, chat_member
from ..private_chats import PrivateChat
from ..world import World
from .parameters import Parameters
from .targets import chat_of

_NO_GIFTS = AcceptedGiftTypes(
    unlimited_gifts=False,
    limited_gifts=False,
    unique_gifts=False,
    premium_subscription=False,
    gifts_from_channels=False,
)
_MAX_REACTIONS = 11


def get_chat(_: World, bot: Bot, parameters: Parameters) -> ChatFullInfo:
    """https://core.telegram.org/bots/api#getchat"""
    chat = chat_of(bot, parameters).as_chat()
    return ChatFullInfo(
        id=chat.id,
        type=chat.type,
        title=chat.title,
        first_name=chat.first_name,
        last_name=chat.last_name,
        username=chat.username,
        active_usernames=(chat.username,) if chat.username else (),
        accent_color_id=abs(chat.id) % 7,
        max_reaction_count=_MAX_REACTIONS,
        accepted_gift_types=_NO_GIFTS,
    )


def get_chat_member(_: World, bot: Bot, parameters: Parameters) -> ChatMember:
    """https://core.telegram.org/bots/api#getchatmember

    Of a channel, only its administrators learn who is in it.
    """
    user_id = _user_id(parameters)
    chat = chat_of(bot, parameters)
    user = bot.find_user(user_id)
    if isinstance(chat, PrivateChat):
        if user is None or user_id not in (bot.id, chat.id):
            raise BadRequest("user not found" if user is None else "member not found")
        return chat_member(user, "member", "private")
    group = _group(chat)
    if user_id == bot.id:
        return chat_member(bot.user, group.bot_status, group.kind)
    _must_see_members(group)
    if user is None:
        raise BadRequest("user not found")
    return chat_member(user, group.status_of(user_id), group.kind)


def get_chat_member_count(_: World, bot: Bot, parameters: Parameters) -> int:
    """https://core.telegram.org/bots/api#getchatmembercount"""
    chat = chat_of(bot, parameters)
    return 2 if isinstance(chat, PrivateChat) else _group(chat).count


def approve_chat_join_request(world: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#approvechatjoinrequest"""
    group, user_id = _asked(bot, parameters)
    joining.approve(bot, group, group.join_requests[user_id], world.now)
    return True


def decline_chat_join_request(_: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#declinechatjoinrequest"""
    group, user_id = _asked(bot, parameters)
    joining.decline(group, user_id)
    return True


def _asked(bot: Bot, parameters: Parameters) -> tuple[GroupChat, int]:
    """A group and who asked to join it."""
    user_id = _user_id(parameters)
    chat = chat_of(bot, parameters)
    if isinstance(chat, PrivateChat):
        raise BadRequest("can't access the chat")
    group = _group(chat)
    if not group.bot_is_inside:
        raise Forbidden(f"bot is not a member of the {group.kind} chat")
    if not group.bot_is_administrator:
        raise BadRequest("not enough rights")
    if user_id not in group.join_requests:
        is_inside = group.is_member(user_id)
        raise BadRequest("USER_ALREADY_PARTICIPANT" if is_inside else "HIDE_REQUESTER_MISSING")
    return group, user_id


def _must_see_members(group: GroupChat) -> None:
    if group.kind == "channel" and not group.bot_is_administrator:
        raise BadRequest("member list is inaccessible")


def _group(chat: BotChat) -> GroupChat:
    assert isinstance(chat, GroupChat)  # noqa: S101 - every chat is private or a group
    return chat


def _user_id(parameters: Parameters) -> int:
    user_id = parameters.integer("user_id", 0, 0, 2**52)
    if user_id == 0:
        raise BadRequest("invalid user_id specified")
    return user_id
