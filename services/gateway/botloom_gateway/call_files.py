"""Where files stand in a call and in what Telegram answers to it. Pure."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from aiogram.types import Message
from botloom_constructor.calls import Call

_FIELDS = {
    "sendAnimation": "animation",
    "sendAudio": "audio",
    "sendDocument": "document",
    "sendPhoto": "photo",
    "sendSticker": "sticker",
    "sendVideo": "video",
    "sendVideoNote": "video_note",
    "sendVoice": "voice",
}
_OF_MEDIA = frozenset({"editMessageMedia", "sendMediaGroup"})


class FileUrl(NamedTuple):
    """A file that Telegram fetches, and what it is sent as."""

    kind: str
    url: str


Known = Callable[[FileUrl], str | None]


def file_urls(call: Call) -> list[FileUrl]:
    """In their order; none for a file that has a `file_id`."""
    return [file for file in _files(call) if file is not None]


def with_file_ids(call: Call, known: Known) -> tuple[Call, bool]:
    """The call with the ids of the files that are known, and whether all of them are."""
    if call.method not in _FIELDS and call.method not in _OF_MEDIA:
        return call, True
    files = _files(call)
    ids = [None if file is None else known(file) for file in files]
    complete = all(file is None or found for file, found in zip(files, ids, strict=True))
    if not any(ids):
        return call, complete
    return Call(call.method, _with_ids(call, ids)), complete


def file_ids_in(call: Call, result: object) -> Iterator[tuple[FileUrl, str]]:
    """What Telegram now calls the files it has fetched for the call.

    A file that it shows as another kind, such as a silent video as an animation, is left out: its
    id would be refused as the kind it was sent as.
    """
    messages = result if isinstance(result, list) else [result]
    for file, message in zip(_files(call), messages, strict=False):
        file_id = _file_id(message, file.kind) if file and isinstance(message, Message) else None
        if file and file_id:
            yield file, file_id


def _files(call: Call) -> list[FileUrl | None]:
    field = _FIELDS.get(call.method)
    if field is not None:
        return [_file(field, call.params.get(field))]
    return [_file(item["type"], item["media"]) for item in _items(call)]


def _file(kind: str, source: object) -> FileUrl | None:
    is_url = isinstance(source, str) and source[:8].lower().startswith(("http://", "https://"))
    return FileUrl(kind, str(source)) if is_url else None


def _items(call: Call) -> list[Mapping[str, Any]]:
    if call.method not in _OF_MEDIA:
        return []
    media = call.params.get("media")
    return [media] if isinstance(media, dict) else list(media or ())


def _with_ids(call: Call, ids: list[str | None]) -> dict[str, Any]:
    field = _FIELDS.get(call.method)
    if field is not None:
        return {**call.params, field: ids[0]}
    items = [
        {**item, "media": found} if found else item
        for item, found in zip(_items(call), ids, strict=True)
    ]
    is_album = call.method == "sendMediaGroup"
    return {**call.params, "media": items if is_album else items[0]}


def _file_id(message: Message, kind: str) -> str | None:
    if kind == "photo":
        sizes = message.photo or []
        return max(sizes, key=lambda size: size.width * size.height).file_id if sizes else None
    found = getattr(message, kind, None)
    return None if found is None else str(found.file_id)
