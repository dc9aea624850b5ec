"""Stored files as the fields of a message that show them."""

from collections.abc import Callable
from typing import Any

from .files import StoredFile
from .objects import (
    Animation,
    Audio,
    Document,
    FileObject,
    PhotoSize,
    Sticker,
    Video,
    VideoNote,
    Voice,
)

_THUMBNAIL_SIDE = 320
_STICKER_SIDE = 512

NO_FILE: dict[str, Any] = {
    "photo": (), "video": None, "animation": None, "document": None, "audio": None,
}  # fmt: skip
"""The fields of `message_fields` that an edit may leave behind, empty."""


def file_id_of(file: StoredFile) -> str:
    """Of a photo, that of its largest size."""
    return f"{file.key}{'y' if file.kind.name == 'photo' else 'm'}"


def message_fields(file: StoredFile) -> dict[str, Any]:
    if file.kind.name == "photo":
        return {"photo": _sizes(file)}
    fields: dict[str, Any] = {file.kind.name: _object(file)}
    if file.kind.name == "animation":
        # https://core.telegram.org/bots/api#message: for bots older than animations.
        fields["document"] = _document(file)
    return fields


def _object(file: StoredFile) -> FileObject:
    build = _BUILDERS[file.kind.name]
    return build(file)


def _video(file: StoredFile) -> Video:
    return Video(**_common(file), **_named(file), **_measured(file))


def _animation(file: StoredFile) -> Animation:
    return Animation(**_common(file), **_named(file), **_measured(file))


def _document(file: StoredFile) -> Document:
    return Document(**_common(file), **_named(file))


def _audio(file: StoredFile) -> Audio:
    given = file.attributes
    return Audio(
        **_common(file),
        **_named(file),
        duration=given.duration,
        title=given.title,
        performer=given.performer,
    )


def _voice(file: StoredFile) -> Voice:
    return Voice(**_common(file), duration=file.attributes.duration, mime_type=file.media_type)


def _video_note(file: StoredFile) -> VideoNote:
    given = file.attributes
    return VideoNote(**_common(file), length=given.width, duration=given.duration)


def _sticker(file: StoredFile) -> Sticker:
    return Sticker(
        **_common(file),
        type="regular",
        width=_STICKER_SIDE,
        height=_STICKER_SIDE,
        is_animated=file.media_type == "application/x-tgsticker",
        is_video=file.media_type.startswith("video/"),
        emoji=file.attributes.emoji,
    )


_BUILDERS: dict[str, Callable[[StoredFile], FileObject]] = {
    "video": _video,
    "animation": _animation,
    "document": _document,
    "audio": _audio,
    "voice": _voice,
    "video_note": _video_note,
    "sticker": _sticker,
}


def _common(file: StoredFile) -> dict[str, Any]:
    return {
        "file_id": file_id_of(file),
        "file_unique_id": f"{file.unique_id}m",
        "file_size": file.size,
    }


def _named(file: StoredFile) -> dict[str, Any]:
    return {"file_name": file.name, "mime_type": file.media_type}


def _measured(file: StoredFile) -> dict[str, Any]:
    given = file.attributes
    return {"width": given.width, "height": given.height, "duration": given.duration}


def _sizes(file: StoredFile) -> tuple[PhotoSize, ...]:
    """A small and the full size, as Telegram offers them, the largest last."""
    width, height = file.attributes.width, file.attributes.height
    scale = min(1.0, _THUMBNAIL_SIDE / max(width, height))
    return tuple(
        PhotoSize(
            file_id=f"{file.key}{letter}",
            file_unique_id=f"{file.unique_id}{letter}",
            width=max(1, round(width * factor)),
            height=max(1, round(height * factor)),
            file_size=file.size,
        )
        for letter, factor in (("s", scale), ("y", 1.0))
    )
