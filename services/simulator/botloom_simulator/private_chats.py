"""The chat of one person with one bot."""

from .chats import BotChat
from .objects import Chat, User, encode


class PrivateChat(BotChat):
    def __init__(self, person: User) -> None:
        super().__init__()
        self.person = person
        self.blocked = False

    @property
    def id(self) -> int:
        return self.person.id

    def as_chat(self) -> Chat:
        person = self.person
        return Chat(
            id=person.id,
            type="private",
            first_name=person.first_name,
            last_name=person.last_name,
            username=person.username,
        )

    def about(self) -> dict[str, object]:
        return {"person": self.person, "blocked": self.blocked}

    def set_person(self, person: User) -> None:
        self.person = person
        self.changed("person", encode(person))

    def set_blocked(self, blocked: bool) -> None:
        self.blocked = blocked
        self.changed("blocked", encode(blocked))
