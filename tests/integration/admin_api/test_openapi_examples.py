"""The examples of the description are one story, which is told to the application here."""

import json
import re

import pytest
from botloom_admin_api.app import create_app
from botloom_admin_api.body import decode_body
from botloom_admin_api.openapi_examples import EXAMPLES
from litestar.routes import HTTPRoute
from support.eventually import eventually

STORY = (
    "createButton",
    "listButtons",
    "updateButton",
    "getButton",
    "createKeyboard",
    "listKeyboards",
    "updateKeyboard",
    "getKeyboard",
    "createHandler",
    "listHandlers",
    "updateHandler",
    "getHandler",
    "createCallback",
    "listCallbacks",
    "updateCallback",
    "getCallback",
    "explain",
    "lint",
    "createDraft",
    "listDrafts",
    "updateDraft",
    "updateDraftButton",
    "getDraftButton",
    "diffDraft",
    "getDraft",
    "explainDraft",
    "lintDraft",
    "publishDraft",
    "getSummary",
    "rebuildCache",
    "deleteCallback",
    "deleteHandler",
    "deleteKeyboard",
    "deleteButton",
)
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")


@pytest.fixture
async def operations(client):
    """By their ids: the method, the path and the description."""
    schema = (await client.get("/schema/openapi.json")).json()
    return {
        operation["operationId"]: (method, path, operation)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    }


def timeless(value):
    return json.loads(TIME.sub("a time", json.dumps(value)))


def success(operation):
    (status,) = [one for one in operation["responses"] if one.startswith("2")]
    return int(status), operation["responses"][status]


async def send(api, operation_id, method, path, body):
    if operation_id != "explain":
        return await api.request(method, path, body)
    # It tells of the cache, which comes a moment behind.
    return await eventually(
        lambda: api.request(method, path, body),
        lambda response: response.json().get("seq") == api.seq,
    )


async def test_every_body_and_every_answer_has_an_example(operations):
    for operation_id, (_, _, operation) in operations.items():
        if "requestBody" in operation:
            assert "example" in operation["requestBody"]["content"]["application/json"]
        for status, response in operation["responses"].items():
            for content in response.get("content", {}).values():
                assert "example" in content, (operation_id, status)
    assert EXAMPLES.keys() <= operations.keys()


def test_every_example_of_a_body_has_the_shape_that_the_route_takes(settings):
    shapes = {
        handler.operation_id: handler.parsed_data_field.annotation
        for route in create_app(settings).routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if handler.parsed_data_field is not None
    }
    for operation_id, example in EXAMPLES.items():
        if example.body is not None:
            decode_body(json.dumps(example.body).encode(), shapes[operation_id])


@pytest.mark.usefixtures("config")
async def test_the_examples_are_answered_as_they_say(api, operations):
    for operation_id in STORY:
        method, path, operation = operations[operation_id]
        example = EXAMPLES.get(operation_id)
        path = re.sub(r"\{\w+\}", "1", path.removeprefix("/api/v1"))
        response = await send(api, operation_id, method.upper(), path, example and example.body)
        status, described = success(operation)
        assert response.status_code == status, (operation_id, response.text)
        if "content" in described:
            assert timeless(response.json()) == timeless(example.answer), operation_id
        else:
            assert not response.content
