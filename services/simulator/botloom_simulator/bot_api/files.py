"""Files that calls name by address, by `file_id` or by a part of their multipart form.

https://core.telegram.org/bots/api#sending-files
"""

from botloom_contracts.links import check_link

from ..errors import BadRequest
from ..file_kinds import FileKind
from ..files import Attributes, FileStore, StoredFile
from .parameters import Parameters

_MAX_SIDE = 10_000
_MAX_DURATION_S = 86_400
_MAX_NOTE_LENGTH = 640
_ATTACHED = "attach://"


def must_be_given(parameters: Parameters, kind: FileKind) -> None:
    """Raises `BadRequest` where the call has neither a value nor a part for its file."""
    if not parameters.text(kind.name) and parameters.file(kind.name) is None:
        raise BadRequest(f"there is no {kind.words} in the request")


def stored_file(
    files: FileStore, parameters: Parameters, kind: FileKind, value: str, given: Attributes
) -> StoredFile:
    """`value` is an address, a `file_id`, `attach://part`, or empty: the part of the kind's name.

    A file known by its id keeps its own attributes. Raises `BadRequest`.
    """
    if not value or value.startswith(_ATTACHED):
        upload = parameters.file(value.removeprefix(_ATTACHED) or kind.name)
        if upload is None:
            raise BadRequest("media not found")
        return files.add_upload(kind, upload.content, upload.name, given)
    known = files.by_id(value)
    if known is not None:
        if known.kind != kind:
            raise BadRequest(f"can't use file of type {known.kind.tdlib_name} as {kind.tdlib_name}")
        return known
    if not value.lower().startswith(("http://", "https://")):
        raise BadRequest("wrong file identifier/HTTP URL specified")
    return files.add_url(kind, _checked(value), given)


def attributes_of(parameters: Parameters, kind: FileKind) -> Attributes:
    """What the call says of the file. Raises `BadRequest`."""
    width = parameters.integer("width", 0, 0, _MAX_SIDE)
    height = parameters.integer("height", 0, 0, _MAX_SIDE)
    if kind.name == "video_note":
        width = height = parameters.integer("length", 0, 0, _MAX_SIDE)
        if width >= _MAX_NOTE_LENGTH:
            raise BadRequest("wrong video note length")
    return Attributes(
        width=width,
        height=height,
        duration=parameters.integer("duration", 0, 0, _MAX_DURATION_S),
        title=parameters.text("title") or None,
        performer=parameters.text("performer") or None,
        emoji=parameters.text("emoji") or None,
    )


def _checked(url: str) -> str:
    try:
        return check_link(url)
    except ValueError as error:
        # Telegram could not reach a host of the simulator's own machine; a bot under test may.
        if "://localhost" in url.lower() and str(error) == "Wrong HTTP URL":
            return url
        raise BadRequest("wrong HTTP URL specified") from None
