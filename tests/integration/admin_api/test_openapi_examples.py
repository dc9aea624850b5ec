"""The examples of the description are one story, which is told to the application here."""

import json
import re
from datetime import UTC, datetime
from functools import partial

import pytest
from botloom_admin_api.app import create_app
from botloom_admin_api.body import decode_body
from botloom_admin_api.openapi_examples import EXAMPLES, OperationExample
from botloom_constructor.identity import Identity
from botloom_contracts.gateway_report import WebhookInfo
from botloom_gateway.telegram_status import TelegramStatus
from litestar.routes import HTTPRoute
from support.eventually import eventually
from support.interactions import interaction, written
from support.receiver import Receiver

from .gateways import gateway

URL = EXAMPLES["registerWebhook"].body["url"]

OF_THE_CONFIGURATION = ("Button", "Keyboard", "Handler", "Callback")
STORY = (
    *(
        operation_id.format(one)
        for one in OF_THE_CONFIGURATION
        for operation_id in ("create{}", "list{}s", "update{}", "get{}")
    ),
    *(f"get{one}Uses" for one in OF_THE_CONFIGURATION),
    "explain",
    "lint",
    "getMap",
    "createDraft",
    "listDrafts",
    "updateDraft",
    "updateDraftButton",
    "getDraftButton",
    "diffDraft",
    "getDraft",
    "explainDraft",
    "lintDraft",
    "getSummary",
    "getFunnel",
    "getUnmatched",
    "updatePerson",
    "listPeople",
    "getPerson",
    "getTimeline",
    "tagPeople",
    "listTags",
    "getSeries",
    "getActivity",
    "getHeatmap",
    "getRetention",
    "getAroundChange",
    "getDailyUse",
    "getTopHandlers",
    "getTopButtons",
    "getTopSources",
    "getTopLanguages",
    "getStatsHealth",
    "reconcile",
    "getPropagation",
    "getBot",
    "rebuildCache",
    *(f"bulk{one}s" for one in OF_THE_CONFIGURATION),
    *(f"blame{one}" for one in OF_THE_CONFIGURATION),
    "listEvents",
    "listActors",
    "getEvent",
    "getConfigurationAt",
    "compareConfigurations",
    "restore",
    "createAccount",
    "listAccounts",
    "updateAccount",
    "getAccount",
    "logIn",
    "getTokens",
    "refreshTokens",
    "getMe",
    "listSessions",
    "endSession",
    "changePassword",
    "logOut",
    "deleteAccount",
    "createToken",
    "listTokens",
    "revokeToken",
    "registerWebhook",
    "listWebhooks",
    "testWebhook",
    "listWebhookDeliveries",
    "replayWebhookDelivery",
    "rotateWebhookSecret",
    "updateWebhook",
    "getWebhook",
    "deleteWebhook",
    "erasePerson",
    "publishDraft",
    *(f"delete{one}" for one in reversed(OF_THE_CONFIGURATION)),
)
TOLD_ELSEWHERE = re.compile(
    r"(export|plan|apply)Configuration"  # `test_as_code`, with documents of their own
    # As live:
    r"|(list|create|update|get|delete|bulk)Draft(Button|Keyboard|Handler|Callback)(s|Uses)?"
    r"|deleteDraft"
    r"|export(Interactions|People)"  # `test_exports`: tables
    r"|streamInteractions"  # `test_live_feed`: without an end
)
OF_THE_ACCOUNT = {
    "getMe",
    "listSessions",
    "endSession",
    "changePassword",
    "logOut",
}
"""Sent by whom `getTokens` has logged in; the others by the token of the tests."""

NEVER_THE_SAME = {
    "access_token",
    "address",
    "after_ms",
    "csrf_token",
    "days",
    "duration_ms",
    "last_four",
    "p50_ms",
    "p99_ms",
    "refresh_token",
    "secret",
    "token",
    "user_agent",
}
SOMETIMES = {"RateLimit", "RateLimit-Policy", "Idempotency-Replayed"}
"""Headers that an answer has for a reason that the story does not give."""

TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.fixture
def operations(schema):
    """By their ids: the method, the path and the description."""
    return {
        operation["operationId"]: (method, path, operation)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    }


