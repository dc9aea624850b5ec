"""Steps of actions: what is saved is read back, and each broken rule is named with its place."""

import pytest
from support.each import each

REPLY = {"type": "reply"}
STOP = {"type": "stop"}
WHEN = {"type": "when", "conditions": [{"type": "language", "among": ["ru"]}], "then": [REPLY]}
ASK = {"type": "ask", "variable": "city", "question": "Where?"}
REQUEST = {"type": "request", "url": "https://api.example.org/"}

STEPS = [
    REPLY,
    {"type": "edit"},
    {"type": "delete"},
    {"type": "toast", "text": "Hi, {first_name}"},
    {"type": "alert", "text": "{var.city|nowhere}"},
    {"type": "wait", "seconds": 30 * 24 * 3600},
    {"type": "typing"},
    {"type": "typing", "action": "upload_photo"},
    {"type": "notify", "chat": -1001234567890, "text": "{text}"},
    {"type": "forward", "chat": "@support"},
    {"type": "approve"},
    {"type": "decline"},
    {"type": "set", "variable": "visits", "add": 1.5},
    {"type": "set", "variable": "plan", "value": "{1}"},
    {"type": "set", "variable": "plan"},
    {"type": "random", "choices": [{"steps": [REPLY], "weight": 3}, {"steps": []}]},
    WHEN,
    {
        "type": "when",
        "conditions": [
            {"type": "chat", "among": ["private", "group"]},
            {"type": "variable", "name": "age", "operator": "greater", "value": "17"},
            {"type": "variable", "name": "age", "operator": "is_set", "negate": True},
            {"type": "person", "field": "premium"},
            {"type": "person", "field": "username", "operator": "contains", "value": "{1}"},
            {"type": "subscribed", "chat": "@news"},
            {"type": "subscribed", "chat": -1001234567890, "negate": True},
        ],
        "then": [WHEN],
        "otherwise": [STOP],
        "match": "any",
    },
    ASK,
    {
        "type": "ask",
        "variable": "size",
        "question": "Which?",
        "answer": "choice",
        "choices": ["S", "M"],
        "retry": "One of the two.",
        "cancel": "Never mind",
        "attempts": 2,
        "timeout_seconds": 60,
        "on_cancel": [REPLY],
        "on_timeout": [STOP],
    },
    REQUEST,
    {
        "type": "request",
        "url": "https://api.example.org/{user_id}?q={text}",
        "method": "POST",
        "headers": {"X-Key": "{var.key}"},
        "body": {"name": "{full_name}", "list": [1, 2.5, None, True, {"x": "{text}"}]},
        "save": {"price": "items[0].price", "whole": ""},
        "timeout_seconds": 2.5,
        "on_error": [REPLY],
    },
    STOP,
]


@pytest.mark.parametrize("plural", ["handlers", "callbacks"])
async def test_steps_of_every_type_are_read_back_as_they_were_written(api, plural):
    shown = await api.create("handlers", pattern="/shown", message="Hi")
    steps = [*STEPS, {"type": "show", "handler_id": shown["id"]}]
    fields = (
        {"pattern": "/start", "message": "Hi"}
        if plural == "handlers"
        else {"callback_data": "start", "handler_id": shown["id"]}
    )
    created = await api.create(plural, **fields, action=[REPLY])
    path = f"/{plural}/{created['id']}"
    for version, step in enumerate(steps[1:], start=2):
        changed = await api.patch(path, action=[step])
        assert (changed["action"], changed["version"]) == ([step], version)
        assert await api.get(path) == changed
        assert await api.patch(path, action=[step]) == changed


