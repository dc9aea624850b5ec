"""Cursors: opaque to clients, they hold the place of a page's last row in the order of its list."""

from base64 import b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import msgspec
from botloom_contracts.errors import FieldProblem, InvalidInput

from .schemas.fields import Id

CURSOR_MAX = 32_768
"""Characters: a pattern can be long, and stands in the cursor of a list that is sorted by it."""

_DIGEST_BYTES = 12


def encode_cursor(place: Sequence[Any], asked: Any) -> str:
    """`place` are the values that the rows are sorted by; `asked` is what the list was asked for,
    in builtin types."""
    values = msgspec.to_builtins(list(place))
    text = msgspec.json.encode([_digest(values, asked), *values])
    return urlsafe_b64encode(text).decode().rstrip("=")


def decode_cursor(cursor: str, types: Sequence[Any], asked: Any) -> tuple[Any, ...]:
    """The values of `encode_cursor`, of `types`.

    Raises `InvalidInput` where it is no cursor, or one of a list that was asked for otherwise. The
    digest is no signature: whoever makes a cursor up gets another page of what may be read anyhow.
    """
    try:
        padding = "=" * (-len(cursor) % 4)
        text = b64decode(cursor.encode("ascii") + padding.encode(), altchars=b"-_", validate=True)
        digest, *values = msgspec.json.decode(text, type=list[Any])
        place = tuple(
            msgspec.convert(value, kind) for value, kind in zip(values, types, strict=True)
        )
    except (Base64Error, ValueError, msgspec.MsgspecError):
        raise _refusal("is no cursor of an earlier page") from None
    if digest != _digest(values, asked):
        raise _refusal("is of a list with another sort or other filters, or was changed")
    return place


def encode_id_cursor(last_id: int, of: str) -> str:
    """Of a list that is in the order of its ids; `of` is what it is a list of."""
    return encode_cursor([last_id], of)


def decode_id_cursor(cursor: str | None, of: str) -> int:
    """The id to go on behind; 0 for the first page. Raises `InvalidInput`."""
    if cursor is None:
        return 0
    last_id: int = decode_cursor(cursor, [Id], of)[0]
    return last_id


def _digest(values: Sequence[Any], asked: Any) -> str:
    text = msgspec.json.encode([values, asked], order="sorted")
    return blake2b(text, digest_size=_DIGEST_BYTES).hexdigest()


def _refusal(detail: str) -> InvalidInput:
    return InvalidInput(FieldProblem("cursor", "cursor", detail))
