"""The sums are held against the rows: as stats has written them, and as somebody spoilt them."""

import asyncio
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from botloom_admin_api.reconcile import Settings, check, read_arguments
from botloom_stats.daily_uses import pack
from botloom_stats.monthly_sums import add_up
from botloom_stats.repository import Repository, connect
from support.interactions import interaction
from support.processes import process

FIRST = datetime(2026, 10, 30, 22, 7, tzinfo=UTC)
PERIOD = "?from=2026-10-01&to=2026-12-01"

SPOILT = {
    "UPDATE monthly_interaction_counts SET count = count + 1 WHERE event = 'start'": (
        "monthly_interaction_counts",
        {"month": "2026-10-01", "event": "start", "handler_id": 1, "callback_data": ""},
        (1, 2),
    ),
    "UPDATE monthly_active_people SET numbers = (SELECT numbers FROM active_people LIMIT 1)": (
        "monthly_active_people",
        {"month": "2026-10-01"},
        (1, 0),
    ),
    "UPDATE interaction_counts SET count = count + 1 WHERE event = 'start' AND {first}": (
        "interaction_counts",
        {"event": "start", "handler_id": 1, "callback_data": ""},
        (1, 2),
    ),
    "DELETE FROM event_counts WHERE event = 'start' AND {first}": (
        "event_counts",
        {"event": "start"},
        (1, 0),
    ),
    "INSERT INTO start_counts VALUES ('2026-10-30T22:15Z', 'nowhere', 5)": (
        "start_counts",
        {"source": "nowhere"},
        (0, 5),
    ),
    "UPDATE daily_interaction_counts SET count = 7 WHERE day = '2026-10-31' AND event = 'start'": (
        "daily_interaction_counts",
        {"day": "2026-10-31", "event": "start"},
        (1, 7),
    ),
    "DELETE FROM daily_start_counts": ("daily_start_counts", {"source": "promo"}, (1, 0)),
    "UPDATE daily_uses SET moments = numbers || numbers WHERE value = 'prices'": (
        "daily_uses",
        {"kind": "button", "value": "prices"},
        None,
    ),
    "DELETE FROM daily_uses WHERE kind = 'event' AND day = '2026-10-31'": (
        "daily_uses",
        {"day": "2026-10-31", "kind": "event", "value": "start"},
        None,
    ),
    "DELETE FROM daily_active_people WHERE day = '2026-10-31'": (
        "daily_active_people",
        {"day": "2026-10-31"},
        (1, 0),
    ),
    "DELETE FROM active_people WHERE {first}": ("active_people", {"number": 1}, (1, 0)),
    "UPDATE active_people SET quarter = '2026-10-31T01:00Z' WHERE quarter = '2026-10-31T02:00Z'": (
        "active_people",
        {"quarter": "2026-10-31T01:00:00+00:00"},
        (0, 1),
    ),
    "UPDATE people SET first_quarter = '2026-10-30T21:00Z' WHERE user_id = 0": (
        "people",
        {"user_id": 0, "column": "first_quarter"},
        (None, "2026-10-30T21:00:00+00:00"),
    ),
    "UPDATE people SET last_quarter = '2026-10-30T22:00Z' WHERE user_id = 0": (
        "people",
        {"user_id": 0, "column": "last_quarter"},
        ("2026-11-02T10:00:00+00:00", "2026-10-30T22:00:00+00:00"),
    ),
    "DELETE FROM people WHERE user_id = 1": ("people", {"user_id": 1}, None),
}


@pytest.fixture
async def written(database_url: str) -> None:
    """Of three people over three days and a month's border."""
    pool = await connect(database_url, 2)
    await Repository(pool).write(
        [
            interaction(
                n,
                event="start" if n % 5 == 0 else "button_click",
                user_id=n % 3,
                at=FIRST + timedelta(hours=4 * n),
                handler_id=1 + n % 2 if n % 5 == 0 else None,
                callback_data="prices" if n % 5 else None,
                payload="promo" if n % 10 == 0 else None,
            )
            for n in range(18)
        ]
    )
    assert await pack(pool, FIRST + timedelta(days=3)) == 3
    assert await add_up(pool, FIRST + timedelta(days=3)) == 1
    await pool.close()


