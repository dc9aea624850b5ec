"""What a person may send over the control API: `{"text": …}`, or a kind and what belongs to it."""

from typing import Annotated, Any, ClassVar, Literal

import msgspec
from aiohttp import web
from botloom_contracts.errors import FieldProblem
from botloom_contracts.telegram import CAPTION_MAX, TEXT_MAX

from .. import contents
from ..errors import Problem, Refusal
from ..files import Attributes, FileStore
from ..objects import User
from ..people import phone_number_of
from .requests import Request, decode, read_json

Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Short = Annotated[str, msgspec.Meta(min_length=1, max_length=256)]

SQUARE = (55.7539, 37.6208)
"""Where a person is who does not say where: the Red Square."""


class MessageRequest(Request, frozen=True, kw_only=True):
    """`reply_to_message_id` is of a message of the chat."""

    kind: str = "text"
    reply_to_message_id: int | None = None

    def content(self, files: FileStore, person: User) -> dict[str, Any]:
        """The fields of the message that show it. Raises `Refusal`."""
        raise NotImplementedError


class TextMessage(MessageRequest, frozen=True, kw_only=True):
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=TEXT_MAX)]

    def content(self, _: FileStore, __: User) -> dict[str, Any]:
        if not self.text.strip():
            raise Problem(FieldProblem("text", "required", "must have something to show"))
        return contents.text_content(self.text)


class GivenFile(Request, frozen=True, kw_only=True):
    """`content` is Base64 in JSON."""

    content: bytes
    name: Short | None = None


class FileMessage(MessageRequest, frozen=True, kw_only=True):
    """Without a file a placeholder is sent."""

    file: GivenFile | None = None
    duration: Annotated[int, msgspec.Meta(ge=0, le=86_400)] = 1
    title: Short | None = None
    performer: Short | None = None
    emoji: Short | None = None

    def content(self, files: FileStore, _: User) -> dict[str, Any]:
        return contents.file_content(
            files,
            self.kind,
            Attributes(
                duration=self.duration,
                title=self.title,
                performer=self.performer,
                emoji=self.emoji or ("👍" if self.kind == "sticker" else None),
            ),
            self.file.name if self.file else None,
            self.file.content if self.file else None,
        )


class CaptionedMessage(FileMessage, frozen=True, kw_only=True):
    caption: Annotated[str, msgspec.Meta(max_length=CAPTION_MAX)] | None = None
    spoiler: bool = False

    def content(self, files: FileStore, person: User) -> dict[str, Any]:
        shown = contents.captioned(super().content(files, person), self.caption)
        return shown | ({"has_media_spoiler": True} if self.spoiler else {})


class ContactMessage(MessageRequest, frozen=True, kw_only=True):
    """Without a number it is the person's own contact."""

    phone_number: Short | None = None
    first_name: Short = "Contact"
    last_name: Short | None = None
    user_id: int | None = None

    def content(self, _: FileStore, person: User) -> dict[str, Any]:
        if self.phone_number is None:
            return own_contact(person)
        return contents.contact_content(
            self.phone_number, self.first_name, self.last_name, self.user_id
        )


class LocationMessage(MessageRequest, frozen=True, kw_only=True):
    latitude: Latitude = SQUARE[0]
    longitude: Longitude = SQUARE[1]

    def content(self, _: FileStore, __: User) -> dict[str, Any]:
        return contents.location_content(self.latitude, self.longitude)


class VenueMessage(LocationMessage, frozen=True, kw_only=True):
    title: Short = "Botloom"
    address: Short = "1 Example Street"

    def content(self, _: FileStore, __: User) -> dict[str, Any]:
        return contents.venue_content(self.latitude, self.longitude, self.title, self.address)


class PollMessage(MessageRequest, frozen=True, kw_only=True):
    question: Short = "Tea or coffee?"
    options: Annotated[tuple[Short, ...], msgspec.Meta(min_length=1, max_length=12)] = (
        "Tea",
        "Coffee",
    )
    type: Literal["regular", "quiz"] = "regular"

    def content(self, _: FileStore, __: User) -> dict[str, Any]:
        return contents.poll_content(self.question, self.options, self.type)


class DiceMessage(MessageRequest, frozen=True, kw_only=True):
    emoji: str = "🎲"

    def content(self, _: FileStore, __: User) -> dict[str, Any]:
        if self.emoji not in contents.DICE:
            raise Problem(FieldProblem("emoji", "one_of", " ".join(contents.DICE)))
        return contents.dice_content(self.emoji)


class _Kind(msgspec.Struct):
    kind: str = "text"

    kinds: ClassVar[dict[str, type[MessageRequest]]] = {
        "text": TextMessage,
        "photo": CaptionedMessage,
        "video": CaptionedMessage,
        "animation": CaptionedMessage,
        "document": CaptionedMessage,
        "audio": CaptionedMessage,
        "voice": CaptionedMessage,
        "video_note": FileMessage,
        "sticker": FileMessage,
        "contact": ContactMessage,
        "location": LocationMessage,
        "venue": VenueMessage,
        "poll": PollMessage,
        "dice": DiceMessage,
    }


async def read_message(request: web.Request) -> MessageRequest:
    """Raises `Problem`."""
    kind = (await read_json(request, _Kind)).kind
    if kind not in _Kind.kinds:
        raise Problem(FieldProblem("kind", "one_of", f"must be one of {', '.join(_Kind.kinds)}"))
    return decode(await request.read(), _Kind.kinds[kind])


def content_of(message: MessageRequest, files: FileStore, person: User) -> dict[str, Any]:
    """Raises `Problem`, also for what Telegram would refuse to take from a bot."""
    try:
        return message.content(files, person)
    except Refusal as refusal:
        raise Problem(FieldProblem("file", "telegram", refusal.description)) from None


def own_contact(person: User) -> dict[str, Any]:
    """What a person sends who shares their own number."""
    return contents.contact_content(
        phone_number_of(person), person.first_name, person.last_name, person.id
    )
