import pytest
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.batch import Entry
from botloom_runtime.consumer_group import dead_letter, ensure_group
from botloom_stats.app import serve
from botloom_stats.settings import Settings as StatsSettings
from pydantic import SecretStr
from support.eventually import eventually
from support.in_process import serving
from support.interactions import interaction, publish


async def test_it_tells_what_waits_who_works_and_what_is_done(api, settings, redis):
    stats = StatsSettings(
        database_url=settings.database_url, redis_url=settings.redis_url, stats_port=0
    )
    await ensure_group(redis, INTERACTIONS)
    await publish(redis, *(interaction(n % 3) for n in range(5)))
    await redis.xreadgroup(INTERACTIONS.group, "dead", {INTERACTIONS.name: ">"}, count=2)
    waiting = await api.get("/stats/health")
    assert (waiting["lag"], waiting["pending"], waiting["stream_length"]) == (3, 2, 5)
    assert waiting["oldest_unwritten_seconds"] >= waiting["oldest_pending_seconds"] > 0
    assert (waiting["written"], waiting["last_write"]) == (0, None)
    assert [(one["name"], one["pending"]) for one in waiting["consumers"]] == [("dead", 2)]

    ((_, [*left]),) = await redis.xreadgroup(INTERACTIONS.group, "dead", {INTERACTIONS.name: "0"})
    await dead_letter(redis, INTERACTIONS, [Entry(*left[0])], "a reason")
    await redis.xack(INTERACTIONS.name, INTERACTIONS.group, left[1][0])
    async with serving(serve, stats):

        async def health():
            return await api.get("/stats/health")

        done = await eventually(
            health, lambda found: found["written"] == 3 and not found["pending"]
        )
    assert (done["status"], done["lag"], done["dead_letters"]) == ("ok", 0, 1)
    assert len(done["consumers"]) == 1 + stats.stats_readers
    assert done["last_write"] is not None
    assert done["oldest_unwritten_seconds"] is None


class TestWithRedisAway:
    @pytest.fixture
    def settings(self, settings):
        return settings.model_copy(update={"redis_url": SecretStr("redis://127.0.0.1:1/0")})

    async def test_it_is_to_be_asked_again(self, api):
        problem = await api.problem(503, "GET", "/stats/health")
        assert problem["code"] == "unavailable"
