"""The first account, made of the settings."""

import asyncio

import pytest
from botloom_admin_api.accounts.first_owner import FirstOwner, Owner
from botloom_admin_api.auth.passwords import Passwords
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

OWNER = Owner("anna@example.com", "a password of the owner")


@pytest.fixture
async def processes(database_url):
    """Two, as far as the first owner is concerned."""
    engine = create_async_engine(database_url)
    sessions = async_sessionmaker(engine)
    yield [FirstOwner(sessions, Passwords(), OWNER, others_get_in=True) for _ in range(2)]
    await engine.dispose()


async def start(*processes: FirstOwner) -> None:
    async def start_one(process: FirstOwner) -> None:
        async with process.seen_to():
            pass

    await asyncio.gather(*map(start_one, processes))


async def test_two_processes_that_start_together_make_one(processes, database):
    await start(*processes)
    rows = await database.fetch("SELECT email, role, disabled FROM accounts")
    assert rows == [(OWNER.email, "owner", False)]


async def test_where_there_was_ever_an_account_none_is_made(processes, database):
    await database.execute(
        "INSERT INTO accounts (name, role, deleted_at) VALUES ('Gone', 'owner', now())"
    )
    await start(processes[0])
    assert await database.fetchval("SELECT count(*) FROM accounts") == 1


class TestWithoutAnAdminToken:
    @pytest.fixture
    def settings(self, settings):
        owner = {"owner_email": OWNER.email, "owner_password": SecretStr(OWNER.password)}
        return settings.model_copy(update={**owner, "admin_token": None})

    async def test_the_owner_logs_in_at_once_and_no_token_does(self, client):
        answer = await client.post("/api/v1/auth/login", json=OWNER._asdict())
        assert answer.json()["account"]["role"] == "owner"
        client.cookies.clear()
        for token in ("", "None"):
            headers = {"Authorization": f"Bearer {token}"}
            assert (await client.get("/api/v1/auth/me", headers=headers)).status_code == 401
