import asyncio
import json
import os
import re
import subprocess
import sys

import pytest
from botloom_admin_api import openapi_document

from .conftest import serving

CONFIGURED = ("handler", "callback", "button", "keyboard")
OPERATIONS = {
    ("get", "/{many}"): "list{Many}",
    ("post", "/{many}"): "create{One}",
    ("get", "/{many}/{{entity_id}}"): "get{One}",
    ("patch", "/{many}/{{entity_id}}"): "update{One}",
    ("delete", "/{many}/{{entity_id}}"): "delete{One}",
}
LIVE = {
    **OPERATIONS,
    ("post", "/{many}/bulk"): "bulk{Many}",
    ("get", "/{many}/{{entity_id}}/uses"): "get{One}Uses",
    ("get", "/{many}/{{entity_id}}/blame"): "blame{One}",
}


def of(one, operations, below, prefix):
    names = {"One": prefix + one.capitalize(), "Many": f"{prefix}{one.capitalize()}s"}
    return {
        (method, below + path.format(many=f"{one}s")): operation_id.format(**names)
        for (method, path), operation_id in operations.items()
    }


def operations(schema):
    return {
        (method, path): operation
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    }


async def test_every_operation_is_described(schema):
    expected = {
        ("get", "/api/v1/stats/summary"): "getSummary",
        ("get", "/api/v1/stats/export"): "exportInteractions",
        ("get", "/api/v1/stats/funnel"): "getFunnel",
        ("get", "/api/v1/stats/unmatched"): "getUnmatched",
        ("get", "/api/v1/stats/stream"): "streamInteractions",
        ("get", "/api/v1/people"): "listPeople",
        ("get", "/api/v1/people/export"): "exportPeople",
        ("get", "/api/v1/people/tags"): "listTags",
        ("post", "/api/v1/people/tags"): "tagPeople",
        ("get", "/api/v1/people/{user_id}"): "getPerson",
        ("patch", "/api/v1/people/{user_id}"): "updatePerson",
        ("delete", "/api/v1/people/{user_id}"): "erasePerson",
        ("get", "/api/v1/people/{user_id}/timeline"): "getTimeline",
        ("get", "/api/v1/stats/series"): "getSeries",
        ("get", "/api/v1/stats/activity"): "getActivity",
        ("get", "/api/v1/stats/heatmap"): "getHeatmap",
        ("get", "/api/v1/stats/retention"): "getRetention",
        ("get", "/api/v1/stats/changes"): "getAroundChange",
        ("get", "/api/v1/stats/daily"): "getDailyUse",
        ("get", "/api/v1/stats/handlers"): "getTopHandlers",
        ("get", "/api/v1/stats/buttons"): "getTopButtons",
        ("get", "/api/v1/stats/sources"): "getTopSources",
        ("get", "/api/v1/stats/languages"): "getTopLanguages",
        ("get", "/api/v1/stats/health"): "getStatsHealth",
        ("post", "/api/v1/stats/reconcile"): "reconcile",
        ("post", "/api/v1/cache/rebuild"): "rebuildCache",
        ("get", "/api/v1/propagation"): "getPropagation",
        ("get", "/api/v1/bot"): "getBot",
        ("post", "/api/v1/explain"): "explain",
        ("get", "/api/v1/lint"): "lint",
        ("get", "/api/v1/map"): "getMap",
        ("get", "/api/v1/drafts"): "listDrafts",
        ("post", "/api/v1/drafts"): "createDraft",
        ("get", "/api/v1/drafts/{draft_id}"): "getDraft",
        ("patch", "/api/v1/drafts/{draft_id}"): "updateDraft",
        ("delete", "/api/v1/drafts/{draft_id}"): "deleteDraft",
        ("get", "/api/v1/drafts/{draft_id}/diff"): "diffDraft",
        ("post", "/api/v1/drafts/{draft_id}/publish"): "publishDraft",
        ("post", "/api/v1/drafts/{draft_id}/explain"): "explainDraft",
        ("get", "/api/v1/drafts/{draft_id}/lint"): "lintDraft",
        ("get", "/api/v1/export"): "exportConfiguration",
        ("post", "/api/v1/plan"): "planConfiguration",
        ("post", "/api/v1/apply"): "applyConfiguration",
        ("post", "/api/v1/auth/login"): "logIn",
        ("post", "/api/v1/auth/token"): "getTokens",
        ("post", "/api/v1/auth/refresh"): "refreshTokens",
        ("get", "/api/v1/auth/me"): "getMe",
        ("post", "/api/v1/auth/logout"): "logOut",
        ("post", "/api/v1/auth/password"): "changePassword",
        ("get", "/api/v1/auth/sessions"): "listSessions",
        ("delete", "/api/v1/auth/sessions/{session_id}"): "endSession",
        ("get", "/api/v1/tokens"): "listTokens",
        ("post", "/api/v1/tokens"): "createToken",
        ("delete", "/api/v1/tokens/{entity_id}"): "revokeToken",
        ("get", "/api/v1/webhooks"): "listWebhooks",
        ("post", "/api/v1/webhooks"): "registerWebhook",
        ("get", "/api/v1/webhooks/{webhook_id}"): "getWebhook",
        ("patch", "/api/v1/webhooks/{webhook_id}"): "updateWebhook",
        ("delete", "/api/v1/webhooks/{webhook_id}"): "deleteWebhook",
        ("post", "/api/v1/webhooks/{webhook_id}/rotate-secret"): "rotateWebhookSecret",
        ("post", "/api/v1/webhooks/{webhook_id}/test"): "testWebhook",
        ("get", "/api/v1/webhooks/{webhook_id}/deliveries"): "listWebhookDeliveries",
        (
            "post",
            "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/replay",
        ): "replayWebhookDelivery",
        ("post", "/api/v1/restore"): "restore",
        ("get", "/api/v1/events"): "listEvents",
        ("get", "/api/v1/events/actors"): "listActors",
        ("get", "/api/v1/events/{seq}"): "getEvent",
        ("get", "/api/v1/events/state"): "getConfigurationAt",
        ("get", "/api/v1/events/diff"): "compareConfigurations",
    }
    for one in CONFIGURED:
        in_draft = {path: name for path, name in LIVE.items() if not name.startswith("blame")}
        expected |= of(one, LIVE, "/api/v1", "")
        expected |= of(one, in_draft, "/api/v1/drafts/{draft_id}", "Draft")
    expected |= of("account", OPERATIONS, "/api/v1", "")
    described = operations(schema)
    assert {key: one["operationId"] for key, one in described.items()} == expected
    assert all(operation["summary"] for operation in described.values())


