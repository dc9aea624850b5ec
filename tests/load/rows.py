"""A year of a bot with 200,000 people in `statistics`, at the revision before there were sums: the
migrations make the sums, and every set of people, of these rows."""

from datetime import UTC, date, datetime, timedelta

import asyncpg

BEGIN = datetime(2025, 12, 1, tzinfo=UTC)
END = datetime(2026, 12, 1, tzinfo=UTC)
PEOPLE = 200_000
AT_ONCE = 2_000_000

# A few people do much and many a little; nights are as busy as days.
_INSERT = """
INSERT INTO statistics
    (event_id, timestamp, event, user_id, chat_id, handler_id, callback_data, payload, config_seq)
SELECT n, $3::timestamptz + n * $4::interval, event, person, person,
    CASE WHEN event <> 'unmatched' THEN 1 + n % 60 END,
    CASE WHEN event = 'button_click' THEN 'button-' || n % 40 END,
    CASE event WHEN 'start' THEN 'from-' || n % 30 WHEN 'unmatched' THEN 'text ' || n % 3000 END,
    1 + n / 1000000
FROM (
    SELECT n, 1 + (power(random(), 3) * $5)::bigint AS person,
        (ARRAY['start', 'command', 'message', 'message', 'message', 'button_click', 'button_click',
            'button_click', 'button_click', 'unmatched'])[1 + (random() * 9.999)::int % 10] AS event
    FROM generate_series($1::bigint, $2::bigint) AS n
) given
"""


async def write_year(database: asyncpg.Connection, count: int) -> None:
    month = BEGIN.date()
    while month < END.date():
        await database.execute("SELECT create_statistics_partition($1)", month)
        month = _next_month(month)
    step = (END - BEGIN) / count
    for first in range(0, count, AT_ONCE):
        last = min(first + AT_ONCE, count) - 1
        await database.execute(_INSERT, first, last, BEGIN, step, PEOPLE, timeout=600)


def _next_month(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)
