"""Cursors: opaque to clients, they name the last item of a page."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from typing import get_args

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import Entity

from .schemas.fields import ID_MAX

LIMIT_DEFAULT = 50
LIMIT_MAX = 200


def encode_cursor(last_id: int) -> str:
    return _encode(str(last_id))


def decode_cursor(cursor: str | None) -> int:
    """The id to go on behind; 0 for the first page. Raises `InvalidInput`."""
    return 0 if cursor is None else _id(_decode(cursor))


def encode_object_cursor(last: tuple[Entity, int]) -> str:
    """Of a page with several kinds of objects."""
    entity, last_id = last
    return _encode(f"{entity}:{last_id}")


def decode_object_cursor(cursor: str | None) -> tuple[Entity, int] | None:
    """The object to go on behind; None for the first page. Raises `InvalidInput`."""
    if cursor is None:
        return None
    name, _, last_id = _decode(cursor).partition(":")
    for entity in get_args(Entity):
        if entity == name:
            return entity, _id(last_id)
    raise _no_cursor()


def _no_cursor() -> InvalidInput:
    return InvalidInput(FieldProblem("cursor", "cursor", "is no cursor of an earlier page"))


def _encode(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decode(cursor: str) -> str:
    try:
        return urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (Base64Error, ValueError):
        raise _no_cursor() from None


def _id(text: str) -> int:
    # Not all that Python takes for a number: no sign, no spaces, no thousands of digits.
    if text.isdigit() and len(text) <= len(str(ID_MAX)) and int(text) <= ID_MAX:
        return int(text)
    raise _no_cursor()
