"""The description holds, for every role: whatever fits it, and whatever does not, is answered as it
says.

`BOTLOOM_SAMPLES` says how many requests are tried of each; `just samples` takes 20.

https://schemathesis.readthedocs.io
"""

import os
import re
from typing import NamedTuple
from uuid import UUID

import hypothesis
import pytest
import requests
import schemathesis
from botloom_admin_api.openapi_examples import EXAMPLES
from botloom_admin_api.settings import Settings
from hypothesis import HealthCheck, Phase
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from support.accounts import PASSWORD, add_account
from support.eventually import eventually
from support.interactions import interaction, written

from .conftest import JWT_SECRET, TOKEN

# The cases are made once in each process, which takes long, and minutes for `just samples`.
pytestmark = [pytest.mark.xdist_group("schemathesis"), pytest.mark.timeout(600)]

SAMPLES = int(os.environ.get("BOTLOOM_SAMPLES", "2"))
"""Of each operation, of requests that fit its description and again of those that do not."""

SEED = 4
"""Its requests are made in 12 s, those of others in up to 21; with some, nobody gets to 422."""

URL_MAX = 60_000

STORY = ("createButton", "createKeyboard", "createHandler", "createCallback", "createDraft")
DELIVERY = UUID("7c9e6679-7425-40de-944b-e07fc1f90ae7")
KNOWN = {
    "entity_id": 1,
    "draft_id": 1,
    "webhook_id": 1,
    "delivery_id": str(DELIVERY),
    "session_id": 1,
    "seq": 1,
    "user_id": 7_000_000_001,
}
"""There is something with these ids, and nobody who is logged in."""

LEFT_OUT = re.compile(
    r"/drafts/\{draft_id\}/(handlers|callbacks|keyboards)|/(callbacks|keyboards)/bulk|/stats/stream"
)
"""What is the same as outside of drafts, where buttons stand for all; bulks, for which handlers and
buttons stand; and what does not end."""

REFUSING = "http://127.0.0.1:9/"
"""Where nothing listens: https://www.rfc-editor.org/rfc/rfc863"""

EXPECTED = {
    "nobody": {401, 422},
    "viewer": {200, 204, 403, 404, 422},
    "editor": {200, 202, 204, 403, 404, 422},
    "owner": {200, 201, 202, 204, 404, 422},
}
"""Some of the statuses that each gets, or else the requests would not get far."""

ALWAYS = {"content-type", "content-length"}
"""Headers that a description does not name."""


def only_documented_headers(_, response, case: Case) -> None:
    described = case.operation.definition.raw["responses"][str(response.status_code)]
    names = {name.lower() for name in described["headers"]} | ALWAYS
    unknown = {name.lower() for name in response.headers} - names
    if unknown:
        message = f"{response.status_code} has {', '.join(sorted(unknown))}"
        raise Failure(operation=case.operation.label, title="Undocumented headers", message=message)


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    only_documented_headers,
]


class Trial(NamedTuple):
    """The requests of one operation."""

    is_open: bool
    """It needs no principal."""
    ends_session: bool
    cases: list[Case]


@pytest.fixture(scope="module")
def trials(schema) -> list[Trial]:
    """Those that delete at the end, the log-out last; the same ones in every run."""
    found = schemathesis.openapi.from_dict(schema).get_all_operations()
    operations = [one.ok() for one in found]
    operations = [one for one in operations if not LEFT_OUT.search(one.path)]
    modes = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    trials = [
        Trial(
            "security" not in one.definition.raw,
            one.path.endswith("/logout"),
            [case for mode in modes for case in sample(one, mode)],
        )
        for one in sorted(operations, key=lambda one: one.method == "delete")
    ]
    return sorted(trials, key=lambda one: one.ends_session)


def sample(operation, mode) -> list[Case]:
    # What there is is found; made up ids are tried by the requests that do not fit.
    fits = mode is GenerationMode.POSITIVE
    known = {name: value for name, value in KNOWN.items() if f"{{{name}}}" in operation.path}
    strategy = operation.as_strategy(
        generation_mode=mode, path_parameters=known if fits and known else None
    )
    found: list[Case] = []

    @hypothesis.seed(SEED)
    @hypothesis.settings(
        max_examples=SAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(strategy)
    def draw(case: Case) -> None:
        found.append(case)

    try:
        draw()
    except hypothesis.errors.Unsatisfiable:
        assert not fits, operation.label  # where nothing is asked for, nothing can be wrong
    return found


@pytest.fixture
def settings(database_url, redis_url) -> Settings:
    """With a limit that is told and not reached."""
    return Settings(
        database_url=database_url,
        redis_url=redis_url,
        admin_token=TOKEN,
        jwt_secret=JWT_SECRET,
        api_limit_per_second=1000,
        webhook_allowed_networks="127.0.0.1",
    )


@pytest.fixture
async def furnished(api, config, database, database_url):
    """There is one of everything, with the ids of `KNOWN`; the session is added by `log_in`."""
    for operation_id in STORY:
        plural = operation_id.removeprefix("create").lower() + "s"
        await api.create(plural, **EXAMPLES[operation_id].body)
    await add_account(database, "editor")
    await written(database_url, interaction(1, first_name="Anna"))
    await api.create("tokens", name="x", role="viewer")
    await api.create("webhooks", name="x", url=REFUSING, paused=True)
    await api.request("POST", "/webhooks/1/test")
    await database.execute("UPDATE webhook_deliveries SET id = $1", DELIVERY)
    await eventually(
        lambda: api.request("POST", "/explain", {"text": "/start"}),
        lambda response: response.status_code == 200,
    )


async def log_in(client, database, principal: str) -> dict[str, str]:
    """What to send as headers. Logs in twice: the first session can be ended."""
    if principal == "nobody":
        return {}
    email = f"{principal}@example.com"
    await add_account(database, principal, email)
    body = {"email": email, "password": PASSWORD}
    for _ in range(2):
        tokens = (await client.post("/api/v1/auth/token", json=body)).json()
    return {"Authorization": f"Bearer {tokens['access_token']}"}


async def send(client, case: Case, headers: dict[str, str]):
    """None for an address that is longer than any client sends."""
    sent = requests.Request(**case.as_transport_kwargs(base_url="http://api")).prepare()
    if len(sent.url) > URL_MAX:
        return None
    headers = {**sent.headers, **headers}
    return await client.request(sent.method, sent.url, headers=headers, content=sent.body)


@pytest.mark.usefixtures("furnished")
@pytest.mark.parametrize("principal", EXPECTED)
async def test_every_answer_is_one_that_the_description_knows(trials, client, database, principal):
    headers = await log_in(client, database, principal)
    statuses = set()
    for trial in trials:
        if trial.is_open and headers:
            continue  # who sends it makes no difference
        if trial.ends_session and headers:
            # Nothing before has done so, or else the requests since were refused for that.
            assert (await client.get("/api/v1/auth/me", headers=headers)).status_code == 200
        for case in trial.cases:
            response = await send(client, case, headers)
            if response is None:
                continue
            case.validate_response(response, checks=CHECKS)
            statuses.add(response.status_code)
            if response.status_code in {401, 403} and not trial.is_open:
                break  # before anything else of the request counts
    assert EXPECTED[principal] <= statuses
