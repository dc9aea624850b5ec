"""PostgreSQL's own COPY of interactions into `statistics`, to measure stats by."""

import time
from collections.abc import Sequence
from io import BytesIO

import asyncpg
from botloom_contracts.events import Interaction

COLUMNS = (
    "event_id",
    "timestamp",
    "event",
    "user_id",
    "chat_id",
    "handler_id",
    "callback_data",
    "payload",
    "config_seq",
)
TEXT = "\t".join(["{}"] * len(COLUMNS)) + "\n"


def as_text(interactions: Sequence[Interaction]) -> bytes:
    """Of nothing that COPY's text format would have to escape."""

    def field(value: object) -> object:
        return r"\N" if value is None else value

    return "".join(
        TEXT.format(
            one.update_id,
            one.at.isoformat(),
            one.event,
            one.user_id,
            one.chat_id,
            *map(field, (one.handler_id, one.callback_data, one.payload)),
            one.config_seq,
        )
        for one in interactions
    ).encode()


async def create_bare_table(database: asyncpg.Connection) -> None:
    """`bare_statistics`: the columns of `statistics`, without an index."""
    await database.execute("CREATE TABLE bare_statistics (LIKE statistics INCLUDING DEFAULTS)")


async def copy(database: asyncpg.Connection, table: str, text: bytes, rows: int) -> float:
    """A prepared text, in one transaction. Returns the rows a second."""
    await database.execute(f"TRUNCATE {table}")
    started = time.perf_counter()
    await database.copy_to_table(table, source=BytesIO(text), columns=COLUMNS)
    return rows / (time.perf_counter() - started)
