"""What the tables of statistics must hold, by the interactions alone, and what they do hold."""

import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import asyncpg
from botloom_contracts.events import Interaction
from botloom_contracts.number_sets import united
from botloom_contracts.quarters import quarter_of

NEVER = datetime(2100, 1, 1, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PERSON_FIELDS = (
    "user_id, first_quarter, last_quarter, first_name, last_name, username, language_code,"
    " source, source_at, blocked_since, blocking_at"
)


class Tables(NamedTuple):
    uses: dict[tuple[datetime, str, int, str], int]
    uses_of_days: dict[tuple[date, str, int, str], int]
    uses_of_months: dict[tuple[date, str, int, str], int]
    """Of those that are over."""
    events: dict[tuple[datetime, str], int]
    sources: dict[tuple[datetime, str], int]
    sources_of_days: dict[tuple[date, str], int]
    packed: dict[tuple[str, str, date], list[tuple[int, datetime]]]
    """Users and moments, by kind, value and day."""
    active: dict[datetime, set[int]]
    """Users, by the quarter of an hour."""
    active_by_day: dict[date, set[int]]
    active_by_month: dict[date, set[int]]
    """Of those that are over."""
    people: dict[int, tuple[Any, ...]]
    """`PERSON_FIELDS`, by the user's id."""

    def by_batches(self) -> "Tables":
        """Without what is made beside them, from time to time."""
        return self._replace(packed={}, uses_of_months={}, active_by_month={})


def expected(counted: Iterable[Interaction], now: datetime = NEVER) -> Tables:
    """`counted` has each interaction once; by default all months are over."""
    given = sorted(counted, key=lambda one: (one.at, one.update_id))
    active: defaultdict[datetime, set[int]] = defaultdict(set)
    by_day: defaultdict[date, set[int]] = defaultdict(set)
    by_month: defaultdict[date, set[int]] = defaultdict(set)
    of_person: defaultdict[int, list[Interaction]] = defaultdict(list)
    for one in given:
        active[quarter_of(one.at)].add(one.user_id)
        by_day[one.at.astimezone(UTC).date()].add(one.user_id)
        if _month(one.at) < _month(now):
            by_month[_month(one.at)].add(one.user_id)
        of_person[one.user_id].append(one)
    uses = [(one.event, one.handler_id or 0, one.callback_data or "") for one in given]
    return Tables(
        uses=Counter((quarter_of(one.at), *use) for one, use in zip(given, uses, strict=True)),
        uses_of_days=Counter(
            (one.at.astimezone(UTC).date(), *use) for one, use in zip(given, uses, strict=True)
        ),
        uses_of_months=Counter(
            (_month(one.at), *use)
            for one, use in zip(given, uses, strict=True)
            if _month(one.at) < _month(now)
        ),
        events=Counter((quarter_of(one.at), one.event) for one in given),
        sources=Counter((quarter_of(one.at), source) for one in given if (source := _source(one))),
        sources_of_days=Counter(
            (one.at.astimezone(UTC).date(), source) for one in given if (source := _source(one))
        ),
        packed=_packed(given),
        active=dict(active),
        active_by_day=dict(by_day),
        active_by_month=dict(by_month),
        people={user_id: _person(did) for user_id, did in of_person.items()},
    )


def _packed(given: Iterable[Interaction]) -> dict[Any, list[tuple[int, datetime]]]:
    found: defaultdict[Any, list[tuple[int, datetime]]] = defaultdict(list)
    for one in given:
        values = {"event": one.event, "handler": one.handler_id, "button": one.callback_data}
        for kind, value in values.items():
            if value is not None:
                key = kind, str(value), one.at.astimezone(UTC).date()
                found[key].append((one.user_id, one.at))
    return dict(found)


def _month(moment: datetime) -> date:
    return moment.astimezone(UTC).date().replace(day=1)


def _source(one: Interaction) -> str | None:
    return one.payload if one.event == "start" else None


def _person(did: Sequence[Interaction]) -> tuple[Any, ...]:
    """`did` is in the order of time."""
    links = [one for one in did if _source(one)]
    blockings = [one for one in did if one.event in ("blocked", "unblocked")]
    blocked = bool(blockings) and blockings[-1].event == "blocked"
    return (
        did[0].user_id,
        quarter_of(did[0].at),
        quarter_of(did[-1].at),
        did[-1].first_name,
        did[-1].last_name,
        did[-1].username,
        did[-1].language_code,
        links[0].payload if links else None,
        links[0].at if links else None,
        blockings[-1].at if blocked else None,
        blockings[-1].at if blockings else None,
    )


async def actual(database: asyncpg.Connection) -> Tables:
    people = await database.fetch(f"SELECT number, {PERSON_FIELDS} FROM people")  # noqa: S608 - a constant
    users = {row["number"]: row["user_id"] for row in people}
    return Tables(
        uses=await _counts(database, "interaction_counts"),
        uses_of_days=await _counts(database, "daily_interaction_counts"),
        uses_of_months=await _counts(database, "monthly_interaction_counts"),
        events=await _counts(database, "event_counts"),
        sources=await _counts(database, "start_counts"),
        sources_of_days=await _counts(database, "daily_start_counts"),
        packed=await _unpacked(database, users),
        active=await _active(database, users, "SELECT quarter, numbers FROM active_people"),
        active_by_day=await _active(
            database, users, "SELECT day, numbers FROM daily_active_people"
        ),
        active_by_month=await _active(
            database, users, "SELECT month, numbers FROM monthly_active_people"
        ),
        people={row["user_id"]: tuple(row)[1:] for row in people},
    )


async def _active(
    database: asyncpg.Connection, users: dict[int, int], query: str
) -> dict[Any, set[int]]:
    sets: defaultdict[Any, list[bytes]] = defaultdict(list)
    for when, numbers in await database.fetch(query):
        sets[when].append(numbers)
    return {when: {users[number] for number in united(parts)} for when, parts in sets.items()}


async def _unpacked(
    database: asyncpg.Connection, users: dict[int, int]
) -> dict[Any, list[tuple[int, datetime]]]:
    found = {}
    for kind, value, day, numbers, moments in await database.fetch("SELECT * FROM daily_uses"):
        found[kind, value, day] = [
            (users[number], EPOCH + timedelta(microseconds=moment))
            for (number,), (moment,) in zip(
                struct.iter_unpack(">i", numbers), struct.iter_unpack(">q", moments), strict=True
            )
        ]
    return found


async def _counts(database: asyncpg.Connection, table: str) -> dict[Any, int]:
    rows = await database.fetch(f"SELECT * FROM {table}")  # noqa: S608 - a constant
    return {tuple(row)[:-1]: row["count"] for row in rows}


async def counted(
    database: asyncpg.Connection, published: Iterable[Interaction]
) -> list[Interaction]:
    """The copy that each row is. Fails where an interaction has no row, or more than one."""
    copies = {(one.update_id, one.at): one for one in published}
    rows = await database.fetch("SELECT * FROM statistics")
    ids = Counter(row["event_id"] for row in rows)
    assert ids == Counter({update_id for update_id, _ in copies})
    found = [copies[row["event_id"], row["timestamp"]] for row in rows]
    for row, one in zip(rows, found, strict=True):
        assert (row["event"], row["user_id"], row["chat_id"]) == (
            one.event,
            one.user_id,
            one.chat_id,
        )
        assert (row["handler_id"], row["callback_data"]) == (one.handler_id, one.callback_data)
        assert (row["payload"], row["config_seq"]) == (one.payload, one.config_seq)
    return found
