"""The description holds: whatever fits it, and whatever does not, is answered as it says.

https://schemathesis.readthedocs.io
"""

import asyncio
from collections.abc import Iterator

import hypothesis
import pytest
import requests
import schemathesis
from botloom_admin_api.openapi_examples import EXAMPLES
from hypothesis import HealthCheck, Phase
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from support.eventually import eventually

from .conftest import TOKEN

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
PRINCIPALS = {"owner": TOKEN}
"""The bearer token of each, by what the test is called; one line makes it run for another."""

SAMPLES = 6
"""Of each operation, of requests that fit its description and again of those that do not."""

URL_MAX = 60_000

STORY = ("createButton", "createKeyboard", "createHandler", "createCallback", "createDraft")


def cases(schema) -> Iterator[Case]:
    """Of all operations, those that delete at the end; the same ones in every run."""
    operations = [found.ok() for found in schema.get_all_operations()]
    for operation in sorted(operations, key=lambda one: one.method == "delete"):
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            yield from sample(operation, mode)


def sample(operation, mode) -> list[Case]:
    # What the story has created is found; made up ids are tried by the requests that do not fit.
    known = {name: 1 for name in ("entity_id", "draft_id") if f"{{{name}}}" in operation.path}
    fits = mode is GenerationMode.POSITIVE
    strategy = operation.as_strategy(
        generation_mode=mode, path_parameters=known if fits and known else None
    )
    found: list[Case] = []

    @hypothesis.seed(0)
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


async def send(client, case: Case, token: str):
    """None for an address that is longer than any client sends."""
    sent = requests.Request(**case.as_transport_kwargs(base_url="http://api")).prepare()
    if len(sent.url) > URL_MAX:
        return None
    headers = {**sent.headers, "Authorization": f"Bearer {token}"}
    return await client.request(sent.method, sent.url, headers=headers, content=sent.body)


@pytest.mark.usefixtures("config")
@pytest.mark.parametrize("principal", PRINCIPALS)
async def test_every_answer_is_one_that_the_description_knows(api, client, principal):
    schema = schemathesis.openapi.from_dict((await client.get("/schema/openapi.json")).json())
    for operation_id in STORY:
        plural = operation_id.removeprefix("create").lower() + "s"
        await api.create(plural, **EXAMPLES[operation_id].body)
    await eventually(
        lambda: api.request("POST", "/explain", {"text": "/start"}),
        lambda response: response.status_code == 200,
    )
    # In a thread, for it takes seconds, in which the other services have work to do.
    statuses = set()
    for case in await asyncio.to_thread(list, cases(schema)):
        response = await send(client, case, PRINCIPALS[principal])
        if response is not None:
            case.validate_response(response, checks=CHECKS)
            statuses.add(response.status_code)
    assert {200, 404, 422} <= statuses
