"""The document as text: YAML or JSON, read with bounds, written always alike."""

import json
import math
from typing import Any, Literal

import msgspec

from ..body import refuse_unstorable
from ..errors import MalformedBody
from .yaml_reading import read_yaml
from .yaml_writing import write_yaml

Format = Literal["yaml", "json"]
Document = dict[str, Any]
"""`version`, `keyboards`, `handlers`, `callbacks`, `buttons`; `exporting.py` makes it."""

DOCUMENT_MAX = 16 << 20
"""Bytes."""
VERSION = 1


def decode_document(body: bytes, form: Format) -> Any:
    """JSON values, of any shape. Raises `MalformedBody` and `InvalidInput`."""
    try:
        text = body.decode("utf-8-sig")
        value = read_yaml(text) if form == "yaml" else _read_json(text)
        if rb"\u0000" in digestible(value):
            refuse_unstorable(value)
    except UnicodeDecodeError as error:
        raise MalformedBody(f"The document is not in UTF-8: {error.reason}.") from None
    except UnicodeEncodeError:
        refuse_unstorable(value)
        raise
    except (ValueError, OverflowError, RecursionError) as error:
        raise MalformedBody(f"The document is not {form.upper()}: {error}.") from None
    return value


def encode_document(document: Document, form: Format) -> bytes:
    if form == "yaml":
        return write_yaml(document).encode()
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def digestible(document: Any) -> bytes:
    """The same bytes for documents that say the same."""
    return msgspec.json.encode(document, order="deterministic")


def _read_json(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_unique, parse_constant=_number, parse_float=_number)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice!r} is given twice")
    return found


def _number(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(f"{written} is no number of JSON")
    return number
