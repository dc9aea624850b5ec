"""Many editors at once, over two processes of the service."""

import asyncio

import pytest
from botloom_config.repository import snapshot
from botloom_contracts.cache import CONFIG_SEQ, ENTRY_PREFIXES
from botloom_contracts.codec import decode_entry
from botloom_contracts.streams import CONFIG_CHANGES
from sqlalchemy.ext.asyncio import create_async_engine
from support.eventually import eventually

WRITERS = 20
ROUNDS = 2
CHANGES = 50
"""Of a writer in a round."""


async def add(api, path, word):
    """As an editor does who looks at the present text again after a refusal."""
    refusals = 0
    while True:
        present = await api.request("GET", path)
        body = {"message": f"{present.json()['message']} {word}"}
        headers = {"If-Match": present.headers["etag"]}
        answer = await api.request("PATCH", path, body, headers=headers)
        if answer.status_code == 200:
            return refusals
        assert answer.status_code == 412
        refusals += 1


async def test_editors_of_one_object_lose_nothing(api, second_api):
    handler = await api.create("handlers", pattern="/start", message="words:")
    path = f"/handlers/{handler['id']}"
    words = [f"word{number}" for number in range(10)]
    adding = [add(api if n % 2 else second_api, path, word) for n, word in enumerate(words)]
    refusals = sum(await asyncio.gather(*adding))
    assert refusals > 0
    changed = await api.get(path)
    assert sorted(changed["message"].split()[1:]) == sorted(words)
    assert changed["version"] == 1 + len(words)


async def write(api, number, keyboard_id):
    """One writer's rounds, each of as many changes."""

    async def bulk(**body):
        answer = await api.request("POST", "/handlers/bulk", body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    for turn in range(ROUNDS):
        names = [f"/{number}_{turn}_{n}" for n in range(30)]
        fields = [{"pattern": one, "message": "hi", "keyboard_id": keyboard_id} for one in names]
        created = (await bulk(create=fields))["created"]
        for one in created[:4]:
            await api.patch(f"/handlers/{one['id']}", pattern=f"{one['pattern']}x", message="bye")
        swapped = zip(created[4:6], (created[5], created[4]), strict=True)
        await bulk(
            update=[{"id": one["id"], "pattern": other["pattern"]} for one, other in swapped],
            delete=[{"id": one["id"]} for one in created[20:]],
        )
        label = {"label": f"{number} {turn}", "data": "x"}
        button = await api.create("buttons", **label)
        await api.patch(f"/keyboards/{keyboard_id}", layout=[[button["id"]]])
        await api.create("callbacks", callback_data=f"{number}:{turn}", handler_id=created[0]["id"])
        await api.patch(f"/buttons/{button['id']}", label=f"{number} {turn}!")


@pytest.mark.long
@pytest.mark.usefixtures("config")
async def test_changes_of_many_writers_come_in_order_and_the_cache_is_that_of_the_tables(
    api, second_api, redis, database_url, database
):
    # The stream is trimmed behind what all groups have read, so this one keeps it.
    await redis.xgroup_create(CONFIG_CHANGES.name, "kept", id="0", mkstream=True)
    button = await api.create("buttons", label="x", data="x")
    keyboards = [
        await api.create("keyboards", name=str(number), layout=[[button["id"]]])
        for number in range(3)
    ]
    begun = 1 + len(keyboards)
    await asyncio.gather(
        *(
            write(api if number % 2 else second_api, number, keyboards[number % 3]["id"])
            for number in range(WRITERS)
        )
    )
    last = await database.fetchval("SELECT max(seq) FROM config_events")
    assert last == begun + WRITERS * ROUNDS * CHANGES
    await eventually(lambda: redis.get(CONFIG_SEQ), lambda found: found == str(last).encode(), 60)

    # One relay published all along: nothing comes again.
    entries = await redis.xrange(CONFIG_CHANGES.name)
    assert [decode_entry(fields).seq for _, fields in entries] == list(range(1, last + 1))

    assert await cached(redis) == await expected(database_url)


async def cached(redis):
    keys = [key for prefix in ENTRY_PREFIXES async for key in redis.scan_iter(f"{prefix}*")]
    return dict(zip(map(bytes.decode, keys), await redis.mget(keys), strict=True))


async def expected(database_url):
    engine = create_async_engine(database_url)
    try:
        async with snapshot(engine) as rows:
            return await rows.all_entries()
    finally:
        await engine.dispose()
