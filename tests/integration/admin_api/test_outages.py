import pytest
from pydantic import SecretStr


async def test_a_restart_of_postgresql_fails_no_later_request(api, database):
    await api.create("buttons", label="x", data="x")
    await database.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await api.create("buttons", label="y", data="y")
    assert len((await api.get("/buttons"))["items"]) == 2


class TestWithoutPostgresql:
    @pytest.fixture
    def settings(self, settings):
        url = "postgresql+asyncpg://postgres@/botloom?host=/nonexistent"
        return settings.model_copy(update={"database_url": SecretStr(url)})

    async def test_the_service_lives_but_is_not_ready(self, client):
        assert (await client.get("/healthz")).json() == {"status": "alive"}
        answer = await client.get("/readyz")
        assert answer.status_code == 503
        assert answer.json() == {"status": "not ready", "reason": "PostgreSQL does not answer"}

    async def test_requests_are_to_be_tried_again_later(self, api):
        for method, body in (("GET", None), ("POST", {"label": "x", "data": "x"})):
            response = await api.request(method, "/buttons", body)
            assert response.status_code == 503
            assert response.headers["retry-after"] == "1"
            assert response.json()["code"] == "unavailable"


class TestWithoutTables:
    @pytest.fixture
    def settings(self, settings, empty_database_url):
        return settings.model_copy(update={"database_url": SecretStr(empty_database_url)})

    async def test_an_error_of_the_server_tells_nothing_of_its_inside(self, api):
        problem = await api.problem(500, "GET", "/buttons")
        assert problem["detail"] == "An error of the server; its log has the details."
