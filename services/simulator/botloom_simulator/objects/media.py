"""Files as messages show them."""

from .base import TelegramObject


class FileObject(TelegramObject, frozen=True):
    """What every file has."""

    file_id: str
    file_unique_id: str
    file_size: int | None = None


class PhotoSize(FileObject, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#photosize"""

    width: int
    height: int


class Video(FileObject, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#video"""

    width: int
    height: int
    duration: int
    file_name: str | None = None
    mime_type: str | None = None


class Animation(FileObject, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#animation"""

    width: int
    height: int
    duration: int
    file_name: str | None = None
    mime_type: str | None = None


class Document(FileObject, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#document"""

    file_name: str | None = None
    mime_type: str | None = None


class Audio(FileObject, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#audio"""

    duration: int
    performer: str | None = None
    title: str | None = None
    file_name: str | None = None
    mime_type: str | None = None


class Voice(FileObject, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#voice"""

    duration: int
    mime_type: str | None = None


class VideoNote(FileObject, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#videonote"""

    length: int
    duration: int


class Sticker(FileObject, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#sticker"""

    type: str
    width: int
    height: int
    is_animated: bool
    is_video: bool
    emoji: str | None = None
