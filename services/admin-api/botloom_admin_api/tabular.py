"""Rows as text, some at a time: CSV (RFC 4180) or one JSON object a line."""

import csv
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import datetime
from io import StringIO
from typing import Any, Literal

from botloom_contracts.codec import encode_json

TableFormat = Literal["csv", "ndjson"]

MEDIA_TYPES: Mapping[TableFormat, str] = {
    "csv": "text/csv",
    "ndjson": "application/x-ndjson",
}

Record = Mapping[str, Any]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Spreadsheets take what begins so for a formula: https://owasp.org/www-community/attacks/CSV_Injection"""


def csv_cell(value: Any) -> Any:
    """A text that a spreadsheet would calculate gets an apostrophe before it."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, list):
        return csv_cell(", ".join(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


async def encoded(
    form: TableFormat, columns: Sequence[str], batches: AsyncIterator[Sequence[Record]]
) -> AsyncIterator[bytes]:
    """A piece for each batch, the first one with the names of the columns where it is CSV."""
    head = _csv([columns]) if form == "csv" else b""
    async for batch in batches:
        if form == "csv":
            piece = _csv([csv_cell(one[name]) for name in columns] for one in batch)
        else:
            piece = b"".join(encode_json(one) + b"\n" for one in batch)
        yield head + piece
        head = b""
    yield head


def _csv(rows: Iterable[Sequence[Any]]) -> bytes:
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
