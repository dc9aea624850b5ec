"""Rows of `statistics`: each interaction is one, however often it comes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from operator import attrgetter

import asyncpg
import msgspec
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.events import Interaction

_FIELDS = {
    "event_id": "update_id",
    "timestamp": "at",
    "event": "event",
    "user_id": "user_id",
    "chat_id": "chat_id",
    "handler_id": "handler_id",
    "callback_data": "callback_data",
    "payload": "payload",
    "config_seq": "config_seq",
}
"""Columns of `statistics` and the fields of an interaction that they hold."""

_COLUMNS = tuple(_FIELDS)
_row = attrgetter(*_FIELDS.values())
_event_id = attrgetter("update_id")
_encoder = msgspec.json.Encoder()
_BETWEEN_ROWS = b"],["

SENT_AGAIN_WITHIN = timedelta(hours=25)
"""Telegram keeps an update for a day; a copy's time is that of the gateway which took it."""

_INSERT_MISSING = f"""
INSERT INTO statistics ({", ".join(_COLUMNS)})
SELECT * FROM unnest(
    $1::bigint[], $2::timestamptz[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[],
    $7::text[], $8::text[], $9::bigint[]
)
ON CONFLICT DO NOTHING
RETURNING event_id
"""  # noqa: S608 - made of constants


async def copy(connection: asyncpg.Connection, interactions: Sequence[Interaction]) -> None:
    """All of them, or `UniqueViolationError`. Three times as fast as `insert_missing`."""
    records = list(map(_row, interactions))
    if (lines := _as_csv(records)) is None:
        await connection.copy_records_to_table("statistics", records=records, columns=_COLUMNS)
    else:
        await connection.copy_to_table(
            "statistics", source=BytesIO(lines), columns=_COLUMNS, format="csv", null="null"
        )


def _as_csv(records: Sequence[tuple[object, ...]]) -> bytes | None:
    """JSON of the rows with a line for each is CSV as PostgreSQL reads it, as long as no text has
    anything to escape, or looks like the end of a row; None where one may. It is made in half the
    time that asyncpg takes to encode the records."""
    json = _encoder.encode(records)
    if b"\\" in json or json.count(_BETWEEN_ROWS) != len(records) - 1:
        return None
    return json[2:-2].replace(_BETWEEN_ROWS, b"\n")


async def insert_missing(
    connection: asyncpg.Connection, interactions: Sequence[Interaction]
) -> list[Interaction]:
    """Returns those that were not there."""
    # Two processes that write the same rows wait for each other in one order.
    one_each = sorted(first_copies(interactions), key=_event_id)
    inserted = await connection.fetch(_INSERT_MISSING, *zip(*map(_row, one_each), strict=True))
    ids = {event_id for (event_id,) in inserted}
    return [one for one in one_each if one.update_id in ids]


async def missing_near(
    connection: asyncpg.Connection, interactions: Sequence[Interaction], border: datetime
) -> list[Interaction]:
    """Those that have no row yet near a month's border, one of each: a copy may be a row of the
    other month, which a partition's unique index does not see. Until the transaction ends, nobody
    else writes near a border."""
    await connection.execute("SELECT pg_advisory_xact_lock($1)", AdvisoryLock.MONTH_BORDER)
    one_each = first_copies(interactions)
    found = await connection.fetch(
        "SELECT event_id FROM statistics WHERE event_id = ANY($1::bigint[])"
        " AND timestamp BETWEEN $2 AND $3",
        list(map(_event_id, one_each)),
        border - SENT_AGAIN_WITHIN,
        border + SENT_AGAIN_WITHIN,
    )
    there = {event_id for (event_id,) in found}
    return [one for one in one_each if one.update_id not in there]


def first_copies(interactions: Sequence[Interaction]) -> list[Interaction]:
    """One of each."""
    return list({one.update_id: one for one in reversed(interactions)}.values())
