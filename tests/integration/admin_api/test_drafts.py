"""Drafts: made, edited, compared, published, dropped; nothing in them is live before."""

import pytest
from support.each import each


async def begin(api, name="summer", **fields):
    made = await api.create("drafts", name=name, **fields)
    return f"/drafts/{made['id']}"


@pytest.fixture
async def start(api):
    """A live handler."""
    return await api.create("handlers", pattern="/start", message="Hi")


async def test_a_draft_has_a_name_and_testers_and_is_listed(api):
    made = await api.create("drafts", name="summer", testers=[9, 5])
    assert (made["name"], made["testers"], made["version"]) == ("summer", [5, 9], 1)
    assert (made["changes"], made["created_by"]) == (0, "token:admin")
    assert made["created_by_name"] == "BOTLOOM_ADMIN_TOKEN"
    assert (await api.get("/drafts"))["items"] == [made]
    assert await api.get(f"/drafts/{made['id']}") == {**made, "conflicts": []}
    changed = await api.patch(f"/drafts/{made['id']}", testers=[9])
    assert (changed["testers"], changed["version"]) == ([9], 2)
    assert await api.patch(f"/drafts/{made['id']}", name="summer") == changed


@each(
    ("fields", "problem"),
    [
        ({"name": ""}, ("name", "length")),
        ({"name": " x"}, ("name", "pattern")),
        ({"name": "x", "testers": [1, 1]}, ("testers", "unique")),
        ({"name": "x", "testers": [0]}, ("testers", "range")),
        ({"name": "x", "testers": list(range(1, 52))}, ("testers", "length")),
        ({"name": "x", "more": 1}, ("more", "unknown_field")),
    ],
)
async def test_what_is_no_draft_is_refused(api, fields, problem):
    found = await api.refused(422, "POST", "/drafts", fields)
    assert [(field.split("[")[0], rule) for field, rule in found] == [problem]


async def test_names_are_unique_and_a_person_tests_one_draft(api):
    await begin(api, testers=[5])
    taken = {"name": "summer"}
    assert await api.refused(409, "POST", "/drafts", taken) == [("name", "unique")]
    second = {"name": "winter", "testers": [4, 5]}
    assert await api.refused(409, "POST", "/drafts", second) == [("testers", "unique")]
    draft = await begin(api, "winter")
    assert await api.refused(409, "PATCH", draft, {"testers": [5]}) == [("testers", "unique")]
    assert await api.refused(409, "PATCH", draft, {"name": "summer"}) == [("name", "unique")]


async def test_changes_in_a_draft_are_seen_in_it_and_nowhere_else(api, start, database):
    draft = await begin(api)
    seq = api.seq
    changed = await api.patch(f"{draft}/handlers/{start['id']}", message="Hello")
    made = await api.create(f"{draft[1:]}/buttons", label="New", data="new")
    assert (changed["message"], changed["version"], made["version"]) == ("Hello", 2, 1)
    assert await api.get(f"{draft}/handlers/{start['id']}") == changed
    assert await api.get(f"{draft}/buttons/{made['id']}") == made
    assert (await api.get(f"{draft}/buttons"))["items"] == [made]
    await api.delete(f"{draft}/handlers/{start['id']}")
    await api.problem(404, "GET", f"{draft}/handlers/{start['id']}")

    assert await api.get(f"/handlers/{start['id']}") == start
    assert (await api.get("/buttons"))["items"] == []
    assert await database.fetchval("SELECT max(seq) FROM config_events") == seq == api.seq
    assert (await api.get(draft))["changes"] == 2
    live = await api.create("buttons", label="Live", data="live")
    assert live["id"] > made["id"]


async def test_each_change_of_a_draft_counts_in_its_version(api, start):
    draft = await begin(api)
    response = await api.request("PATCH", f"{draft}/handlers/{start['id']}", {"message": "Hello"})
    assert response.headers["Botloom-Draft-Version"] == "2"
    assert "Botloom-Config-Seq" not in response.headers
    response = await api.request("PATCH", f"{draft}/handlers/{start['id']}", {"message": "Hello"})
    assert response.headers["Botloom-Draft-Version"] == "2"
    assert (await api.request("GET", draft)).headers["ETag"] == '"2"'
    stale = {"If-Match": '"1"'}
    path = f"{draft}/handlers/{start['id']}"
    response = await api.request("PATCH", path, {"message": "x"}, headers=stale)
    assert response.status_code == 412
    assert (await api.request("DELETE", draft, headers=stale)).status_code == 412