async def reconciled(api, query=PERIOD):
    response = await api.request("POST", f"/stats/reconcile{query}")
    assert response.status_code == 200, response.text
    return response.json()


@pytest.mark.usefixtures("written")
async def test_what_stats_has_written_agrees_and_each_table_that_was_spoilt_is_named(api, database):
    found = await reconciled(api)
    assert (found["interactions"], found["total"], found["differences"]) == (18, 0, [])
    assert found["compared_from"] == "2026-10-01T00:00:00Z"
    assert found["compared_to"] == "2026-12-01T00:00:00Z"

    wrong = []
    for statement, (table, key, values) in SPOILT.items():
        await database.execute(statement.format(first="quarter = '2026-10-30T22:00Z'"))
        found = await reconciled(api)
        told = [
            one
            for one in found["differences"]
            if one["table"] == table
            and one["key"].items() >= key.items()
            and values in (None, (one["counted"], one["kept"]))
        ]
        if not told or found["total"] != len(found["differences"]):
            wrong.append((statement, found))
    assert wrong == []


@pytest.mark.usefixtures("written")
async def test_a_part_of_a_day_is_compared_in_whole_quarters(api, database):
    await database.execute("UPDATE daily_interaction_counts SET count = 100")
    query = "?from=2026-10-31T03:07&to=2026-10-31T14:20:01&tz=Europe/Berlin"
    found = await reconciled(api, query)
    assert found["compared_from"] == "2026-10-31T02:15:00Z"
    assert found["compared_to"] == "2026-10-31T13:15:00Z"
    assert (found["interactions"], found["total"]) == (2, 0)


@pytest.mark.usefixtures("written")
async def test_differences_are_all_counted_and_the_first_hundred_told(api, database):
    await database.execute(
        "INSERT INTO start_counts SELECT '2026-11-01T00:00Z', 'source ' || n, 1"
        " FROM generate_series(1, 250) AS n"
    )
    found = await reconciled(api)
    assert (found["total"], len(found["differences"])) == (250, 100)


@pytest.mark.usefixtures("written")
async def test_where_rows_are_dropped_the_others_are_compared(api, database):
    await database.fetch("SELECT drop_statistics_partitions($1)", date(2026, 11, 1))
    found = await reconciled(api)
    assert found["kept_from"] == found["compared_from"] == "2026-11-01T00:00:00Z"
    assert (found["interactions"], found["total"]) == (11, 0)


@pytest.mark.usefixtures("written")
async def test_the_command_compares_all_that_is_kept(
    database, database_url, tmp_path, monkeypatch, capsys
):
    settings = Settings(database_url=database_url)
    monkeypatch.setattr(sys, "argv", ["reconcile"])
    await check(settings, asyncio.Event())
    everything = "2026-10-01 00:00 to 2027-01-01 00:00 UTC: 18 interactions, 0 differences\n"
    assert capsys.readouterr().out == everything

    monkeypatch.setattr(sys, "argv", ["reconcile", "--from", "2026-10-31", "--to", "2026-11-01"])
    await database.execute("UPDATE stats_progress SET written = 20")
    await check(settings, asyncio.Event())
    assert "6 interactions, 0 differences" in capsys.readouterr().out

    log = tmp_path / "log"
    environment = {"BOTLOOM_DATABASE_URL": database_url}
    with process("botloom_admin_api.reconcile", environment=environment, log=log) as command:
        assert await asyncio.to_thread(command.wait, 60) == 1
    difference = "stats_progress: column written: the rows give 18, the table has 20"
    assert difference in log.read_text()


def test_the_command_takes_moments_only():
    with pytest.raises(SystemExit) as end:
        read_arguments(["--from", "yesterday"])
    assert end.value.code == 2
