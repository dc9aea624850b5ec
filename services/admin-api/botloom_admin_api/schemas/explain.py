"""What is to be explained, and for whom."""

from typing import Annotated, Literal

from botloom_constructor.imagine import ContentKind, EventKind
from botloom_constructor.told_question import TOLD_MAX
from botloom_constructor.updates import User
from msgspec import Meta, Struct

from .unsaved import UnsavedChanges

Text = Annotated[str, Meta(min_length=1, max_length=4096)]
Data = Annotated[str, Meta(min_length=1, max_length=64)]
Value = Annotated[str, Meta(max_length=1024)]
VARIABLES_MAX = 500
ToldQuestion = Annotated[str, Meta(min_length=1, max_length=TOLD_MAX)]
Name = Annotated[str, Meta(min_length=1, max_length=64)]


class ExplainPerson(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whoever is to be answered: https://core.telegram.org/bots/api#user"""

    id: Annotated[int, Meta(ge=1, le=2**52)] = 1
    first_name: Name = "Anna"
    last_name: Name | None = None
    username: Name | None = None
    language_code: Name | None = "en"
    is_premium: bool = False

    def user(self) -> User:
        return User(
            id=self.id,
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
            is_premium=self.is_premium,
        )


class ExplainRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Exactly one of `text`, `button`, `kind` and `event`."""

    text: Text | None = None
    """A message; also a command with its argument: `/start promo`."""
    button: Data | None = None
    """The callback data of a button that is pressed."""
    kind: ContentKind | None = None
    """A message with such a content."""
    event: EventKind | None = None
    person: ExplainPerson = ExplainPerson()
    chat_type: Literal["private", "group", "supergroup", "channel"] = "private"
    button_under: Literal["text", "media"] = "text"
    """What kind of message the button is under that is pressed."""
    variables: Annotated[dict[str, Value], Meta(max_length=VARIABLES_MAX)] = {}
    """Of the person."""
    subscriptions: Annotated[dict[str, bool], Meta(max_length=100)] = {}
    """Whether the person is in a chat, by its `@username` or id."""
    question: ToldQuestion | None = None
    """The `question` of an earlier explanation, which the message may answer."""
    changes: UnsavedChanges = []
    """What is explained as if it were saved."""