BROKEN = {
    "toast": [
        ({}, "text", "required"),
        ({"text": ""}, "text", "length"),
        ({"text": "x" * 201}, "text", "length"),
        ({"text": "{{first_name}} {surname}"}, "text", "placeholder"),
        ({"text": "{time@Moscow}"}, "text", "placeholder"),
        ({"text": "{var.Name}"}, "text", "placeholder"),
        ({"text": "{10}"}, "text", "placeholder"),
        ({"text": " "}, "text", "required"),
        ({"text": "x", "colour": 1}, "colour", "unknown_field"),
        ({"text": 5}, "text", "type"),
    ],
    "alert": [({"text": "x" * 201}, "text", "length")],
    "show": [
        ({}, "handler_id", "required"),
        ({"handler_id": "1"}, "handler_id", "type"),
        ({"handler_id": 404}, "handler_id", "exists"),
    ],
    "wait": [
        ({}, "seconds", "required"),
        ({"seconds": 0}, "seconds", "range"),
        ({"seconds": 30 * 24 * 3600 + 1}, "seconds", "range"),
        ({"seconds": 1.5}, "seconds", "type"),
    ],
    "typing": [({"action": "sleeping"}, "action", "choice")],
    "notify": [
        ({"text": "x"}, "chat", "required"),
        ({"chat": 0, "text": "x"}, "chat", "chat"),
        ({"chat": 2**70, "text": "x"}, "chat", "chat"),
        ({"chat": "support", "text": "x"}, "chat", "chat"),
        ({"chat": None, "text": "x"}, "chat", "type"),
        ({"chat": 1, "text": "x" * 3001}, "text", "length"),
        ({"chat": 1, "text": "{surname}"}, "text", "placeholder"),
    ],
    "forward": [({"chat": "@a b"}, "chat", "chat")],
    "set": [
        ({}, "variable", "required"),
        ({"variable": "Name", "value": "x"}, "variable", "variable"),
        ({"variable": "x" * 33, "value": "x"}, "variable", "variable"),
        ({"variable": "x", "value": "x" * 1025}, "value", "length"),
        ({"variable": "x", "value": "{surname}"}, "value", "placeholder"),
        ({"variable": "x", "value": "x", "add": 1}, "add", "exclusive"),
        ({"variable": "x", "add": 1e16}, "add", "range"),
    ],
    "random": [
        ({"choices": []}, "choices", "length"),
        ({"choices": [{"steps": []}]}, "choices", "length"),
        ({"choices": [{"steps": []}] * 21}, "choices", "length"),
        ({"choices": [{"steps": []}, {"weight": 1}]}, "choices[1].steps", "required"),
        ({"choices": [{"steps": [], "weight": 0}] * 2}, "choices[0].weight", "range"),
        ({"choices": [{"steps": [], "weight": 1001}] * 2}, "choices[0].weight", "range"),
        (
            {"choices": [{"steps": []}, {"steps": [REPLY, {"type": "toast", "text": ""}]}]},
            "choices[1].steps[1].text",
            "length",
        ),
    ],
    "when": [
        ({"then": [REPLY]}, "conditions", "required"),
        ({"then": [REPLY], "conditions": []}, "conditions", "length"),
        (WHEN | {"conditions": WHEN["conditions"] * 11}, "conditions", "length"),
        (WHEN | {"then": []}, "then", "required"),
        (WHEN | {"match": "none"}, "match", "choice"),
        (WHEN | {"then": [REPLY, {"type": "dance"}]}, "then[1].type", "choice"),
        (WHEN | {"then": ["reply"]}, "then[0]", "type"),
        (WHEN | {"then": REPLY}, "then", "type"),
        (WHEN | {"otherwise": [REPLY, {}]}, "otherwise[1].type", "required"),
        (WHEN | {"then": [WHEN | {"otherwise": [STOP | {"x": 1}]}]},
         "then[0].otherwise[0].x", "unknown_field"),
        (WHEN | {"then": [REPLY, REQUEST | {"url": "nowhere"}]}, "then[1].url", "url"),
        (WHEN | {"then": [STOP, REPLY]}, "then[1]", "unreachable"),
        (WHEN | {"otherwise": [REPLY] * 21}, "otherwise", "length"),
    ],
    "ask": [
        ({"question": "?"}, "variable", "required"),
        (ASK | {"variable": "var.city"}, "variable", "variable"),
        (ASK | {"question": "x" * 4097}, "question", "length"),
        (ASK | {"question": "{surname}"}, "question", "placeholder"),
        (ASK | {"question": "", "cancel": "No"}, "question", "required"),
        (ASK | {"question": "", "answer": "phone"}, "question", "required"),
        (ASK | {"answer": "colour"}, "answer", "choice"),
        (ASK | {"answer": "choice"}, "choices", "required"),
        (ASK | {"choices": ["a"]}, "choices", "unused"),
        (ASK | {"answer": "choice", "choices": ["a"] * 51}, "choices", "length"),
        (ASK | {"answer": "choice", "choices": ["a", ""]}, "choices[1]", "length"),
        (ASK | {"answer": "choice", "choices": ["a", "x" * 129]}, "choices[1]", "length"),
        (ASK | {"answer": "choice", "choices": ["a", 5]}, "choices[1]", "type"),
        (ASK | {"retry": ""}, "retry", "length"),
        (ASK | {"retry": "{surname}"}, "retry", "placeholder"),
        (ASK | {"cancel": ""}, "cancel", "length"),
        (ASK | {"attempts": 0}, "attempts", "range"),
        (ASK | {"attempts": 21}, "attempts", "range"),
        (ASK | {"timeout_seconds": 9}, "timeout_seconds", "range"),
        (ASK | {"timeout_seconds": 7 * 24 * 3600 + 1}, "timeout_seconds", "range"),
        (ASK | {"on_cancel": [{"type": "wait", "seconds": 0}]}, "on_cancel[0].seconds", "range"),
        (ASK | {"on_timeout": [{"type": "show", "handler_id": 404}]},
         "on_timeout[0].handler_id", "exists"),
    ],
    "request": [
        ({}, "url", "required"),
        (REQUEST | {"url": "ftp://a.b"}, "url", "url"),
        (REQUEST | {"url": "https://{text}/"}, "url", "url"),
        (REQUEST | {"url": "https://me:secret@a.b/"}, "url", "url"),
        (REQUEST | {"url": "https://a.b:99999/"}, "url", "url"),
        (REQUEST | {"url": "https://a.b/" + "x" * 2048}, "url", "length"),
        (REQUEST | {"url": "https://a.b/{surname}"}, "url", "placeholder"),
        (REQUEST | {"method": "HEAD"}, "method", "choice"),
        (REQUEST | {"headers": {"X Y": "z"}}, "headers.X Y", "header"),
        (REQUEST | {"headers": {"X": "x" * 1025}}, "headers.X", "length"),
        (REQUEST | {"headers": {"X": "{surname}"}}, "headers.X", "placeholder"),
        (REQUEST | {"headers": {"X": 5}}, "headers", "type"),
        (REQUEST | {"headers": {f"X{n}": "" for n in range(21)}}, "headers", "length"),
        (REQUEST | {"body": 1}, "body", "unused"),
        (REQUEST | {"method": "PUT", "body": "x" * 16_384}, "body", "length"),
        (REQUEST | {"method": "POST", "body": {"a": ["", "{surname}"]}},
         "body.a[1]", "placeholder"),
        (REQUEST | {"save": {"Price": "x"}}, "save.Price", "variable"),
        (REQUEST | {"save": {"price": "a b"}}, "save.price", "path"),
        (REQUEST | {"save": {"price": "x" * 257}}, "save.price", "path"),
        (REQUEST | {"save": {f"x{n}": "" for n in range(21)}}, "save", "length"),
        (REQUEST | {"save": {"x": ["a"]}}, "save", "type"),
        (REQUEST | {"timeout_seconds": 0}, "timeout_seconds", "range"),
        (REQUEST | {"timeout_seconds": 31}, "timeout_seconds", "range"),
        (REQUEST | {"on_error": [REPLY, {"type": "stop"}, REPLY]}, "on_error[2]", "unreachable"),
    ],
}  # fmt: skip