async def test_the_rules_hold_in_a_draft_as_it_stands(api, start):
    draft = await begin(api)
    taken = {"pattern": "/START", "message": "x"}
    handlers = f"{draft}/handlers"
    assert await api.refused(409, "POST", handlers, taken) == [("pattern", "unique")]
    await api.delete(f"{handlers}/{start['id']}")
    second = await api.create(handlers[1:], **taken)
    gone = {"callback_data": "x", "handler_id": start["id"]}
    assert await api.refused(422, "POST", f"{draft}/callbacks", gone) == [("handler_id", "exists")]
    there = {"callback_data": "x", "handler_id": second["id"]}
    await api.create(f"{draft[1:]}/callbacks", **there)
    assert await api.refused(409, "DELETE", f"{handlers}/{second['id']}") == [("id", "in_use")]
    # What the draft made is not there for anyone else.
    assert await api.refused(422, "POST", "/callbacks", there) == [("handler_id", "exists")]


async def test_many_changes_at_once_are_kept_in_a_draft(api, start):
    draft = await begin(api)
    other = await api.create("handlers", pattern="/other", message="x")
    exchanged = {
        "update": [
            {"id": start["id"], "pattern": "/other"},
            {"id": other["id"], "pattern": "/start"},
        ]
    }
    response = await api.request("POST", f"{draft}/handlers/bulk", exchanged)
    assert response.status_code == 200, response.text
    assert (await api.get(draft))["changes"] == 2
    assert (await api.get(f"/handlers/{start['id']}"))["pattern"] == "/start"


async def test_what_a_draft_made_and_deleted_again_was_never_there(api):
    draft = await begin(api)
    made = await api.create(f"{draft[1:]}/buttons", label="x", data="x")
    await api.delete(f"{draft}/buttons/{made['id']}")
    found = await api.get(draft)
    assert (found["changes"], found["version"]) == (0, 3)


async def test_a_draft_is_compared_with_what_is_live(api, start):
    draft = await begin(api)
    await api.patch(f"{draft}/handlers/{start['id']}", message="Hello")
    made = await api.create(f"{draft[1:]}/buttons", label="New", data="new")
    found = await api.get(f"{draft}/diff")
    assert found["conflicts"] == []
    assert [(one["entity"], one["id"], one["change"]) for one in found["items"]] == [
        ("button", made["id"], "created"),
        ("handler", start["id"], "updated"),
    ]
    message = {"field": "message", "before": "Hi", "after": "Hello"}
    assert found["items"][1]["fields"] == [message]
    await api.patch(f"{draft}/handlers/{start['id']}", message="Hi")
    assert [one["entity"] for one in (await api.get(f"{draft}/diff"))["items"]] == ["button"]


async def test_a_published_draft_is_live_at_once_and_gone(api, start, database):
    draft = await begin(api)
    button = await api.create(f"{draft[1:]}/buttons", label="New", data="new")
    layout = [[button["id"]]]
    keyboard = await api.create(f"{draft[1:]}/keyboards", name="menu", layout=layout)
    await api.patch(f"{draft}/handlers/{start['id']}", keyboard_id=keyboard["id"])
    before = api.seq
    response = await api.request("POST", f"{draft}/publish", {})
    assert response.status_code == 200, response.text
    assert response.json() == {"seq": before + 3, "changes": 3}
    assert (await api.get(f"/handlers/{start['id']}"))["keyboard_id"] == keyboard["id"]
    assert (await api.get(f"/keyboards/{keyboard['id']}"))["layout"] == layout
    causes = "SELECT DISTINCT cause FROM config_events WHERE seq > $1"
    assert [row["cause"] for row in await database.fetch(causes, before)] == ["draft:summer"]
    await api.problem(404, "GET", draft)
    assert await database.fetchval("SELECT count(*) FROM draft_changes") == 0


