"""The files of messages: uploaded ones with their bytes, the others by their address."""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import msgspec

from .errors import BadRequest
from .file_kinds import KINDS, FileKind, media_type_of, name_in
from .images import recognise

MAX_PHOTO_BYTES = 10 * 2**20
"""https://core.telegram.org/bots/api#sending-files"""

MAX_FILES = 10_000
MAX_STORED_BYTES = 256 * 2**20
MAX_COUNTED_URLS = 10_000

# What is behind an address is not fetched, so its true size is unknown.
_ASSUMED_SIZES = {"photo": (1280, 853), "sticker": (512, 512), "video_note": (240, 240)}
_ASSUMED_SIZE = (1280, 720)
_MAX_SIDES = 10_000


class Attributes(msgspec.Struct, frozen=True, kw_only=True):
    """What a sender says of a file; 0 and None where nothing is said."""

    width: int = 0
    height: int = 0
    duration: int = 0
    title: str | None = None
    performer: str | None = None
    emoji: str | None = None


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """`content` is None for a file that was sent by its address, which then is `url`."""

    kind: FileKind
    key: str
    path: str
    media_type: str
    attributes: Attributes
    name: str | None = None
    url: str | None = None
    content: bytes | None = None

    @property
    def unique_id(self) -> str:
        return self.key[-14:]

    @property
    def size(self) -> int | None:
        return len(self.content) if self.content is not None else None


class FileStore:
    """Keeps the newest `MAX_FILES` and no more than `MAX_STORED_BYTES`."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._paths: dict[str, str] = {}
        self._bytes = 0
        self._fetched: OrderedDict[str, int] = OrderedDict()

    @property
    def fetched(self) -> Mapping[str, int]:
        """How often Telegram would have had to download from each address."""
        return self._fetched

    def by_id(self, file_id: str) -> StoredFile | None:
        """A photo's id ends with the letter of its size, any other's with `m`."""
        return self._files.get(file_id[:-1]) if file_id[-1:] in ("s", "y", "m") else None

    def by_path(self, path: str) -> StoredFile | None:
        return self._files.get(self._paths.get(path, ""))

    def add_upload(
        self, kind: FileKind, content: bytes, name: str | None, attributes: Attributes
    ) -> StoredFile:
        """Raises `BadRequest` for what Telegram can't make a file of this kind of."""
        if not content:
            raise BadRequest("file must be non-empty")
        media_type = media_type_of(name or "") or kind.media_type
        extension = PurePosixPath(name or "").suffix.removeprefix(".").lower() or kind.extension
        if kind.name == "photo":
            media_type, extension, attributes = _checked_photo(content)
        elif kind.name == "document" and not media_type_of(name or ""):
            media_type = "application/octet-stream"
        return self._keep(
            StoredFile(
                kind=kind,
                key=f"{kind.prefix}IAAxkB{secrets.token_urlsafe(24)}",
                path=f"{kind.directory}/file_{secrets.token_hex(6)}.{extension}",
                media_type=media_type,
                attributes=_assumed(kind, attributes),
                name=name,
                content=content,
            )
        )

    def add_url(self, kind: FileKind, url: str, attributes: Attributes) -> StoredFile:
        """The same file for the same address and kind. Nothing is fetched, only counted.

        A host under `.invalid` is refused as one that Telegram gets no content from, an address
        that ends like a file of another kind as one with the wrong content.
        """
        self._count(url)
        if (urlsplit(url).hostname or "").endswith(".invalid"):
            raise BadRequest("failed to get HTTP URL content")
        name = name_in(url)
        media_type = media_type_of(name)
        if media_type and not media_type.startswith(kind.from_url):
            raise BadRequest("wrong type of the web page content")
        if kind.name == "video_note":
            # By their addresses Telegram sends no video notes, but plain videos.
            kind = KINDS["video"]
        digest = hashlib.sha256(url.encode()).hexdigest()
        key = f"{kind.prefix}QAAxkD{digest[:32]}"
        return self._files.get(key) or self._keep(
            StoredFile(
                kind=kind,
                key=key,
                path=f"{kind.directory}/file_{digest[:12]}.{kind.extension}",
                media_type=media_type or kind.media_type,
                attributes=_assumed(kind, attributes),
                name=name or None,
                url=url,
            )
        )

    def _count(self, url: str) -> None:
        self._fetched[url] = self._fetched.get(url, 0) + 1
        if len(self._fetched) > MAX_COUNTED_URLS:
            self._fetched.popitem(last=False)

    def _keep(self, file: StoredFile) -> StoredFile:
        self._files[file.key] = file
        self._paths[file.path] = file.key
        self._bytes += len(file.content or b"")
        while len(self._files) > MAX_FILES or self._bytes > MAX_STORED_BYTES:
            _, oldest = self._files.popitem(last=False)
            self._paths.pop(oldest.path, None)
            self._bytes -= len(oldest.content or b"")
        return file


def _assumed(kind: FileKind, given: Attributes) -> Attributes:
    width, height = _ASSUMED_SIZES.get(kind.name, _ASSUMED_SIZE)
    return msgspec.structs.replace(given, width=given.width or width, height=given.height or height)


def _checked_photo(content: bytes) -> tuple[str, str, Attributes]:
    """Media type, extension and size."""
    if len(content) > MAX_PHOTO_BYTES:
        raise BadRequest("file is too big for a photo; the maximum size is 10 MB")
    image = recognise(content)
    if image is None:
        raise BadRequest("IMAGE_PROCESS_FAILED")
    if image.width < 1 or image.height < 1 or image.width + image.height > _MAX_SIDES:
        raise BadRequest("PHOTO_INVALID_DIMENSIONS")
    size = Attributes(width=image.width, height=image.height)
    return image.media_type, image.extension, size