BROKEN_CONDITIONS = [
    ({}, "type", "required"),
    ({"type": "moon"}, "type", "choice"),
    ({"type": "language"}, "among", "required"),
    ({"type": "language", "among": []}, "among", "length"),
    ({"type": "language", "among": ["x"] * 51}, "among", "length"),
    ({"type": "chat", "among": ["forum"]}, "among[0]", "choice"),
    ({"type": "variable", "name": "a b"}, "name", "variable"),
    ({"type": "variable", "name": "a", "operator": "like"}, "operator", "choice"),
    ({"type": "variable", "name": "a", "value": "x" * 257}, "value", "length"),
    ({"type": "variable", "name": "a", "value": "{surname}"}, "value", "placeholder"),
    ({"type": "variable", "name": "a", "operator": "is_set", "value": "1"}, "value", "unused"),
    ({"type": "variable", "name": "a", "operator": "contains"}, "value", "required"),
    ({"type": "person", "field": "age"}, "field", "choice"),
    ({"type": "person", "field": "username", "operator": "contains"}, "value", "required"),
    ({"type": "person", "field": "premium", "value": "yes"}, "value", "unused"),
    ({"type": "subscribed", "chat": "news"}, "chat", "chat"),
    ({"type": "subscribed", "chat": 1, "negate": "no"}, "negate", "type"),
]


