"""Photos that calls name by address, by `file_id` or by a part of their multipart form.

https://core.telegram.org/bots/api#sending-files
"""

from botloom_contracts.links import check_link

from ..errors import BadRequest
from ..files import FileStore, StoredFile
from .parameters import Parameters


def stored_photo(files: FileStore, parameters: Parameters, name: str, value: str) -> StoredFile:
    """`value` is an address, a `file_id`, `attach://part`, or empty: the part `name` itself.

    Raises `BadRequest`.
    """
    part = value.removeprefix("attach://") if value.startswith("attach://") else ""
    if part or not value:
        content = parameters.file(part or name)
        if content is None:
            raise BadRequest("there is no photo in the request" if not part else "media not found")
        return files.add_upload(content)
    known = files.by_id(value)
    if known is not None:
        return known
    if not value.lower().startswith(("http://", "https://")):
        raise BadRequest("wrong file identifier/HTTP URL specified")
    return files.add_url(_checked(value))


def _checked(url: str) -> str:
    try:
        return check_link(url)
    except ValueError as error:
        # Telegram could not reach a host of the simulator's own machine; a bot under test may.
        if "://localhost" in url.lower() and str(error) == "Wrong HTTP URL":
            return url
        raise BadRequest("wrong HTTP URL specified") from None
