"""Cursors of pages with objects of several kinds, in the order of kinds and ids."""

from botloom_contracts.events import Entity

from ..cursors import decode_cursor, encode_cursor
from ..schemas.fields import Id
from .log_reader import ObjectKey

OBJECTS = "objects"


def encode_object_cursor(last: ObjectKey) -> str:
    return encode_cursor(last, OBJECTS)


def decode_object_cursor(cursor: str | None) -> ObjectKey | None:
    """The object to go on behind; None for the first page. Raises `InvalidInput`."""
    if cursor is None:
        return None
    entity, entity_id = decode_cursor(cursor, [Entity, Id], OBJECTS)
    return entity, entity_id
