"""Who is in a chat, who wants to be, and how that changes."""

from .base import TelegramObject
from .chats import Chat, User


class ChatMember(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#chatmember: `member` and `left`, whose JSON is this,
    and `kicked`, which has `until_date`."""

    status: str
    user: User
    until_date: int | None = None


class ChatMemberOwner(ChatMember, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#chatmemberowner"""

    is_anonymous: bool


class ChatMemberAdministrator(ChatMember, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#chatmemberadministrator; posting and pinning are left
    out where the chat is of a kind that does not have them."""

    can_be_edited: bool
    is_anonymous: bool
    can_manage_chat: bool
    can_delete_messages: bool
    can_manage_video_chats: bool
    can_restrict_members: bool
    can_promote_members: bool
    can_change_info: bool
    can_invite_users: bool
    can_post_stories: bool
    can_edit_stories: bool
    can_delete_stories: bool
    can_send_welcome_messages: bool
    can_post_messages: bool | None = None
    can_edit_messages: bool | None = None
    can_pin_messages: bool | None = None


class ChatMemberUpdated(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#chatmemberupdated"""

    chat: Chat
    from_: User
    date: int
    old_chat_member: ChatMember
    new_chat_member: ChatMember
    via_join_request: bool = False


class ChatJoinRequest(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#chatjoinrequest"""

    chat: Chat
    from_: User
    user_chat_id: int
    date: int
    bio: str | None = None


def chat_member(user: User, status: str, chat_type: str) -> ChatMember:
    """The object of this status; an administrator has every right but to promote others."""
    if status == "creator":
        return ChatMemberOwner(status=status, user=user, is_anonymous=False)
    if status != "administrator":
        return ChatMember(status=status, user=user, until_date=0 if status == "kicked" else None)
    is_channel = chat_type == "channel"
    return ChatMemberAdministrator(
        status=status,
        user=user,
        can_be_edited=False,
        is_anonymous=False,
        can_manage_chat=True,
        can_delete_messages=True,
        can_manage_video_chats=True,
        can_restrict_members=True,
        can_promote_members=False,
        can_change_info=True,
        can_invite_users=True,
        can_post_stories=True,
        can_edit_stories=True,
        can_delete_stories=True,
        can_send_welcome_messages=False,
        can_post_messages=True if is_channel else None,
        can_edit_messages=True if is_channel else None,
        can_pin_messages=None if is_channel else True,
    )