def comparable(value):
    """With what differs each time replaced by what kind of value it is."""
    if isinstance(value, dict):
        return {
            name: type(inner).__name__ if name in NEVER_THE_SAME else comparable(inner)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [comparable(one) for one in value]
    if isinstance(value, str):
        return UUID.sub("a UUID", TIME.sub("a time", value))
    return value


def success(operation):
    (status,) = [one for one in operation["responses"] if one.startswith("2")]
    return int(status), operation["responses"][status]


class Teller:
    """Sends the examples, each as `operations` describe it; `known` are values that only the run
    knows, by the name of what they take the place of."""

    def __init__(self, api, operations, known):
        self.api = api
        self.operations = operations
        self.known = known

    async def tell(self, operation_id):
        """The answer; what it makes known is used from then on."""
        send = partial(self._send, operation_id, EXAMPLES.get(operation_id, OperationExample()))
        if operation_id == "explain":  # It tells of the cache, which comes a moment behind.
            response = await eventually(send, lambda one: one.json().get("seq") == self.api.seq)
        else:
            response = await send()
        if operation_id in {"getTokens", "refreshTokens"}:
            self.known |= response.json()
        if operation_id == "testWebhook":
            self.known["delivery_id"] = response.json()["id"]
        return response

    async def _send(self, operation_id, example):
        method, path, operation = self.operations[operation_id]
        headers = {}
        if operation_id in OF_THE_ACCOUNT:
            headers["Authorization"] = f"Bearer {self.known['access_token']}"
        given = {**example.parameters, **self.known}
        names = {place: [] for place in ("query", "path", "header")}
        for parameter in operation.get("parameters", ()):
            names[parameter["in"]].append(parameter["name"])
        path = path.removeprefix("/api/v1").format(
            **{one: given.get(one, 1) for one in names["path"]}
        )
        params = {one: given[one] for one in names["query"] if one in example.parameters}
        body = example.body
        if body is not None:
            body = {name: self.known.get(name, value) for name, value in body.items()}
        return await self.api.request(method.upper(), path, body, params=params, headers=headers)


async def test_every_body_and_every_answer_has_an_example(operations):
    missing = []
    for operation_id, (_, _, operation) in operations.items():
        places = {"body": operation.get("requestBody", {}), **operation["responses"]}
        for place, described in places.items():
            for content in described.get("content", {}).values():
                if "example" not in content:
                    missing.append((operation_id, place))
    assert missing == []
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


def test_every_operation_is_part_of_the_story(operations):
    others = {one for one in operations if TOLD_ELSEWHERE.fullmatch(one)}
    assert {*STORY} == {*operations} - others | {"updateDraftButton", "getDraftButton"}


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"webhook_allowed_networks": "127.0.0.1"})


@pytest.fixture
async def interactions(database_url):
    """Of one person, who came by a link and asked something."""
    anna = {
        "user_id": 7_000_000_001,
        "chat_id": 7_000_000_001,
        "config_seq": 8,
        "first_name": "Anna",
        "last_name": "Petrova",
        "username": "anna",
        "language_code": "ru",
    }
    await written(
        database_url,
        interaction(1, event="start", handler_id=1, payload="ads", **anna),
        interaction(2, event="unmatched", payload="Какая цена?", **anna),
    )


def telegram():
    """Of a gateway whose webhook Telegram has not reached of late."""
    status = TelegramStatus("https://bot.example.com/telegram", "1:token")
    status.webhook = WebhookInfo(
        asked_at=datetime.now(UTC),
        origin="https://bot.example.com",
        own=True,
        pending_update_count=120,
        ip_address="203.0.113.7",
        last_error_date=datetime.now(UTC),
        last_error_message="Connection refused",
        max_connections=100,
        allowed_updates=("callback_query", "message"),
    )
    return status


@pytest.mark.usefixtures("config", "interactions")
async def test_the_examples_are_answered_as_they_say(api, operations, redis):
    async with Receiver().serving() as receiver, gateway(redis, "gateway-1", telegram()) as feed:
        await feed.introduce(Identity("shop_bot", "Shop"))
        teller = Teller(api, operations, {"url": receiver.url})
        for operation_id in STORY:
            response = await teller.tell(operation_id)
            status, described = success(operations[operation_id][2])
            assert response.status_code == status, (operation_id, response.text)
            told = set(described["headers"]) - SOMETIMES
            assert all(name in response.headers for name in told), operation_id
            if "content" not in described:
                assert not response.content
                continue
            text = response.text.replace(receiver.url, URL)
            assert comparable(json.loads(text)) == comparable(EXAMPLES[operation_id].answer), (
                operation_id
            )
