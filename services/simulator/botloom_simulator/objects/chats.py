"""People and chats."""

from .base import TelegramObject


class User(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#user; the last five are in the answer to getMe only."""

    id: int
    is_bot: bool
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    can_join_groups: bool | None = None
    can_read_all_group_messages: bool | None = None
    supports_inline_queries: bool | None = None
    can_connect_to_business: bool | None = None
    has_main_web_app: bool | None = None


class Chat(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#chat; a title where it is not private."""

    id: int
    type: str
    title: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    username: str | None = None


class AcceptedGiftTypes(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#acceptedgifttypes"""

    unlimited_gifts: bool
    limited_gifts: bool
    unique_gifts: bool
    premium_subscription: bool
    gifts_from_channels: bool


class ChatFullInfo(Chat, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#chatfullinfo"""

    accent_color_id: int
    max_reaction_count: int
    accepted_gift_types: AcceptedGiftTypes
    active_usernames: tuple[str, ...] = ()
    join_by_request: bool = False
