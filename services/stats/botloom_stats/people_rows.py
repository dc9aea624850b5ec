"""Rows of `people`."""

from collections.abc import Mapping

import asyncpg

from .known_people import PersonChange

_MERGED = """
    first_quarter = least(people.first_quarter, new.first_quarter),
    last_quarter = greatest(people.last_quarter, new.last_quarter),
    first_name = CASE WHEN {newer} THEN new.first_name ELSE people.first_name END,
    last_name = CASE WHEN {newer} THEN new.last_name ELSE people.last_name END,
    username = CASE WHEN {newer} THEN new.username ELSE people.username END,
    language_code = CASE WHEN {newer} THEN new.language_code ELSE people.language_code END,
    profile_at = greatest(people.profile_at, new.profile_at),
    source = CASE WHEN {first_link} THEN new.source ELSE people.source END,
    source_at = least(people.source_at, new.source_at),
    blocked_since = CASE WHEN {later_blocking} THEN new.blocked_since
        ELSE people.blocked_since END,
    blocking_at = greatest(people.blocking_at, new.blocking_at)
"""
_CONDITIONS = {
    "newer": "new.profile_at >= people.profile_at",
    "first_link": "new.source_at < coalesce(people.source_at, 'infinity')",
    "later_blocking": "new.blocking_at > coalesce(people.blocking_at, '-infinity')",
}
_COLUMNS = (
    "user_id, first_quarter, last_quarter, first_name, last_name, username, language_code,"
    " profile_at, source, source_at, blocked_since, blocking_at"
)
_WRITE = f"""
WITH new AS (
    SELECT * FROM unnest(
        $1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
        $7::text[], $8::timestamptz[], $9::text[], $10::timestamptz[], $11::timestamptz[],
        $12::timestamptz[]
    ) AS new ({_COLUMNS})
), there AS (
    SELECT people.user_id FROM people JOIN new USING (user_id)
    ORDER BY people.user_id FOR UPDATE OF people
), updated AS (
    UPDATE people SET {_MERGED.format(**_CONDITIONS)}
    FROM new JOIN there USING (user_id) WHERE people.user_id = new.user_id
    RETURNING people.user_id, people.number
), inserted AS (
    INSERT INTO people ({_COLUMNS})
    SELECT {_COLUMNS} FROM new WHERE user_id NOT IN (SELECT user_id FROM there)
    ORDER BY user_id
    ON CONFLICT (user_id) DO UPDATE SET {_MERGED.format(**_CONDITIONS).replace("new.", "excluded.")}
    RETURNING user_id, number
)
SELECT * FROM updated UNION ALL SELECT * FROM inserted
"""  # noqa: S608 - made of constants
"""Those that are there are updated and only the others inserted: an insertion that meets a row uses
up a number, and numbers are to be dense."""


async def write(
    connection: asyncpg.Connection, changes: Mapping[int, PersonChange]
) -> dict[int, int]:
    """Returns everyone's number, by the user's id."""
    rows = [_row(user_id, change) for user_id, change in sorted(changes.items())]
    numbers: dict[int, int] = dict(
        await connection.fetch(_WRITE, *zip(*rows, strict=True)) if rows else ()
    )
    return numbers


def _row(user_id: int, change: PersonChange) -> tuple[object, ...]:
    latest, link, blocking = change.latest, change.first_deep_link, change.latest_blocking
    return (
        user_id,
        change.first_quarter,
        change.last_quarter,
        latest.first_name,
        latest.last_name,
        latest.username,
        latest.language_code,
        latest.at,
        None if link is None else link.payload,
        None if link is None else link.at,
        blocking.at if blocking is not None and blocking.event == "blocked" else None,
        None if blocking is None else blocking.at,
    )
