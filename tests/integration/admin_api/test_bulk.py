import pytest
from support.each import each


async def bulk(api, many, **body):
    response = await api.request("POST", f"/{many}/bulk", body)
    assert response.status_code == 200, response.text
    assert response.headers["botloom-config-seq"] == str(response.json()["seq"])
    return response.json()


@pytest.fixture
async def handlers(api):
    """Two, each at version 1."""
    fields = [{"pattern": f"/{name}", "message": name} for name in "ab"]
    return (await bulk(api, "handlers", create=fields))["created"]


async def test_many_changes_are_one_transaction_and_an_event_each(api, database):
    made = await bulk(api, "buttons", create=[{"label": name, "data": name} for name in "abc"])
    first, second, third = made["created"]
    done = await bulk(
        api,
        "buttons",
        create=[{"label": "d", "data": "d"}],
        update=[{"id": first["id"], "version": 1, "label": "A"}, {"id": second["id"]}],
        delete=[{"id": third["id"], "version": 1}],
    )
    assert [one["label"] for one in done["created"]] == ["d"]
    assert [(one["label"], one["version"]) for one in done["updated"]] == [("A", 2), ("b", 1)]
    assert (done["deleted"], done["seq"]) == ([third["id"]], 6)
    assert [one["label"] for one in (await api.get("/buttons"))["items"]] == ["A", "b", "d"]
    rows = await database.fetch("SELECT type, cause FROM config_events ORDER BY seq")
    kinds = ["created"] * 4 + ["updated", "deleted"]
    assert [tuple(row) for row in rows] == [(f"button.{kind}", "bulk") for kind in kinds]


async def test_two_handlers_exchange_their_patterns(api, handlers):
    one, other = handlers
    changes = [
        {"id": one["id"], "pattern": other["pattern"]},
        {"id": other["id"], "pattern": one["pattern"]},
    ]
    done = await bulk(api, "handlers", update=changes)
    assert [handler["pattern"] for handler in done["updated"]] == ["/b", "/a"]


@each(
    ("body", "problem"),
    [
        ({"create": [{"pattern": "/c", "message": "c"}, {"pattern": "/d"}]}, "create[1].message"),
        ({"create": [{"pattern": "/c", "message": "c"}, {"message": "d"}]}, "create[1].pattern"),
        ({"update": [{"id": 1, "pattern": "re:("}]}, "update[0].pattern"),
        ({"update": [{"message": "x"}]}, "update[0].id"),
        ({"update": [{"id": 1, "keyboard_id": 99}]}, "update[0].keyboard_id"),
        ({"delete": [{"id": 1, "label": "x"}]}, "delete[0].label"),
        ({"create": [{"pattern": f"/{n}", "message": "x"} for n in range(501)]}, "create"),
        ({}, ""),
    ],
)
async def test_problems_name_the_place_and_nothing_is_written(api, handlers, body, problem):
    body = {"update": [{"id": 2, "message": "new"}], **body} if body else body
    errors = await api.refused(422, "POST", "/handlers/bulk", body)
    assert [field for field, _ in errors] == [problem]
    assert (await api.get("/handlers"))["items"] == handlers


async def test_there_are_at_most_500_changes_in_all(api):
    body = {"create": [{"label": "x", "data": "x"}] * 300, "delete": [{"id": 1}] * 201}
    assert await api.refused(422, "POST", "/buttons/bulk", body) == [("", "length")]


async def test_refusals_name_the_place_and_nothing_is_written(api, handlers):
    one, other = handlers
    first = {"id": one["id"], "message": "new"}
    for status, changes, error in [
        (412, {"update": [first, {"id": other["id"], "version": 2}]}, "update[1]"),
        (412, {"update": [first], "delete": [{"id": other["id"], "version": 2}]}, "delete[0]"),
        (404, {"update": [first, {"id": 99, "message": "x"}]}, "update[1]"),
        (404, {"update": [first], "delete": [{"id": other["id"]}] * 2}, "delete[1]"),
        (409, {"update": [first], "create": [{"pattern": "/b", "message": "x"}]},
         "create[0].pattern"),
        (409, {"update": [first, {"id": one["id"], "pattern": "/B"}]}, "update[1].pattern"),
    ]:  # fmt: skip
        response = await api.request("POST", "/handlers/bulk", changes)
        assert response.status_code == status, response.text
        assert [problem["field"] for problem in response.json()["errors"]] == [error]
        assert "etag" not in response.headers
    assert (await api.get("/handlers"))["items"] == handlers
