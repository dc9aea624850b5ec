import pytest
from support.each import each

PLURALS = ("handlers", "callbacks", "buttons", "keyboards")


async def test_a_problem_has_the_shape_of_rfc_9457(api):
    body = {"label": "x", "data": "y" * 65}
    assert await api.problem(422, "POST", "/buttons", body) == {
        "type": "urn:botloom:problem:invalid",
        "code": "invalid",
        "title": "Unprocessable Entity",
        "status": 422,
        "detail": "data: has 65 bytes in UTF-8; 1 to 64 are allowed",
        "errors": [
            {
                "field": "data",
                "rule": "bytes",
                "detail": "has 65 bytes in UTF-8; 1 to 64 are allowed",
            }
        ],
        "conflicts": [],
    }


@each(
    "headers",
    [
        {},
        {"Authorization": "Bearer of-another-service"},
        {"Authorization": "Basic a-token-of-the-tests"},
        {"Authorization": "Bearer"},
        {"Authorization": b"Bearer \xff\xfe"},
    ],
)
@each("path", ["handlers", "handlers/1", "stats/summary"])
async def test_without_a_valid_token_nothing_is_told(client, headers, path):
    response = await client.get(f"/api/v1/{path}", headers=headers)
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["code"] == "unauthorized"


async def test_the_token_comes_before_the_body(client):
    response = await client.post("/api/v1/handlers", content=b"{")
    assert response.status_code == 401


@pytest.mark.parametrize("body", [b"{", b'{"label": }', b"\xff\xfe", b'{"label": "a\nb"}'])
async def test_what_is_no_json_is_malformed(api, body):
    response = await api.request("POST", "/buttons", content=body)
    assert response.status_code == 400
    assert response.json()["code"] == "malformed"


@each(
    ("body", "error"),
    [
        (b"", ("", "required")),
        (b"null", ("", "type")),
        (b"[]", ("", "type")),
        (b"{}", ("label", "required")),
        (b'{"label": 5}', ("label", "type")),
        (b'{"label": "x", "data": "a", "colour": 1}', ("colour", "unknown_field")),
        (rb'{"label": "a\u0000b", "data": "a"}', ("label", "characters")),
        (rb'{"label": "\ud800", "data": "a"}', ("label", "characters")),
        (rb'{"label": "a", "data": "\udc00x"}', ("data", "characters")),
    ],
)
async def test_json_of_another_shape_is_named_by_field_and_rule(api, body, error):
    response = await api.request("POST", "/buttons", content=body)
    assert response.status_code == 422, response.text
    assert [(one["field"], one["rule"]) for one in response.json()["errors"]] == [error]


async def test_a_nul_inside_of_a_step_is_named_by_its_place(api):
    body = rb'{"callback_data": "a", "action": [{"type": "toast", "text": "\u0000"}]}'
    response = await api.request("POST", "/callbacks", content=body)
    assert [one["field"] for one in response.json()["errors"]] == ["action[0].text"]


async def test_an_escaped_backslash_before_u0000_is_no_nul(api):
    response = await api.request("POST", "/buttons", content=rb'{"label": "\\u0000", "data": "a"}')
    assert response.json()["label"] == r"\u0000"


async def test_deep_nesting_is_refused(api):
    response = await api.request("POST", "/keyboards", content=b'{"layout":' + b"[" * 100_000)
    assert response.status_code in {400, 422}


async def test_a_body_over_1_mib_is_too_large(api):
    response = await api.request("POST", "/buttons", content=b" " * (2**20 + 1))
    assert response.status_code == 413
    assert response.json()["code"] == "too_large"


@each("plural", PLURALS)
@each("entity_id", ["1", "0", "-1", str(2**63), "9" * 5000])
async def test_an_id_that_is_not_there_is_not_found(api, plural, entity_id):
    for method, body in (("GET", None), ("DELETE", None), ("PATCH", {})):
        problem = await api.problem(404, method, f"/{plural}/{entity_id}", body)
        assert problem["code"] == "not_found"


async def test_an_unknown_address_and_method_are_problems_too(api):
    assert (await api.problem(404, "GET", "/gadgets"))["code"] == "not_found"
    assert (await api.problem(405, "PUT", "/handlers"))["code"] == "method_not_allowed"


@each(
    ("query", "error"),
    [
        ("limit=0", ("limit", "range")),
        ("limit=201", ("limit", "range")),
        ("limit=many", ("limit", "type")),
        ("cursor=%F0%9F%98%80", ("cursor", "cursor")),
        ("cursor=LTU", ("cursor", "cursor")),
        ("cursor=" + "OTk5" * 30, ("cursor", "cursor")),
    ],
)
async def test_bad_parameters_are_named(api, query, error):
    assert await api.refused(422, "GET", f"/handlers?{query}") == [error]
