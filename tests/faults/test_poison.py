"""An interaction that ends each process which takes it."""

import asyncio

import asyncpg
from botloom_contracts.streams import INTERACTIONS
from redis.asyncio import Redis
from support.eventually import eventually
from support.interactions import interaction, publish
from support.system import System

POISON = 13
TRAP = f"""
CREATE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN PERFORM pg_advisory_xact_lock({POISON}); RETURN NEW; END';
CREATE TRIGGER trap BEFORE INSERT ON statistics
    FOR EACH ROW WHEN (NEW.event_id = {POISON}) EXECUTE FUNCTION trap();
"""
TRAPPED = f"SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = {POISON}"  # noqa: S608 - a constant


async def test_it_ends_in_the_dead_letters_alone_and_the_others_are_written(
    system: System, redis: Redis, database: asyncpg.Connection
) -> None:
    await database.execute("SELECT create_statistics_partition($1)", interaction(0).at.date())
    await database.execute(TRAP)
    await database.execute("SELECT pg_advisory_lock($1)", POISON)
    await publish(redis, *(interaction(n) for n in range(60)))

    quickly = {"BOTLOOM_STATS_IDLE_SECONDS": "0.2"}

    async def killed() -> int:
        """As soon as a process has come to the poison. Returns its connection."""
        with system.service("stats", **quickly) as process:
            query = f"{TRAPPED} AND NOT granted"
            found: int = await eventually(lambda: database.fetchval(query))
            process.kill()
            await asyncio.to_thread(process.wait)
        return found

    for _ in range(5):
        await database.execute("SELECT pg_terminate_backend($1, 5000)", await killed())
    with system.service("stats", **quickly):
        await eventually(lambda: redis.xlen(INTERACTIONS.dead_letters))
        rows = "SELECT count(*) FROM statistics"
        await eventually(lambda: database.fetchval(rows), lambda count: count == 59)
    ((_, letter),) = await redis.xrange(INTERACTIONS.dead_letters)
    assert b'"update_id":13,' in letter[b"data"]
    assert letter[b"reason"] == b"delivered 5 times without being acknowledged"
    assert b"the process ended" in letter[b"error"]
    await database.execute("DROP TRIGGER trap ON statistics; DROP FUNCTION trap")
