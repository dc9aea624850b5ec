"""Counting the rows of a span again, and comparing with what is kept of it.

A statement gives the rows that were counted, how many differences there are, and the first of them
as `relation`, `key`, `counted` and `kept`.
"""

QUARTER = "date_bin('15 minutes', {}, '2000-01-01 00:00:00+00')"
WITHIN = "{0} >= :since AND {0} < :until"
WITHIN_MONTHS = (
    "month >= :since AT TIME ZONE 'UTC' AND month + interval '1 month' <= :until AT TIME ZONE 'UTC'"
)
WITHIN_DAYS = "day >= (:since AT TIME ZONE 'UTC')::date AND day < (:until AT TIME ZONE 'UTC')::date"

KEYS = {
    "interaction_counts": ("quarter", "event", "handler_id", "callback_data"),
    "event_counts": ("quarter", "event"),
    "start_counts": ("quarter", "source"),
}
DAILY_KEYS = {
    "daily_interaction_counts": ("day", "event", "handler_id", "callback_data"),
    "daily_start_counts": ("day", "source"),
}

_RAW = f"""
raw AS MATERIALIZED (
    SELECT {QUARTER.format("timestamp")} AS quarter, (timestamp AT TIME ZONE 'UTC')::date AS day,
        event, coalesce(handler_id, 0) AS handler_id, coalesce(callback_data, '') AS callback_data,
        CASE WHEN event = 'start' THEN payload END AS source, count(*) AS count
    FROM statistics WHERE {WITHIN.format("timestamp")} GROUP BY 1, 2, 3, 4, 5, 6
)"""  # noqa: S608 - made of constants

_TOLD = """
SELECT {interactions} AS interactions, coalesce(found.total, 0) AS total,
    relation, key, counted, kept
FROM (VALUES (1)) AS one LEFT JOIN (
    SELECT *, count(*) OVER () AS total FROM differences ORDER BY relation, key LIMIT :most
) AS found ON true
"""


def sums(*, of_days: bool) -> str:
    compared = [_compared(table, key, "quarter") for table, key in KEYS.items()]
    if of_days:
        compared += [_compared(table, key, "day") for table, key in DAILY_KEYS.items()]
    told = _TOLD.format(interactions="(SELECT coalesce(sum(count), 0) FROM raw)")
    return f"WITH {_RAW}, differences AS ({' UNION ALL '.join(compared)}) {told}"


def _compared(table: str, key: tuple[str, ...], moment: str) -> str:
    columns = ", ".join(key)
    named = ", ".join(f"'{column}', {column}" for column in key)
    within = WITHIN.format(moment)
    if moment == "day":
        within = WITHIN_DAYS
    return f"""
        SELECT '{table}' AS relation, jsonb_build_object({named}) AS key,
            to_jsonb(coalesce(rows.count, 0)) AS counted, to_jsonb(coalesce(old.count, 0)) AS kept
        FROM (
            SELECT {columns}, sum(count)::bigint AS count FROM raw
            WHERE {key[-1]} IS NOT NULL GROUP BY {columns}
        ) AS rows
        FULL JOIN (SELECT * FROM {table} WHERE {within}) AS old USING ({columns})
        WHERE coalesce(rows.count, 0) <> coalesce(old.count, 0)
    """  # noqa: S608 - made of constants


def people() -> str:
    """Everyone who did something is there, and was there then; and nobody was there before or
    behind what they did. Whether one's first quarter is that of a row is asked of those alone whose
    first quarter is in the span."""
    compared = [
        _has_a_row_in("first_quarter"),
        _has_a_row_in("last_quarter"),
        _holds("first_quarter", "raw.first", ">"),
        _holds("last_quarter", "raw.last", "<"),
    ]
    raw = f"""raw AS MATERIALIZED (
        SELECT user_id, {QUARTER.format("min(timestamp)")} AS first,
            {QUARTER.format("max(timestamp)")} AS last
        FROM statistics WHERE {WITHIN.format("timestamp")} GROUP BY user_id
    )"""  # noqa: S608 - made of constants
    told = _TOLD.format(interactions="0")
    return f"WITH {raw}, differences AS ({' UNION ALL '.join(compared)}) {told}"


