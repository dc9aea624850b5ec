"""Groups, supergroups and channels: who is in them, and what the bot is there."""

from typing import Literal

from .chats import BotChat
from .objects import Chat, ChatMember, User, chat_member, encode

GroupType = Literal["group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "left", "kicked"]

_INSIDE = ("creator", "administrator", "member")


class GroupChat(BotChat):
    """`members` are all who ever were in it, with what they are now."""

    def __init__(
        self, chat_id: int, kind: GroupType, title: str, username: str | None, bot_status: Status
    ) -> None:
        super().__init__()
        self.kind = kind
        self.title = title
        self.username = username
        self.bot_status = bot_status
        self.join_requests: dict[int, User] = {}
        self._id = chat_id
        self._members: dict[int, tuple[User, Status]] = {}

    @property
    def id(self) -> int:
        return self._id

    @property
    def bot_is_inside(self) -> bool:
        return self.bot_status in _INSIDE

    @property
    def bot_is_administrator(self) -> bool:
        return self.bot_status in ("creator", "administrator")

    def as_chat(self) -> Chat:
        return Chat(id=self.id, type=self.kind, title=self.title, username=self.username)

    def about(self) -> dict[str, object]:
        return {
            "chat": self.as_chat(),
            "bot_status": self.bot_status,
            "members": self.members(),
            "join_requests": tuple(self.join_requests.values()),
        }

    def members(self) -> tuple[ChatMember, ...]:
        """Without the bot."""
        return tuple(
            chat_member(user, status, self.kind)
            for user, status in self._members.values()
            if status in _INSIDE
        )

    @property
    def count(self) -> int:
        """With the bot."""
        return len(self.members()) + self.bot_is_inside

    def user(self, user_id: int) -> User | None:
        """Whoever was ever in it."""
        known = self._members.get(user_id)
        return known[0] if known else None

    def status_of(self, user_id: int) -> Status:
        known = self._members.get(user_id)
        return known[1] if known else "left"

    def is_member(self, user_id: int) -> bool:
        return self.status_of(user_id) in _INSIDE

    def set_member(self, user: User, status: Status) -> None:
        self._members[user.id] = (user, status)
        self.changed("members", encode(self.members()))

    def set_bot_status(self, status: Status) -> None:
        self.bot_status = status
        self.changed("bot_status", encode(status))
