"""Media: what a content shows beside its message, JSON with the tag `type`."""

import msgspec


class _Media(
    msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True, omit_defaults=True
):
    pass


class Photo(_Media, frozen=True, tag="photo"):
    """`source`, here and below, is an address that Telegram downloads from, or a `file_id`."""

    source: str
    spoiler: bool = False
    """Covered until it is touched."""


class Video(_Media, frozen=True, tag="video"):
    source: str
    spoiler: bool = False


class Animation(_Media, frozen=True, tag="animation"):
    """A GIF, or a video without sound."""

    source: str
    spoiler: bool = False


class Document(_Media, frozen=True, tag="document"):
    source: str


class Audio(_Media, frozen=True, tag="audio"):
    """For the music player."""

    source: str


class Voice(_Media, frozen=True, tag="voice"):
    source: str


class VideoNote(_Media, frozen=True, tag="video_note"):
    """A round video. Telegram takes them as `file_id` only."""

    source: str


class Sticker(_Media, frozen=True, tag="sticker"):
    source: str


class Location(_Media, frozen=True, tag="location"):
    """In degrees. A title and an address together make it a venue."""

    latitude: float
    longitude: float
    title: str | None = None
    address: str | None = None


class Contact(_Media, frozen=True, tag="contact"):
    phone_number: str
    first_name: str
    last_name: str | None = None


class Poll(_Media, frozen=True, tag="poll"):
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