async def test_a_dropped_draft_leaves_nothing(api, start, database):
    draft = await begin(api)
    await api.patch(f"{draft}/handlers/{start['id']}", message="Hello")
    await api.delete(draft)
    await api.problem(404, "GET", draft)
    assert await api.get(f"/handlers/{start['id']}") == start
    assert await database.fetchval("SELECT count(*) FROM draft_changes") == 0


async def test_what_live_changed_since_is_not_overwritten_unseen(api, start):
    draft = await begin(api)
    second = await api.create("handlers", pattern="/second", message="x")
    for one in (start, second):
        await api.patch(f"{draft}/handlers/{one['id']}", message="Of the draft")
        await api.patch(f"/handlers/{one['id']}", message="Of someone else")
    both = [{"entity": "handler", "id": one["id"]} for one in (start, second)]
    assert (await api.get(draft))["conflicts"] == both
    refusal = await api.problem(409, "POST", f"{draft}/publish", {})
    assert (refusal["code"], refusal["conflicts"]) == ("draft_conflict", both)
    refusal = await api.problem(409, "POST", f"{draft}/publish", {"overwrite": both[:1]})
    assert refusal["conflicts"] == both[1:]
    assert (await api.get(f"/handlers/{start['id']}"))["message"] == "Of someone else"
    response = await api.request("POST", f"{draft}/publish", {"overwrite": both})
    assert response.status_code == 200, response.text
    assert (await api.get(f"/handlers/{start['id']}"))["message"] == "Of the draft"


async def test_a_draft_brings_back_what_was_deleted_live_where_it_may(api, start):
    draft = await begin(api)
    await api.patch(f"{draft}/handlers/{start['id']}", message="Of the draft")
    await api.delete(f"/handlers/{start['id']}")
    problem = await api.problem(409, "POST", f"{draft}/publish", {})
    assert problem["code"] == "draft_conflict"
    await api.request("POST", f"{draft}/publish", {"overwrite": True})
    back = await api.get(f"/handlers/{start['id']}")
    assert (back["message"], back["version"]) == ("Of the draft", 2)


async def test_a_draft_that_live_has_outrun_is_refused_by_the_rules_and_stays(api):
    draft = await begin(api)
    made = await api.create(f"{draft[1:]}/handlers", pattern="/new", message="x")
    await api.create("handlers", pattern="/new", message="y")
    problem = await api.problem(409, "POST", f"{draft}/publish", {"overwrite": True})
    assert problem["errors"][0]["field"] == f"handler {made['id']}.pattern"
    assert (await api.get(draft))["changes"] == 1


async def test_a_draft_is_published_as_it_was_looked_at(api, start):
    draft = await begin(api)
    await api.patch(f"{draft}/handlers/{start['id']}", message="Hello")
    seen = (await api.request("GET", f"{draft}/diff")).headers["ETag"]
    await api.patch(f"{draft}/handlers/{start['id']}", message="Hello there")
    response = await api.request("POST", f"{draft}/publish", {}, headers={"If-Match": seen})
    assert response.status_code == 412


async def test_a_draft_is_linted(api):
    draft = await begin(api)
    await api.create(f"{draft[1:]}/buttons", label="x", data="nowhere")
    codes = {one["code"] for one in (await api.get(f"{draft}/lint"))["items"]}
    assert "button_without_callback" in codes
    assert "button_without_callback" not in {
        one["code"] for one in (await api.get("/lint"))["items"]
    }


async def test_a_draft_is_explained_as_its_testers_would_have_it(api, start, config):
    draft = await begin(api)
    await api.patch(f"{draft}/handlers/{start['id']}", message="Hello")
    response = await api.request("POST", f"{draft}/explain", {"text": "/start"})
    assert response.status_code == 200, response.text
    assert response.json()["messages"][0]["params"]["text"] == "Hello"


@each(
    ("method", "path"),
    [
        ("GET", ""), ("PATCH", ""), ("DELETE", ""), ("GET", "/diff"), ("GET", "/lint"),
        ("POST", "/publish"), ("GET", "/handlers"), ("DELETE", "/handlers/1"),
    ],
)  # fmt: skip
@each("draft_id", [9, 2**63])
async def test_a_draft_that_is_not_there_is_not_found(api, method, path, draft_id):
    body = {} if method in ("PATCH", "POST") else None
    await api.problem(404, method, f"/drafts/{draft_id}{path}", body)
