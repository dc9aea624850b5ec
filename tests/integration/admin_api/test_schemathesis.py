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

SAMPLES = 8
"""Of each operation, of requests that fit its description and again of those that do not."""

STORY = ("createButton", "createKeyboard", "createHandler", "createCallback")


def cases(schema) -> Iterator[Case]:
    """Of all operations, those that delete at the end; the same ones in every run."""
    operations = [found.ok() for found in schema.get_all_operations()]
    for operation in sorted(operations, key=lambda one: one.method == "delete"):
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            yield from sample(operation, mode)


def sample(operation, mode) -> list[Case]:
    # What the story has created is found; made up ids are tried by the requests that do not fit.
    known = {"entity_id": 1} if "{entity_id}" in operation.path else None
    fits = mode is GenerationMode.POSITIVE
    strategy = operation.as_strategy(generation_mode=mode, path_parameters=known if fits else None)
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

    import time; t0=time.perf_counter()
    try:
        draw()
    except hypothesis.errors.Unsatisfiable:
        assert not fits, operation.label  # where nothing is asked for, nothing can be wrong
    print('TIME',operation.label,mode,len(found),round(time.perf_counter()-t0,2))
    return found


async def send(client, case: Case, token: str):
    sent = requests.Request(**case.as_transport_kwargs(base_url="http://api")).prepare()
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
    found = set()
    import time, collections
    g=time.perf_counter(); cs=await asyncio.to_thread(list,cases(schema)); g=time.perf_counter()-g; t=time.perf_counter(); st=collections.Counter()
    for case in cs:
        response = await send(client, case, PRINCIPALS[principal])
        st[case.operation.label, response.status_code]+=1
        try:
            case.validate_response(response, checks=CHECKS)
        except BaseException as e:
            found.add(case.operation.label+" "+str(e)[:1500]+"\n"+response.text[:300])
    print("GEN",g,len(cs),"SEND",time.perf_counter()-t); print(st)
    assert not found, "\n\n".join(sorted(found))
