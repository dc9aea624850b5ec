import pytest
from support.each import each


async def test_a_button_is_a_callback_button_by_default(api):
    created = await api.create("buttons", label="Цены", data="prices")
    assert (created["kind"], created["data"], created["url"]) == ("callback", "prices", None)


async def test_a_button_may_open_an_address(api):
    created = await api.create("buttons", label="Site", kind="url", url="https://example.org/")
    assert (created["data"], created["url"]) == (None, "https://example.org/")


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "web_app", "url": "https://example.org/app", "data": None},
        {"kind": "copy_text", "data": "SALE", "url": None},
        {"kind": "switch_inline", "data": "", "url": None},
        {"kind": "switch_inline_current", "data": "cats", "url": None},
        {"kind": "request_contact", "data": None, "url": None},
        {"kind": "request_location", "data": None, "url": None},
        {"kind": "request_poll", "data": "quiz", "url": None},
    ],
    ids=lambda fields: fields["kind"],
)
async def test_a_button_of_any_kind_has_a_style_and_an_icon(api, fields):
    fields |= {"label": "x", "style": "danger", "icon": "5368324170671202286"}
    created = await api.create("buttons", **fields)
    assert created == created | fields
    assert await api.get(f"/buttons/{created['id']}") == created
    assert (await api.patch(f"/buttons/{created['id']}", style=None, icon=None))["icon"] is None


@each(
    ("fields", "error"),
    [
        ({"label": "x"}, ("data", "required")),
        ({"label": "", "data": "a"}, ("label", "length")),
        ({"label": "x", "data": "a" * 65}, ("data", "bytes")),
        ({"label": "x", "kind": "url"}, ("url", "required")),
        ({"label": "x", "kind": "url", "url": "javascript:1"}, ("url", "url")),
        ({"label": "x", "kind": "text", "data": "a"}, ("data", "unused")),
        ({"label": "x", "kind": "dial", "data": "a"}, ("kind", "choice")),
        ({"label": "x", "data": "page:1:0"}, ("data", "reserved")),
        ({"label": "x", "kind": "web_app", "url": "http://a.b"}, ("url", "url")),
        ({"label": "x", "kind": "request_poll", "data": "any"}, ("data", "choice")),
        ({"label": "x", "data": "a", "style": "red"}, ("style", "choice")),
        ({"label": "x", "data": "a", "icon": "star"}, ("icon", "digits")),
        ({"label": "x", "data": "a", "color": "red"}, ("color", "unknown_field")),
        ({"data": "a"}, ("label", "required")),
    ],
)
async def test_a_broken_rule_is_named_with_its_field(api, fields, error):
    assert await api.refused(422, "POST", "/buttons", fields) == [error]


async def test_a_button_on_a_keyboard_is_not_deleted(api):
    button = await api.create("buttons", label="x", data="x")
    other = await api.create("buttons", label="y", data="y")
    keyboard = await api.create("keyboards", name="menu", layout=[[other["id"]], [button["id"]]])
    path = f"/buttons/{button['id']}"
    problem = await api.problem(409, "DELETE", path)
    assert problem["errors"][0]["rule"] == "in_use"
    assert problem["conflicts"] == [{"entity": "keyboard", "id": keyboard["id"]}]
    await api.patch(f"/keyboards/{keyboard['id']}", layout=[[other["id"]]])
    await api.delete(path)


async def test_a_button_does_not_become_what_its_keyboard_can_not_hold(api):
    button = await api.create("buttons", label="x", data="x")
    keyboard = await api.create("keyboards", name="menu", layout=[[button["id"]]])
    path = f"/buttons/{button['id']}"
    problem = await api.problem(409, "PATCH", path, {"kind": "text", "data": None})
    assert problem["errors"][0]["rule"] == "button_kind"
    assert problem["conflicts"] == [{"entity": "keyboard", "id": keyboard["id"]}]
    await api.patch(path, kind="url", data=None, url="https://example.org")


async def test_a_button_does_not_become_too_long_for_its_keyboard(api):
    button = await api.create("buttons", label="x", data="x" * 64)
    layout = [[button["id"]]] * 60
    keyboard = await api.create("keyboards", name="menu", layout=layout)
    path = f"/buttons/{button['id']}"
    problem = await api.problem(409, "PATCH", path, {"label": "x" * 128})
    assert [(one["field"], one["rule"]) for one in problem["errors"]] == [("label", "bytes")]
    assert problem["conflicts"] == [{"entity": "keyboard", "id": keyboard["id"]}]
    await api.patch(f"/keyboards/{keyboard['id']}", options={"page_rows": 30})
    await api.patch(path, label="x" * 128)
