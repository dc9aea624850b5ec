import pytest
from support.each import each


async def test_a_handler_needs_no_more_than_a_pattern_and_a_message(api):
    created = await api.create("handlers", pattern="/start", message="Привет, {first_name}!")
    stamps = [created.pop(name) for name in ("id", "created_at", "updated_at")]
    assert created == {
        "version": 1,
        "pattern": "/start",
        "action": [{"type": "reply"}],
        "message": "Привет, {first_name}!",
        "photo_url": None,
        "keyboard_id": None,
        "parse_mode": "HTML",
        "media": [],
        "options": {},
        "title": None,
        "enabled": True,
        "priority": 0,
    }
    assert stamps[1] == stamps[2]
    assert stamps[1].endswith("Z")


async def test_what_was_created_is_read_at_its_location(api):
    response = await api.request("POST", "/handlers", {"pattern": "/start", "message": "hi"})
    location = response.headers["location"]
    assert location == f"/api/v1/handlers/{response.json()['id']}"
    assert await api.get(location.removeprefix("/api/v1")) == response.json()


async def test_a_patch_changes_the_given_fields_only(api):
    created = await api.create("handlers", pattern="/start", message="hi", title="Greeting")
    path = f"/handlers/{created['id']}"
    patched = await api.patch(path, message="hello", title=None)
    assert patched == created | {
        "message": "hello",
        "title": None,
        "version": 2,
        "updated_at": patched["updated_at"],
    }
    assert patched["updated_at"] > created["updated_at"]
    assert await api.get(path) == patched


async def test_a_deleted_handler_is_gone(api):
    created = await api.create("handlers", pattern="/start", message="hi")
    path = f"/handlers/{created['id']}"
    await api.delete(path)
    for method in ("GET", "DELETE"):
        await api.problem(404, method, path)
    await api.problem(404, "PATCH", path, {"message": "hello"})


async def test_handlers_are_listed_by_pages_in_the_order_of_their_ids(api):
    created = [await api.create("handlers", pattern=f"/c{n}", message="hi") for n in range(5)]
    pages = []
    cursor = {}
    while cursor is not None:
        page = await api.get("/handlers", limit=2, **cursor)
        pages.append(page["items"])
        cursor = {"cursor": page["next_cursor"]} if page["next_cursor"] else None
    assert [len(items) for items in pages] == [2, 2, 1]
    assert [item for items in pages for item in items] == created


async def test_a_page_that_is_full_and_the_last_has_no_next_one(api):
    await api.create("handlers", pattern="/a", message="hi")
    await api.create("handlers", pattern="/b", message="hi")
    assert (await api.get("/handlers", limit=2))["next_cursor"] is None


@pytest.mark.parametrize(
    ("first", "second"),
    [("Привет", "привет"), ("/start", "/START"), ("как  дела", " Как дела "), ("*", "*")],
)
async def test_one_pattern_written_in_two_ways_is_refused_the_second_time(api, first, second):
    holder = await api.create("handlers", pattern=first, message="hi")
    problem = await api.problem(409, "POST", "/handlers", {"pattern": second, "message": "hi"})
    assert problem["errors"] == [
        {
            "field": "pattern",
            "rule": "unique",
            "detail": f"handler {holder['id']} has it already",
        }
    ]
    assert problem["conflicts"] == [{"entity": "handler", "id": holder["id"]}]


async def test_a_disabled_handler_takes_no_pattern_until_it_is_enabled(api):
    await api.create("handlers", pattern="/start", message="hi")
    spare = await api.create("handlers", pattern="/start", message="hi", enabled=False)
    path = f"/handlers/{spare['id']}"
    assert await api.refused(409, "PATCH", path, {"enabled": True}) == [("pattern", "unique")]
    await api.patch(path, enabled=True, pattern="/begin")