@each("step", BROKEN)
async def test_a_broken_rule_of_a_step_is_named_with_its_place(api, step):
    for fields, field, rule in BROKEN[step]:
        action = [REPLY, {"type": step} | fields]
        body = {"pattern": "/start", "message": "Hi", "action": action}
        refused = await api.refused(422, "POST", "/handlers", body)
        assert refused == [(f"action[1].{field}", rule)], fields


async def test_a_broken_rule_of_a_condition_is_named_with_its_place(api):
    for condition, field, rule in BROKEN_CONDITIONS:
        when = WHEN | {"conditions": [*WHEN["conditions"], condition]}
        body = {"pattern": "/start", "message": "Hi", "action": [WHEN | {"then": [when]}]}
        refused = await api.refused(422, "POST", "/handlers", body)
        assert refused == [(f"action[0].then[0].conditions[1].{field}", rule)], condition


def nested(depth, innermost):
    steps = innermost
    for _ in range(depth):
        steps = [WHEN | {"then": steps}]
    return steps


@pytest.mark.parametrize("depth", [5, 200, 400])
async def test_steps_too_deep_are_refused_however_deep(api, depth):
    body = {"pattern": "/start", "message": "Hi", "action": nested(depth, [REPLY])}
    refused = await api.refused(422, "POST", "/handlers", body)
    assert ("action" + "[0].then" * 4, "depth") in refused


def handler_with_body(json):
    step = f'{{"type": "request", "url": "https://a.b", "method": "POST", "body": {json}}}'
    return f'{{"pattern": "/start", "message": "Hi", "action": [{step}]}}'.encode()


@pytest.mark.parametrize(
    ("depth", "status"), [(20, 201), (21, 422), (500, 422), (900, 422), (5000, 400)]
)
async def test_the_body_of_a_request_is_at_most_20_lists_deep(api, depth, status):
    content = handler_with_body("[" * depth + "]" * depth)
    response = await api.request("POST", "/handlers", content=content)
    assert response.status_code == status, response.text
    if status == 422:
        (error,) = response.json()["errors"]
        assert (error["field"], error["rule"]) == ("action[0].body", "depth")


@pytest.mark.parametrize("number", ["1" + "0" * 30, "9" * 4000, "1e300", "-1e-300"])
async def test_any_number_of_json_may_stand_in_the_body_of_a_request(api, number):
    response = await api.request("POST", "/handlers", content=handler_with_body(number))
    assert response.status_code == 201, response.text


async def test_placeholders_of_the_message_are_held_to_the_same_names(api):
    body = {"pattern": "/start", "message": "Hi, {surname}"}
    problem = await api.problem(422, "POST", "/handlers", body)
    (error,) = problem["errors"]
    assert (error["field"], error["rule"]) == ("message", "placeholder")
    assert "{{surname}}" in error["detail"]
    await api.create("handlers", pattern="/start", message="Hi, {{surname}} {var.surname|x}")


async def test_named_groups_of_an_expression_are_placeholders_of_its_handler_only(api):
    fields = {
        "message": "Order {order}, {1}",
        "action": [WHEN | {"then": [REPLY, {"type": "toast", "text": "{order}"}]}],
    }
    created = await api.create("handlers", pattern=r"re:^order (?P<order>\d+)$", **fields)
    path = f"/handlers/{created['id']}"
    errors = [("action[0].then[1].text", "placeholder"), ("message", "placeholder")]
    assert await api.refused(422, "PATCH", path, {"pattern": r"re:^order (\d+)$"}) == errors
    assert await api.refused(422, "POST", "/handlers", {"pattern": "order *"} | fields) == errors
    step = {"type": "toast", "text": "{order}"}
    body = {"callback_data": "order:*", "action": [step]}
    refused = await api.refused(422, "POST", "/callbacks", body)
    assert refused == [("action[0].text", "placeholder")]
