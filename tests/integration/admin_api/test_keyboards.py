import pytest
from support.each import each


@pytest.fixture
async def buttons(api):
    """The ids of three callback buttons."""
    return [(await api.create("buttons", label=data, data=data))["id"] for data in "abc"]


async def test_a_keyboard_is_inline_by_default(api, buttons):
    first, second, third = buttons
    created = await api.create("keyboards", name="menu", layout=[[first, second], [third]])
    assert created["kind"] == "inline"
    assert created["layout"] == [[first, second], [third]]


async def test_options_of_a_reply_keyboard_are_kept(api):
    button = await api.create("buttons", label="Menu", kind="text")
    options = {"one_time": True, "placeholder": "Choose"}
    created = await api.create(
        "keyboards", name="menu", kind="reply", layout=[[button["id"]]], options=options
    )
    assert created["options"] == options
    assert await api.get(f"/keyboards/{created['id']}") == created


@pytest.mark.parametrize("unknown", [404, 2**63 - 1])
async def test_an_unknown_button_is_named_by_its_place(api, buttons, unknown):
    body = {"name": "menu", "layout": [[buttons[0], unknown]]}
    assert await api.refused(422, "POST", "/keyboards", body) == [("layout[0][1]", "exists")]


@each(
    ("fields", "error"),
    [
        ({"layout": []}, ("layout", "length")),
        ({"layout": [[1, "2"]]}, ("layout[0][1]", "type")),
        ({"layout": [[2**63]]}, ("layout[0][0]", "range")),
        ({"layout": [[1]] * 301}, ("layout", "length")),
        ({"layout": [[1]] * 1001, "options": {"page_rows": 9}}, ("layout", "length")),
        (
            {"layout": [], "kind": "remove", "options": {"resize": False}},
            ("options.resize", "unused"),
        ),
        ({"layout": {"0": []}}, ("layout", "type")),
        ({"name": ""}, ("name", "length")),
        ({"options": {"colour": "red"}}, ("options.colour", "unknown_field")),
        ({"kind": "round"}, ("kind", "choice")),
    ],
)
async def test_a_broken_rule_is_named_with_its_field(api, fields, error):
    body = {"name": "menu", "layout": [[1]]} | fields
    assert await api.refused(422, "POST", "/keyboards", body) == [error]


async def test_a_row_has_at_most_8_buttons(api, buttons):
    body = {"name": "menu", "layout": [[buttons[0]] * 9]}
    assert await api.refused(422, "POST", "/keyboards", body) == [("layout[0]", "length")]


async def test_names_are_unique(api, buttons):
    holder = await api.create("keyboards", name="menu", layout=[buttons])
    body = {"name": "menu", "layout": [buttons]}
    problem = await api.problem(409, "POST", "/keyboards", body)
    assert problem["errors"][0]["field"] == "name"
    assert problem["conflicts"] == [{"entity": "keyboard", "id": holder["id"]}]


async def test_a_change_of_kind_holds_the_buttons_against_it(api, buttons):
    keyboard = await api.create("keyboards", name="menu", layout=[buttons[:2]])
    refused = await api.refused(422, "PATCH", f"/keyboards/{keyboard['id']}", {"kind": "reply"})
    assert refused == [("layout[0][0]", "button_kind"), ("layout[0][1]", "button_kind")]


async def test_a_keyboard_of_a_handler_is_not_deleted(api, buttons):
    keyboard = await api.create("keyboards", name="menu", layout=[buttons])
    fields = {"pattern": "/start", "message": "hi", "keyboard_id": keyboard["id"]}
    handler = await api.create("handlers", **fields)
    path = f"/keyboards/{keyboard['id']}"
    problem = await api.problem(409, "DELETE", path)
    assert problem["errors"][0]["rule"] == "in_use"
    assert problem["conflicts"] == [{"entity": "handler", "id": handler["id"]}]
    await api.patch(f"/handlers/{handler['id']}", keyboard_id=None)
    await api.delete(path)


async def test_a_keyboard_by_pages_may_have_1000_buttons(api):
    button = await api.create("buttons", label="x", data="x")
    fields = {"name": "menu", "layout": [[button["id"]] * 4] * 250}
    assert await api.refused(422, "POST", "/keyboards", fields) == [("layout", "length")]
    options = {"page_rows": 25}
    assert await api.refused(422, "POST", "/keyboards", fields | {"options": options}) == [
        ("options.page_rows", "length")
    ]
    created = await api.create("keyboards", **fields, options={"page_rows": 24})
    assert created["options"] == {"page_rows": 24}


async def test_a_keyboard_of_the_kind_remove_has_no_layout(api, buttons):
    created = await api.create("keyboards", name="none", kind="remove")
    assert created["layout"] == []
    body = {"layout": [buttons]}
    refused = await api.refused(422, "PATCH", f"/keyboards/{created['id']}", body)
    assert refused == [("layout", "unused")]
    await api.patch(f"/keyboards/{created['id']}", layout=[buttons], kind="inline")


async def test_a_row_of_very_many_buttons_is_refused_without_asking_for_each(api):
    body = {"name": "menu", "layout": [list(range(1, 301))] * 3 + [list(range(301, 600))] * 147}
    assert await api.refused(422, "POST", "/keyboards", body) == [("layout", "length")]
