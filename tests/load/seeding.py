"""A big bot's configuration, written into the tables and the log at once: by the API, 50,000
handlers would take half an hour.
"""

from typing import NamedTuple

import asyncpg
from botloom_constructor.actions import encode_action
from botloom_constructor.steps import DEFAULT_ACTION, Edit
from botloom_contracts.patterns import parse_pattern

from .matching import Mix

BUTTONS_IN_KEYBOARD = 5

COLUMNS = {
    "buttons": ("id", "label", "data"),
    "keyboards": ("id", "name", "layout"),
    "handlers": ("id", "pattern", "match_key", "action", "message", "keyboard_id"),
    "callbacks": ("id", "callback_data", "action", "handler_id"),
}

EVENTS = """
    INSERT INTO config_events
        (seq, event_id, occurred_at, actor, type, entity, entity_id, state)
    SELECT row_number() OVER (ORDER BY id) + (SELECT coalesce(max(seq), 0) FROM config_events),
        gen_random_uuid(), now(), 'bench', '{one}.created', '{one}', id, to_jsonb(row)
    FROM {one}s AS row
"""


class Seeded(NamedTuple):
    """Ids, from 1 up to these."""

    handlers: int
    callbacks: int
    buttons: int


async def seed(connection: asyncpg.Connection, handlers: int) -> Seeded:
    """Of an empty database: `handlers` of mixed patterns, half as many callbacks and buttons, and
    keyboards of five."""
    rows = _rows(handlers)
    async with connection.transaction():
        for table, columns in COLUMNS.items():
            await connection.copy_records_to_table(table, records=rows[table], columns=columns)
            await connection.execute(EVENTS.format(one=table.removesuffix("s")))
            sequence = f"pg_get_serial_sequence('{table}', 'id')"
            await connection.execute(f"SELECT setval({sequence}, {len(rows[table])})")
        last = await connection.fetchval("SELECT max(seq) FROM config_events")
        await connection.execute("UPDATE config_relay SET published_seq = $1", last)
    await connection.execute("ANALYZE")
    return Seeded(len(rows["handlers"]), len(rows["callbacks"]), len(rows["buttons"]))


def _rows(count: int) -> dict[str, list[tuple[object, ...]]]:
    mix = Mix()
    patterns: dict[str, str] = {}
    while len(patterns) < count:
        pattern = mix.pattern()
        patterns.setdefault(str(parse_pattern(pattern)), pattern)
    reply, edit = encode_action(DEFAULT_ACTION), encode_action((Edit(),))
    buttons = count // 2
    keyboards = buttons // BUTTONS_IN_KEYBOARD
    return {
        "buttons": [(n, f"Button {n}", f"data:{n}") for n in range(1, buttons + 1)],
        "keyboards": [
            (n, f"Keyboard {n}", str([[n * BUTTONS_IN_KEYBOARD - k] for k in range(5)]))
            for n in range(1, keyboards + 1)
        ],
        "handlers": [
            (n, pattern, key, reply, f"Hello {n}", n % keyboards + 1)
            for n, (key, pattern) in enumerate(patterns.items(), 1)
        ],
        "callbacks": [(n, f"data:{n}", edit, n) for n in range(1, buttons + 1)],
    }
