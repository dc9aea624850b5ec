"""Rows and people as tables, against the rows in the database."""

import csv
import json
import tracemalloc
from datetime import timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import httpx
import pytest
from botloom_admin_api.database import connect_database
from botloom_admin_api.server import serve
from botloom_admin_api.statistics.exported_rows import COLUMNS as COLUMN_NAMES
from botloom_admin_api.statistics.exported_rows import exported_rows
from botloom_admin_api.statistics.periods import Period
from botloom_admin_api.tabular import encoded
from botloom_local.servers import free_port
from sqlalchemy.ext.asyncio import async_sessionmaker
from support.eventually import eventually
from support.in_process import serving
from support.interactions import NOON, interaction, written

from .conftest import TOKEN
from .people import BEGIN, HOUR, crowd

COLUMNS = {
    "update_id": "event_id", "at": "timestamp", "event": "event", "user_id": "user_id",
    "chat_id": "chat_id", "handler_id": "handler_id", "callback_data": "callback_data",
    "payload": "payload", "config_seq": "config_seq",
}  # fmt: skip
PERIODS = (
    (BEGIN - HOUR, BEGIN + 300 * HOUR),
    (BEGIN + 7 * HOUR, BEGIN + 60 * HOUR + timedelta(seconds=1234)),
    (BEGIN + 1000 * HOUR, BEGIN + 2000 * HOUR),
)


def plain(value):
    return value.isoformat().replace("+00:00", "Z") if hasattr(value, "isoformat") else value


def as_csv(value):
    """As a spreadsheet is told."""
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, str) and value[:1] in "=+-@":
        return "'" + value
    return "" if value is None else str(value)


async def exported(api, path, **params):
    response = await api.request("GET", path, params=params)
    assert response.status_code == 200, response.text
    return response


async def read(api, path, **params):
    """The rows; both formats say the same."""
    response = await exported(api, path, format="ndjson", **params)
    assert response.headers["content-type"] == "application/x-ndjson"
    rows = [json.loads(line) for line in response.text.splitlines()]
    table = await exported(api, path, **params)
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["content-disposition"].endswith('.csv"')
    names, *lines = csv.reader(StringIO(table.text, newline=""))
    assert lines == [[as_csv(row[name]) for name in names] for row in rows]
    return rows


@pytest.fixture
async def people(database_url):
    await written(database_url, *crowd())


async def test_the_rows_of_a_period_are_exported_in_the_order_of_time(api, people, database):
    for since, until in PERIODS:
        rows = await database.fetch(
            "SELECT * FROM statistics WHERE timestamp >= $1 AND timestamp < $2"
            " ORDER BY timestamp, event_id", since, until,
        )  # fmt: skip
        period = {"from": since.isoformat(), "to": until.isoformat()}
        assert await read(api, "/stats/export", **period) == [
            {name: plain(row[column]) for name, column in COLUMNS.items()} for row in rows
        ]
    whole = {"from": PERIODS[0][0].isoformat(), "to": PERIODS[0][1].isoformat()}
    text = (await exported(api, "/stats/export", **whole)).text
    assert ",'=1+1," in text


async def test_the_people_of_the_list_are_exported(api, people, database):
    for params in ({}, {"language_code": "ru"}, {"q": "anna", "blocked": "false"}):
        listed = (await api.get("/people", sort="user_id", limit=200, **params))["items"]
        assert await read(api, "/people/export", **params) == listed
    assert await api.refused(422, "GET", "/people/export?limit=1") == [
        ("limit", "unknown_parameter")
    ]


async def test_an_erased_person_has_no_id_in_an_export(api, people, database):
    period = {"from": PERIODS[0][0].isoformat(), "to": PERIODS[0][1].isoformat()}
    before = await read(api, "/stats/export", **period)
    await api.delete("/people/7000000003")
    after = await read(api, "/stats/export", **period)
    assert len(after) == len(before)
    for was, row in zip(before, after, strict=True):
        erased = was["user_id"] == 7_000_000_003
        assert row["user_id"] == (None if erased else was["user_id"])
        private = erased and was["chat_id"] == was["user_id"]
        assert row["chat_id"] == (None if private else was["chat_id"])
    assert 7_000_000_003 not in {one["user_id"] for one in await read(api, "/people/export")}


async def test_an_export_holds_no_more_than_a_few_rows_at_a_time(database_url, database):
    await database.execute("SELECT create_statistics_partition('2026-11-01')")
    await database.execute(
        "INSERT INTO statistics (event, user_id, timestamp, event_id, chat_id, config_seq, payload)"
        " SELECT 'unmatched', 1, $1::timestamptz + n * interval '1 s', n, 1, 1, repeat('x', 200)"
        " FROM generate_series(1, 30000) n",
        NOON,
    )
    for quarter in (NOON, NOON + 8 * HOUR + timedelta(minutes=15)):  # those of the ends
        await database.execute("INSERT INTO event_counts VALUES ($1, 'unmatched', 1)", quarter)
    engine = connect_database(database_url)

    async def size_of(length):
        period = Period(NOON, NOON + length, ZoneInfo("UTC"))
        rows = exported_rows(async_sessionmaker(engine), period)
        return sum([len(piece) async for piece in encoded("csv", COLUMN_NAMES, rows)])

    await size_of(timedelta(minutes=1))  # so that all is loaded
    tracemalloc.start()
    try:
        size = await size_of(timedelta(days=5))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        await engine.dispose()
    assert size > 7_000_000
    assert most < size / 2


async def test_an_export_that_breaks_off_does_not_look_whole(settings, database_url, database):
    """The database ends the connection that reads, behind the first rows."""
    rows = (interaction(number, payload="x" * 200) for number in range(1, 30_001))
    await written(database_url, *rows)
    settings = settings.model_copy(update={"admin_api_port": free_port()})
    address = f"http://127.0.0.1:{settings.admin_api_port}"
    headers = {"Authorization": f"Bearer {TOKEN}"}
    kill = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        " AND application_name = 'botloom-admin-api' AND xact_start IS NOT NULL"
    )
    async with serving(serve, settings), httpx.AsyncClient(base_url=address) as client:
        await eventually(lambda: client.get("/readyz"), lambda one: one.is_success)
        path = "/api/v1/stats/export?from=2026-11-23&to=2026-11-24&format=ndjson"

        async def download():
            async with client.stream("GET", path, headers=headers) as response:
                assert response.status_code == 200
                pieces = response.aiter_bytes()
                await anext(pieces)
                assert await database.fetch(kill)
                async for _ in pieces:
                    pass

        with pytest.raises(httpx.RemoteProtocolError):
            await download()
