"""Cursors of pages with objects of several kinds: opaque to clients, they name the last object."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error

import msgspec
from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import Entity

from ..schemas.fields import Id
from .log_reader import ObjectKey


def encode_object_cursor(last: ObjectKey) -> str:
    return urlsafe_b64encode(msgspec.json.encode(last)).decode().rstrip("=")


def decode_object_cursor(cursor: str | None) -> ObjectKey | None:
    """The object to go on behind; None for the first page. Raises `InvalidInput`."""
    if cursor is None:
        return None
    try:
        text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        entity, entity_id = msgspec.json.decode(text, type=tuple[Entity, Id])
    except (Base64Error, ValueError, msgspec.MsgspecError):
        problem = FieldProblem("cursor", "cursor", "is no cursor of an earlier page")
        raise InvalidInput(problem) from None
    return entity, entity_id