@each(
    ("fields", "error"),
    [
        ({"pattern": "  "}, ("pattern", "required")),
        ({"pattern": "re:("}, ("pattern", "regex")),
        ({"pattern": "a\0b"}, ("pattern", "characters")),
        ({"message": "<b>bold"}, ("message", "markup")),
        ({"message": "x" * 40_961}, ("message", "length")),
        ({"message": None}, ("message", "required")),
        ({"photo_url": "not an address"}, ("photo_url", "url")),
        ({"keyboard_id": 404}, ("keyboard_id", "exists")),
        ({"keyboard_id": 2**63}, ("keyboard_id", "range")),
        ({"parse_mode": "Markdown"}, ("parse_mode", "choice")),
        ({"priority": 1001}, ("priority", "range")),
        ({"action": []}, ("action", "length")),
        ({"action": [{"type": "dance"}]}, ("action[0].type", "choice")),
        ({"action": [{"type": "toast"}]}, ("action[0].text", "required")),
        (
            {"action": [{"type": "reply"}, {"type": "show", "handler_id": 404}]},
            ("action[1].handler_id", "exists"),
        ),
        (
            {"action": [{"type": "show", "handler_id": 2**70}]},
            ("action[0].handler_id", "exists"),
        ),
    ],
)
async def test_a_broken_rule_is_named_with_its_field(api, fields, error):
    body = {"pattern": "/start", "message": "hi"} | fields
    assert await api.refused(422, "POST", "/handlers", body) == [error]


async def test_all_broken_rules_are_named_at_once(api):
    body = {"pattern": "", "message": "<i>", "keyboard_id": 404}
    assert await api.refused(422, "POST", "/handlers", body) == [
        ("pattern", "required"),
        ("message", "markup"),
        ("keyboard_id", "exists"),
    ]


async def test_a_handler_that_only_shows_another_needs_no_message(api):
    shown = await api.create("handlers", pattern="/menu", message="menu")
    step = {"type": "show", "handler_id": shown["id"]}
    created = await api.create("handlers", pattern="/start", action=[step])
    assert created["action"] == [step]


async def test_handlers_that_show_each_other_in_a_circle_are_refused(api):
    first = await api.create("handlers", pattern="/a", message="a")
    second = await api.create(
        "handlers", pattern="/b", action=[{"type": "show", "handler_id": first["id"]}]
    )
    for shown in (first, second):
        body = {"action": [{"type": "show", "handler_id": shown["id"]}]}
        refused = await api.refused(422, "PATCH", f"/handlers/{first['id']}", body)
        assert refused == [("action", "loop")]


async def test_a_handler_in_use_names_its_users(api):
    menu = await api.create("handlers", pattern="/menu", message="menu")
    show = [{"type": "show", "handler_id": menu["id"]}]
    start = await api.create("handlers", pattern="/start", action=show)
    edits = await api.create("callbacks", callback_data="menu", handler_id=menu["id"])
    shows = await api.create("callbacks", callback_data="back", action=show)

    path = f"/handlers/{menu['id']}"
    problem = await api.problem(409, "DELETE", path)
    users = [("handler", start["id"]), ("callback", edits["id"]), ("callback", shows["id"])]
    assert [(one["field"], one["rule"]) for one in problem["errors"]] == [("id", "in_use")]
    assert [(one["entity"], one["id"]) for one in problem["conflicts"]] == users

    await api.delete(f"/handlers/{start['id']}")
    await api.delete(f"/callbacks/{edits['id']}")
    await api.delete(f"/callbacks/{shows['id']}")
    await api.delete(path)


async def test_a_message_that_a_callback_shows_can_not_be_removed(api):
    handler = await api.create("handlers", pattern="/menu", message="menu")
    await api.create("callbacks", callback_data="menu", handler_id=handler["id"])
    body = {"message": None, "action": [{"type": "toast", "text": "hi"}]}
    refused = await api.refused(422, "PATCH", f"/handlers/{handler['id']}", body)
    assert refused == [("message", "required")]
