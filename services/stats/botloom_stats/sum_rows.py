"""Rows of the tables of sums."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import asyncpg
from botloom_contracts.number_sets import encode_numbers

from .known_people import PersonChange
from .sums import Use

_ADD = """
WITH uses AS (
    SELECT quarter, event, coalesce(handler_id, 0) AS handler_id,
        coalesce(callback_data, '') AS callback_data, count
    FROM unnest($1::timestamptz[], $2::text[], $3::bigint[], $4::text[], $5::bigint[])
        AS uses (quarter, event, handler_id, callback_data, count)
), by_use AS (
    INSERT INTO interaction_counts AS old
    SELECT quarter, event, handler_id, callback_data, sum(count)
    FROM uses GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (quarter, event, handler_id, callback_data)
    DO UPDATE SET count = old.count + excluded.count
), by_day AS (
    INSERT INTO daily_interaction_counts AS old
    SELECT (quarter AT TIME ZONE 'UTC')::date, event, handler_id, callback_data, sum(count)
    FROM uses GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (day, event, handler_id, callback_data)
    DO UPDATE SET count = old.count + excluded.count
), by_event AS (
    INSERT INTO event_counts AS old
    SELECT quarter, event, sum(count) FROM uses GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (quarter, event) DO UPDATE SET count = old.count + excluded.count
), by_source AS (
    INSERT INTO start_counts AS old
    SELECT * FROM unnest($6::timestamptz[], $7::text[], $8::bigint[]) ORDER BY 1, 2
    ON CONFLICT (quarter, source) DO UPDATE SET count = old.count + excluded.count
), by_source_and_day AS (
    INSERT INTO daily_start_counts AS old
    SELECT (quarter AT TIME ZONE 'UTC')::date, source, sum(count)
    FROM unnest($6::timestamptz[], $7::text[], $8::bigint[]) AS starts (quarter, source, count)
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (day, source) DO UPDATE SET count = old.count + excluded.count
), active AS (
    INSERT INTO active_people (quarter, numbers)
    SELECT * FROM unnest($9::timestamptz[], $10::bytea[])
), active_by_day AS (
    INSERT INTO daily_active_people (day, numbers)
    SELECT * FROM unnest($11::date[], $12::bytea[])
)
INSERT INTO stats_progress AS old VALUES (1, $13, $14, clock_timestamp())
ON CONFLICT (id) DO UPDATE SET written = old.written + excluded.written,
    duplicates = old.duplicates + excluded.duplicates, last_write = excluded.last_write
"""
"""In an order that all batches keep, so that they wait for each other and never in a circle."""


async def add(
    connection: asyncpg.Connection,
    uses: Mapping[tuple[datetime, Use], int],
    sources: Mapping[tuple[datetime, str], int],
    active: Mapping[datetime, list[int]],
    *,
    written: int,
    duplicates: int,
) -> None:
    used = [(quarter, *use, count) for (quarter, use), count in uses.items()]
    started = [(quarter, source, count) for (quarter, source), count in sources.items()]
    here = [(quarter, encode_numbers(numbers)) for quarter, numbers in active.items()]
    by_day = [(day, encode_numbers(numbers)) for day, numbers in _days(active).items()]
    await connection.execute(
        _ADD,
        *_columns(used, 5),
        *_columns(started, 3),
        *_columns(here, 2),
        *_columns(by_day, 2),
        written,
        duplicates,
    )


def _days(active: Mapping[datetime, list[int]]) -> dict[date, set[int]]:
    """By the day in UTC."""
    days: defaultdict[date, set[int]] = defaultdict(set)
    for quarter, numbers in active.items():
        days[quarter.date()].update(numbers)
    return dict(days)


def active_people(
    changes: Mapping[int, PersonChange], numbers: Mapping[int, int]
) -> dict[datetime, list[int]]:
    """The numbers of those who did something, by the quarter of an hour."""
    active: defaultdict[datetime, list[int]] = defaultdict(list)
    for user_id, change in changes.items():
        for quarter in change.quarters:
            active[quarter].append(numbers[user_id])
    return dict(active)


def _columns(rows: Sequence[tuple[object, ...]], count: int) -> list[tuple[object, ...]]:
    return list(zip(*rows, strict=True)) if rows else [()] * count
