"""Cursors: opaque to clients, they name the last id of a page."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error

from botloom_contracts.errors import FieldProblem, InvalidInput

from .schemas.fields import ID_MAX

LIMIT_DEFAULT = 50
LIMIT_MAX = 200


def encode_cursor(last_id: int) -> str:
    return urlsafe_b64encode(str(last_id).encode()).decode().rstrip("=")


def decode_cursor(cursor: str | None) -> int:
    """The id to go on behind; 0 for the first page. Raises `InvalidInput`."""
    if cursor is None:
        return 0
    try:
        last_id = int(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (Base64Error, ValueError):
        last_id = -1
    if not 0 <= last_id <= ID_MAX:
        raise InvalidInput(FieldProblem("cursor", "cursor", "is no cursor of an earlier page"))
    return last_id
