"""The photos that bots sent: uploaded ones with their bytes, the others by their address."""

import hashlib
import secrets
from collections import OrderedDict
from urllib.parse import urlsplit

import msgspec

from .errors import BadRequest
from .images import recognise
from .objects import PhotoSize

MAX_PHOTO_BYTES = 10 * 2**20
"""https://core.telegram.org/bots/api#sending-files"""

MAX_FILES = 10_000
MAX_STORED_BYTES = 256 * 2**20

# The picture behind an address is not fetched, so its true size is unknown.
_ASSUMED_WIDTH, _ASSUMED_HEIGHT = 1280, 853
_THUMBNAIL_SIDE = 320
_MAX_SIDES = 10_000


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """`content` is None for a photo that was sent by its address, which then is `url`."""

    key: str
    path: str
    media_type: str
    width: int
    height: int
    url: str | None = None
    content: bytes | None = None

    @property
    def unique_id(self) -> str:
        return self.key[:16]

    def sizes(self) -> tuple[PhotoSize, ...]:
        """A small and the full size, as Telegram offers them, the largest last."""
        scale = min(1.0, _THUMBNAIL_SIDE / max(self.width, self.height))
        size = len(self.content) if self.content is not None else None
        return tuple(
            PhotoSize(
                file_id=f"{self.key}{letter}",
                file_unique_id=f"{self.unique_id}{letter}",
                width=max(1, round(self.width * factor)),
                height=max(1, round(self.height * factor)),
                file_size=size,
            )
            for letter, factor in (("s", scale), ("y", 1.0))
        )


class FileStore:
    """Keeps the newest `MAX_FILES` and no more than `MAX_STORED_BYTES`."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._paths: dict[str, str] = {}
        self._bytes = 0

    def by_id(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id[:-1]) if file_id[-1:] in ("s", "y") else None

    def by_path(self, path: str) -> StoredFile | None:
        return self._files.get(self._paths.get(path, ""))

    def add_upload(self, content: bytes) -> StoredFile:
        """Raises `BadRequest` for what Telegram can't make a photo of."""
        if not content:
            raise BadRequest("file must be non-empty")
        if len(content) > MAX_PHOTO_BYTES:
            raise BadRequest("file is too big for a photo; the maximum size is 10 MB")
        image = recognise(content)
        if image is None:
            raise BadRequest("IMAGE_PROCESS_FAILED")
        if image.width < 1 or image.height < 1 or image.width + image.height > _MAX_SIDES:
            raise BadRequest("PHOTO_INVALID_DIMENSIONS")
        key = f"AgACAgIAAxkB{secrets.token_urlsafe(24)}"
        return self._keep(
            StoredFile(
                key=key,
                path=f"photos/file_{secrets.token_hex(6)}.{image.extension}",
                media_type=image.media_type,
                width=image.width,
                height=image.height,
                content=content,
            )
        )

    def add_url(self, url: str) -> StoredFile:
        """The same file for the same address. Nothing is fetched.

        A host under `.invalid` is refused as one that Telegram gets no content from.
        """
        if (urlsplit(url).hostname or "").endswith(".invalid"):
            raise BadRequest("failed to get HTTP URL content")
        digest = hashlib.sha256(url.encode()).hexdigest()
        key = f"AgACAgQAAxkD{digest[:32]}"
        return self._files.get(key) or self._keep(
            StoredFile(
                key=key,
                path=f"photos/file_{digest[:12]}.jpg",
                media_type="image/jpeg",
                width=_ASSUMED_WIDTH,
                height=_ASSUMED_HEIGHT,
                url=url,
            )
        )

    def _keep(self, file: StoredFile) -> StoredFile:
        self._files[file.key] = file
        self._paths[file.path] = file.key
        self._bytes += len(file.content or b"")
        while len(self._files) > MAX_FILES or self._bytes > MAX_STORED_BYTES:
            _, oldest = self._files.popitem(last=False)
            self._paths.pop(oldest.path, None)
            self._bytes -= len(oldest.content or b"")
        return file