def packed() -> str:
    """The packed days among whole ones: how many interactions each use has, and a digest."""
    compared = f"""
        SELECT 'daily_uses' AS relation,
            jsonb_build_object('day', day, 'kind', kind, 'value', value) AS key,
            to_jsonb(counted) AS counted, to_jsonb(kept) AS kept
        FROM (
            SELECT day, kind, value, count(*) || ' ' || md5(
                string_agg(int4send(number), '' ORDER BY timestamp, event_id) || string_agg(
                    int8send((extract(epoch FROM timestamp) * 1000000)::bigint), ''
                    ORDER BY timestamp, event_id
                )
            ) AS counted
            FROM statistics JOIN people USING (user_id)
            CROSS JOIN LATERAL (SELECT (timestamp AT TIME ZONE 'UTC')::date AS day) AS days
            CROSS JOIN LATERAL (VALUES
                ('event', event), ('handler', handler_id::text), ('button', callback_data)
            ) AS use (kind, value)
            WHERE {WITHIN.format("timestamp")} AND value IS NOT NULL
                AND day IN (SELECT day FROM daily_uses WHERE {WITHIN_DAYS})
            GROUP BY day, kind, value
        ) AS rows
        FULL JOIN (
            SELECT day, kind, value, length(numbers) / 4 || ' ' || md5(numbers || moments) AS kept
            FROM daily_uses WHERE {WITHIN_DAYS}
        ) AS old USING (day, kind, value)
        WHERE counted IS DISTINCT FROM kept
    """  # noqa: S608 - made of constants
    return f"WITH differences AS ({compared}) {_TOLD.format(interactions='0')}"


def added_up() -> str:
    """The months that are added up, against their days."""
    key = "month, event, handler_id, callback_data"
    compared = f"""
        SELECT 'monthly_interaction_counts' AS relation, jsonb_build_object('month', month,
                'event', event, 'handler_id', handler_id, 'callback_data', callback_data) AS key,
            to_jsonb(coalesce(days.count, 0)) AS counted, to_jsonb(coalesce(old.count, 0)) AS kept
        FROM (
            SELECT {key}, sum(count)::bigint AS count
            FROM (SELECT month FROM monthly_active_people WHERE {WITHIN_MONTHS}) AS months
            JOIN daily_interaction_counts ON day >= month AND day < month + interval '1 month'
            GROUP BY {key}
        ) AS days
        FULL JOIN (SELECT * FROM monthly_interaction_counts WHERE {WITHIN_MONTHS}) AS old
            USING ({key})
        WHERE coalesce(days.count, 0) <> coalesce(old.count, 0)
    """  # noqa: S608 - made of constants
    return f"WITH differences AS ({compared}) {_TOLD.format(interactions='0')}"


def _holds(column: str, counted: str, wrong: str) -> str:
    return f"""
        SELECT 'people', jsonb_build_object('user_id', user_id, 'column', '{column}'),
            to_jsonb({counted}), to_jsonb(people.{column})
        FROM raw LEFT JOIN people USING (user_id)
        WHERE people.user_id IS NULL OR people.{column} {wrong} {counted}
    """  # noqa: S608 - made of constants


def _has_a_row_in(column: str) -> str:
    return f"""
        SELECT 'people' AS relation,
            jsonb_build_object('user_id', user_id, 'column', '{column}') AS key,
            NULL::jsonb AS counted, to_jsonb({column}) AS kept
        FROM people WHERE {WITHIN.format(column)} AND NOT EXISTS (
            SELECT FROM statistics
            WHERE statistics.user_id = people.user_id AND {WITHIN.format("timestamp")}
                AND timestamp >= {column} AND timestamp < {column} + interval '15 minutes'
        )
    """  # noqa: S608 - made of constants


ACTIVE = f"""
SELECT {QUARTER.format("timestamp")} AS quarter, array_agg(DISTINCT number) AS numbers
FROM statistics JOIN people USING (user_id) WHERE {WITHIN.format("timestamp")}
GROUP BY 1 ORDER BY 1
"""  # noqa: S608 - made of constants
KEPT_ACTIVE = f"SELECT quarter, numbers FROM active_people WHERE {WITHIN.format('quarter')}"  # noqa: S608 - made of constants
KEPT_ACTIVE_BY_DAY = f"SELECT day, numbers FROM daily_active_people WHERE {WITHIN_DAYS}"  # noqa: S608 - made of constants
"""Of whole days."""
KEPT_ACTIVE_BY_MONTH = f"SELECT month, numbers FROM monthly_active_people WHERE {WITHIN_MONTHS}"  # noqa: S608 - made of constants
ACTIVE_OF_MONTHS = f"""
SELECT month, daily.numbers FROM monthly_active_people AS months
JOIN daily_active_people AS daily ON day >= month AND day < month + interval '1 month'
WHERE {WITHIN_MONTHS}
"""  # noqa: S608 - made of constants
