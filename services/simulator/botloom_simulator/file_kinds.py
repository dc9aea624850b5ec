"""The kinds of files that messages carry, and how Telegram names them.

https://core.telegram.org/bots/api#sending-files
"""

import mimetypes
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


class FileKind(NamedTuple):
    name: str
    """Of the parameter of its method, and of the field of its message."""
    words: str
    """In "there is no … in the request"."""
    tdlib_name: str
    """In "can't use file of type …"."""
    prefix: str
    """What a `file_id` of it begins with."""
    directory: str
    media_type: str
    extension: str
    from_url: tuple[str, ...]
    """What the media type of a file sent by its address may begin with."""


_KINDS = (
    FileKind("photo", "photo", "Photo", "AgACAg", "photos", "image/jpeg", "jpg", ("image/",)),
    FileKind("video", "video", "Video", "BAACAg", "videos", "video/mp4", "mp4", ("video/",)),
    FileKind(
        "animation", "animation", "Animation", "CgACAg", "animations", "video/mp4", "mp4",
        ("video/", "image/gif"),
    ),
    FileKind(
        "document", "document", "Document", "BQACAg", "documents", "application/pdf", "pdf",
        ("application/pdf", "application/zip", "image/gif"),
    ),
    FileKind("audio", "audio", "Audio", "CQACAg", "music", "audio/mpeg", "mp3", ("audio/",)),
    FileKind("voice", "voice", "VoiceNote", "AwACAg", "voice", "audio/ogg", "oga", ("audio/",)),
    FileKind(
        "video_note", "video note", "VideoNote", "DQACAg", "video_notes", "video/mp4", "mp4",
        ("video/",),
    ),
    FileKind(
        "sticker", "sticker", "Sticker", "CAACAg", "stickers", "image/webp", "webp", ("image/",)
    ),
)  # fmt: skip

KINDS = {kind.name: kind for kind in _KINDS}

# Python's own list alone: that of the machine differs from machine to machine.
_TYPES = mimetypes.MimeTypes()
for _media_type, _extension in (
    ("image/webp", ".webp"), ("audio/ogg", ".ogg"), ("audio/ogg", ".oga"), ("audio/ogg", ".opus"),
    ("audio/mp4", ".m4a"), ("video/webm", ".webm"), ("application/x-tgsticker", ".tgs"),
):  # fmt: skip
    _TYPES.add_type(_media_type, _extension)


def media_type_of(name: str) -> str | None:
    """By the extension of a file's name; None where it has none that is known."""
    return _TYPES.guess_type(f"file{PurePosixPath(name).suffix.lower()}")[0]


def name_in(url: str) -> str:
    """The file's name at the end of an address; empty where it ends with `/`."""
    return unquote(urlsplit(url).path.rpartition("/")[2])
