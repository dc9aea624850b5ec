"""Media: what a content shows beside its message, JSON with the tag `type`."""

import msgspec


class Photo(
    msgspec.Struct,
    frozen=True,
    tag_field="type",
    tag="photo",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """`source`, here and below, is an address that Telegram downloads from, or a `file_id`."""

    source: str
    spoiler: bool = False
    """Covered until it is touched."""


class Video(
    msgspec.Struct,
    frozen=True,
    tag_field="type",
    tag="video",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    source: str
    spoiler: bool = False


class Animation(
    msgspec.Struct,
    frozen=True,
    tag_field="type",
    tag="animation",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """A GIF, or a video without sound."""

    source: str
    spoiler: bool = False


class Document(
    msgspec.Struct, frozen=True, tag_field="type", tag="document", forbid_unknown_fields=True
):
    source: str


class Audio(msgspec.Struct, frozen=True, tag_field="type", tag="audio", forbid_unknown_fields=True):
    """For the music player."""

    source: str


class Voice(msgspec.Struct, frozen=True, tag_field="type", tag="voice", forbid_unknown_fields=True):
    source: str


class VideoNote(
    msgspec.Struct, frozen=True, tag_field="type", tag="video_note", forbid_unknown_fields=True
):
    """A round video. Telegram takes them as `file_id` only."""

    source: str


class Sticker(
    msgspec.Struct, frozen=True, tag_field="type", tag="sticker", forbid_unknown_fields=True
):
    source: str


class Location(
    msgspec.Struct,
    frozen=True,
    tag_field="type",
    tag="location",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """In degrees. A title and an address together make it a venue."""

    latitude: float
    longitude: float
    title: str | None = None
    address: str | None = None


class Contact(
    msgspec.Struct,
    frozen=True,
    tag_field="type",
    tag="contact",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    phone_number: str
    first_name: str
    last_name: str | None = None


class Poll(
    msgspec.Struct,
    frozen=True,
    tag_field="type",
    tag="poll",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """A quiz where there is a `correct_option`, counted from 0."""

    question: str
    options: tuple[str, ...]
    anonymous: bool = True
    multiple: bool = False
    correct_option: int | None = None
    explanation: str | None = None
    """Shown in a quiz after a wrong answer."""


File = Photo | Video | Animation | Document | Audio | Voice | VideoNote | Sticker
Media = File | Location | Contact | Poll

CAPTIONLESS = (VideoNote, Sticker, Location, Contact, Poll)
"""What Telegram shows no text under: the message goes before it, as a message of its own."""
