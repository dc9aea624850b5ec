"""What the tests of webhooks share."""

from datetime import datetime

from support.eventually import eventually


async def change(api):
    """One event of the log."""
    await api.create("buttons", label="x", data="x")


async def deliveries(api, webhook, **params):
    """The newest first."""
    return (await api.get(f"/webhooks/{webhook['id']}/deliveries", **params))["items"]


async def settled(api, webhook, *states):
    """The deliveries, once they are in these states, the newest first."""

    async def look():
        return await deliveries(api, webhook)

    return await eventually(look, lambda found: [one["state"] for one in found] == list(states))


async def tried(api, webhook, attempts):
    """The newest delivery, once so many attempts have ended and it waits for the next."""

    async def look():
        return next(iter(await deliveries(api, webhook)), {"attempts": []})

    return await eventually(look, lambda found: len(found["attempts"]) == attempts)


def seconds(earlier, later):
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()


async def let_time_pass(database):
    """What is to be tried again, and whoever wanted to be left alone, is due now."""
    async with database.transaction():
        await database.execute("UPDATE webhooks SET quiet_until = NULL")
        await database.execute(
            "UPDATE webhook_deliveries SET next_attempt_at = now() WHERE state = 'pending'"
        )
        await database.execute("NOTIFY webhooks")
