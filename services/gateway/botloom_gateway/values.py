"""What stands for the names of placeholders in an answer to a person."""

from collections.abc import Callable
from operator import attrgetter

from .updates import User

_READERS: dict[str, Callable[[User], str | None]] = {
    "first_name": attrgetter("first_name"),
    "last_name": attrgetter("last_name"),
    "full_name": lambda user: f"{user.first_name} {user.last_name or ''}".rstrip(),
    "username": attrgetter("username"),
    "user_id": lambda user: str(user.id),
    "language": attrgetter("language_code"),
}


class PersonValues:
    """`Values` of `botloom_contracts.placeholders`; "" for names that need more than a person."""

    __slots__ = ("_user",)

    def __init__(self, user: User) -> None:
        self._user = user

    def value(self, name: str, /) -> str:
        reader = _READERS.get(name)
        return "" if reader is None else reader(self._user) or ""
