import pytest
import structlog
from pydantic import SecretStr
from structlog.testing import capture_logs
from support.each import each

PROCESSORS = [structlog.contextvars.merge_contextvars]


@pytest.fixture
def lines():
    with capture_logs(processors=PROCESSORS) as found:
        yield found


async def test_an_id_that_is_given_is_in_the_answer_and_in_the_log(api, lines):
    headers = {"X-Request-Id": "a-b.c_1"}
    response = await api.request("GET", "/handlers/7", headers=headers)
    assert response.headers["x-request-id"] == "a-b.c_1"
    (line,) = [one for one in lines if one["event"] == "request"]
    assert line.pop("milliseconds") > 0
    assert line == {
        "event": "request",
        "log_level": "info",
        "method": "GET",
        "path": "/api/v1/handlers/{entity_id}",
        "status": 404,
        "actor": "token:admin",
        "request_id": "a-b.c_1",
    }


@each("given", [None, "", "x" * 129, "a b", "<id>", "é".encode()])
async def test_without_a_good_id_a_new_one_is_made(client, given):
    headers = {} if given is None else {"X-Request-Id": given}
    ids = {(await client.get("/healthz", headers=headers)).headers["x-request-id"] for _ in "12"}
    assert len(ids) == 2
    assert all(len(one) == 32 for one in ids)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("PUT", "/api/v1/handlers", 405), ("GET", "/api/v1/handlers", 401)],
)
async def test_refusals_have_an_id_and_a_line_too(client, lines, method, path, status):
    response = await client.request(method, path, params={"token": "secret"})
    assert response.status_code == status
    (line,) = [one for one in lines if one["event"] == "request"]
    assert line["request_id"] == response.headers["x-request-id"]
    assert (line["method"], line["status"], line["actor"]) == (method, status, None)
    assert "secret" not in str(lines)


class TestWithoutTables:
    @pytest.fixture
    def settings(self, settings, empty_database_url):
        return settings.model_copy(update={"database_url": SecretStr(empty_database_url)})

    async def test_the_line_of_an_error_has_the_id_of_its_answer(self, api, lines):
        response = await api.request("GET", "/buttons")
        assert response.status_code == 500
        failed, request = [one for one in lines if "request" in one["event"]]
        assert failed["request_id"] == request["request_id"] == response.headers["x-request-id"]


async def test_probes_are_logged_quietly(client, lines):
    await client.get("/healthz")
    assert [one["log_level"] for one in lines if one["event"] == "request"] == ["debug"]