def printed():
    """The description by another process, whose sets have another order."""
    return subprocess.run(
        [sys.executable, "-m", "botloom_admin_api.describe"],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        check=True,
        capture_output=True,
    ).stdout


async def test_the_description_is_the_same_without_a_server_and_in_every_process(client):
    served = await client.get("/schema/openapi.json")
    assert served.content == await asyncio.to_thread(printed)


OPEN = {"logIn", "getTokens", "refreshTokens"}


async def test_every_operation_but_the_log_in_needs_a_principal_and_answers_with_problems(schema):
    assert schema["info"]["title"] == "Botloom admin API"
    assert schema["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    for operation in operations(schema).values():
        needed = None if operation["operationId"] in OPEN else [{"bearer": []}, {"session": []}]
        assert operation.get("security") == needed
        assert "401" in operation["responses"]
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                problem = response["content"]["application/problem+json"]["schema"]
                assert problem == {"$ref": "#/components/schemas/Problem"}


@pytest.mark.parametrize("path", ["/schema", "/schema/openapi.yaml"])
async def test_the_description_is_open_to_everyone(client, path):
    response = await client.get(path)
    assert response.status_code == 200
    assert "createHandler" in response.text
    assert "cdn" not in response.text


async def test_the_description_is_made_once_for_everyone_who_asks(settings, monkeypatch):
    made = []

    def describe(schema, app, original=openapi_document.describe):
        made.append(app)
        return original(schema, app)

    monkeypatch.setattr(openapi_document, "describe", describe)
    nobody_elses = settings.model_copy(update={"api_limit_per_second": 12345})
    async with serving(nobody_elses) as client:
        texts = [(await client.get("/schema/openapi.yaml")).content for _ in range(3)]
    assert len(made) == 1
    assert len({*texts}) == 1


async def test_requests_and_events_are_metered(api, client):
    await api.create("buttons", label="x", data="x")
    metrics = (await client.get("/metrics")).text
    assert 'botloom_admin_api_events_appended_total{entity="button"}' in metrics
    labels = 'method="POST",route="/api/v1/buttons",status="201"'
    assert f"botloom_admin_api_request_seconds_count{{{labels}}}" in metrics
    assert "botloom_admin_api_relay_lag_events" in metrics


IDS = {"delivery_id": "00000000-0000-4000-8000-000000000000"}


def address(path):
    return re.sub(r"\{(\w+)\}", lambda found: IDS.get(found[1], "1"), path)


async def test_a_nul_character_in_any_query_is_refused_as_described(api, schema):
    for (method, path), operation in operations(schema).items():
        target = address(path).removeprefix("/api/v1") + "?x=%00"
        assert await api.refused(422, method.upper(), target) == [("x", "characters")]
        assert "422" in operation["responses"]


async def test_an_address_tells_which_methods_it_knows(api, schema):
    for path, methods in schema["paths"].items():
        response = await api.request("PUT", address(path).removeprefix("/api/v1"))
        assert response.status_code == 405
        allowed = {one.strip().lower() for one in response.headers["allow"].split(",")}
        assert allowed - {"options"} == set(methods)


async def test_bodies_and_what_is_in_them_have_no_other_fields_than_those_described(schema):
    bodies = [one["requestBody"] for one in operations(schema).values() if "requestBody" in one]
    objects = {}
    waiting = [json.dumps(bodies)]
    while waiting:
        for name in (
            set(re.findall(r'"#/components/schemas/(\w+)"', waiting.pop())) - objects.keys()
        ):
            objects[name] = schema["components"]["schemas"][name]
            waiting.append(json.dumps(objects[name]))
    assert objects.keys() >= {"HandlerFields", "HandlerBulk", "KeyboardOptions", "Reply", "Video"}
    assert all(one["additionalProperties"] is False for one in objects.values())


def kinds_of_items(schema):
    if isinstance(schema, list):
        return [kind for one in schema for kind in kinds_of_items(one)]
    if not isinstance(schema, dict):
        return []
    within = [kind for one in schema.values() for kind in kinds_of_items(one)]
    return within + ([schema["items"]] if schema.get("type") == "array" else [])


async def test_lists_say_what_is_in_them(schema):
    kinds = kinds_of_items(schema)
    assert {} not in kinds
    assert not any({} in kind.get("oneOf", ()) for kind in kinds)
    conditions = schema["components"]["schemas"]["When"]["properties"]["conditions"]
    assert (conditions["minItems"], len(conditions["items"]["oneOf"])) == (1, 5)


async def test_components_have_names_without_modules(schema):
    assert [name for name in schema["components"]["schemas"] if not name.isalnum()] == []


async def test_what_only_answers_have_has_all_of_its_fields(schema):
    components = schema["components"]["schemas"]
    assert set(components["Finding"]["required"]) == set(components["Finding"]["properties"])
    assert "present" not in components["Problem"]["required"]
    assert components["HandlerFields"]["required"] == ["pattern"]


async def test_answers_that_show_a_secret_are_not_to_be_stored(schema):
    not_stored = {
        operation["operationId"]
        for operation in operations(schema).values()
        for response in operation["responses"].values()
        if "Cache-Control" in response["headers"]
    }
    assert not_stored == OPEN | {"createToken", "registerWebhook", "rotateWebhookSecret"}
