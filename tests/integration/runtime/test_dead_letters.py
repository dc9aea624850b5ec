"""The command of operators, on a real Redis."""

import asyncio
from pathlib import Path

import pytest
from botloom_contracts.streams import CONFIG_CHANGES, INTERACTIONS, Stream
from botloom_runtime.batch import Entry
from botloom_runtime.consumer_group import dead_letter, ensure_group
from botloom_runtime.dead_letters.__main__ import read_arguments, run
from redis.asyncio import Redis
from support.processes import process

DATA = b'{"type":"Interaction","update_id":"two"}'


async def letter(redis: Redis, number: int, stream: Stream = INTERACTIONS) -> str:
    """The id of a new one."""
    await ensure_group(redis, stream)
    entry = Entry(b"%d-0" % number, {b"data": DATA})
    await dead_letter(redis, stream, [entry], "it does not decode", "expected int,\ngot str")
    ((letter_id, _),) = await redis.xrevrange(stream.dead_letters, count=1)
    return letter_id.decode()


async def test_they_are_listed_shown_and_replayed(
    redis: Redis, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = await letter(redis, 1), await letter(redis, 2)
    assert await run(read_arguments(["list"]), redis)
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == "interactions.dead: 2 letters"
    assert [line.split()[0] for line in lines] == [first, second]
    assert lines[0].endswith("it does not decode: expected int, got str")

    assert await run(read_arguments(["show", second]), redis)
    shown = capsys.readouterr().out
    for told in ("entry    2-0", "expected int,\ngot str", '"update_id": "two"', "replays  0"):
        assert told in shown

    assert await run(read_arguments(["replay", second]), redis)
    ((entry_id, fields),) = await redis.xrange(INTERACTIONS.name)
    assert fields == {b"data": DATA, b"id": b"2-0", b"replays": b"1"}
    assert entry_id.decode() in capsys.readouterr().out
    assert [one.decode() for one, _ in await redis.xrange(INTERACTIONS.dead_letters)] == [first]


async def test_one_that_fails_again_comes_back_with_its_first_id_and_more_replays(
    redis: Redis, capsys: pytest.CaptureFixture[str]
) -> None:
    await letter(redis, 1)
    for _ in range(2):
        assert await run(read_arguments(["replay", "--all"]), redis)
        ((entry_id, fields),) = await redis.xrange(INTERACTIONS.name)
        await dead_letter(redis, INTERACTIONS, [Entry(entry_id, fields)], "still", None)
        await redis.xdel(INTERACTIONS.name, entry_id)
    ((_, fields),) = await redis.xrange(INTERACTIONS.dead_letters)
    told = {b"reason": b"still", b"replays": b"2"}
    assert fields == {b"data": DATA, b"id": b"1-0", **told}
    capsys.readouterr()
    assert await run(read_arguments(["list"]), redis)
    assert capsys.readouterr().out.endswith("still (replayed 2×)\n")


async def test_what_is_not_there_is_told_and_the_others_are_done(
    redis: Redis, capsys: pytest.CaptureFixture[str]
) -> None:
    there = await letter(redis, 1, CONFIG_CHANGES)
    of_config = ["--stream", "config-changes", "replay"]
    assert not await run(read_arguments([*of_config, "5-5", "what?", there]), redis)
    told = capsys.readouterr().err
    assert "5-5: there is no such letter" in told
    assert "what?: " in told
    assert await redis.xlen(CONFIG_CHANGES.name) == 1
    assert await redis.xlen(CONFIG_CHANGES.dead_letters) == 0


@pytest.mark.parametrize(
    ("arguments", "url", "code"),
    [
        (["list"], None, 0),
        (["replay", "5-5"], None, 1),
        (["list"], "redis://127.0.0.1:1/0", 1),
        (["replay"], None, 2),
        (["forget"], None, 2),
    ],
)
async def test_the_exit_code_tells_how_it_went(
    redis_url: str, tmp_path: Path, arguments: list[str], url: str | None, code: int
) -> None:
    environment = {"BOTLOOM_REDIS_URL": url or redis_url}
    log = tmp_path / "log"
    with process(
        "botloom_runtime.dead_letters", *arguments, environment=environment, log=log
    ) as command:
        assert await asyncio.to_thread(command.wait, 30) == code, log.read_text()
    assert "Traceback" not in log.read_text()
