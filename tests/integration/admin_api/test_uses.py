"""Where handlers, callbacks, buttons and keyboards are used."""

import pytest


@pytest.fixture
def uses(api):
    """What uses it, as kind, id, name and field."""

    async def uses(path):
        found = await api.get(f"{path}/uses")
        assert found["more"] == 0
        return [(one["entity"], one["id"], one["name"], one["field"]) for one in found["items"]]

    return uses


async def test_a_button_is_used_by_its_keyboards_and_the_callback_that_takes_its_data(api, uses):
    button = await api.create("buttons", label="7", data="item:7")
    any_item = await api.create(
        "callbacks", callback_data="item:*", action=[{"type": "toast", "text": "x"}]
    )
    menu = await api.create("keyboards", name="menu", layout=[[button["id"]]])
    taken = [("callback", any_item["id"], "item:*", "callback_data")]
    held = [("keyboard", menu["id"], "menu", "layout")]
    assert await uses(f"/buttons/{button['id']}") == taken + held
    exact = await api.create(
        "callbacks", callback_data="item:7", action=[{"type": "toast", "text": "x"}]
    )
    taken = [("callback", exact["id"], "item:7", "callback_data")]
    assert await uses(f"/buttons/{button['id']}") == taken + held
    assert await uses(f"/callbacks/{any_item['id']}") == []


async def test_a_keyboard_is_used_by_the_handlers_that_show_it(api, uses):
    keyboard = await api.create("keyboards", name="menu", kind="remove")
    handler = await api.create(
        "handlers", pattern="/start", message="Hi", keyboard_id=keyboard["id"]
    )
    await api.create("handlers", pattern="/help", message="Help")
    assert await uses(f"/keyboards/{keyboard['id']}") == [
        ("handler", handler["id"], "/start", "keyboard_id")
    ]


async def test_a_handler_is_used_by_callbacks_and_by_steps_wherever_they_stand(api, uses):
    shown = await api.create("handlers", pattern="/item", message="Item")
    show = {"type": "show", "handler_id": shown["id"]}
    asking = {"type": "ask", "variable": "x", "question": "?", "on_cancel": [show]}
    first = await api.create("handlers", pattern="/a", action=[show, asking])
    body = {"type": "request", "url": "https://a.example", "method": "POST", "body": [show]}
    await api.create("handlers", pattern="/b", action=[body])
    plain = await api.create("callbacks", callback_data="item", handler_id=shown["id"])
    both = await api.create(
        "callbacks", callback_data="both", handler_id=shown["id"], action=[show]
    )
    assert await uses(f"/handlers/{shown['id']}") == [
        ("callback", plain["id"], "item", "handler_id"),
        ("callback", both["id"], "both", "handler_id"),
        ("callback", both["id"], "both", "action[0].handler_id"),
        ("handler", first["id"], "/a", "action[0].handler_id"),
        ("handler", first["id"], "/a", "action[1].on_cancel[0].handler_id"),
    ]


async def test_a_callback_is_used_by_the_buttons_that_it_takes(api, uses):
    toast = [{"type": "toast", "text": "x"}]
    starred = await api.create("callbacks", callback_data="a%_*:z", action=toast)
    taken = await api.create("buttons", label="Taken", data="a%_1:z")
    await api.create("buttons", label="Other", data="ab_1:z")
    await api.create("buttons", label="Link", kind="url", url="https://a.example")
    assert await uses(f"/callbacks/{starred['id']}") == [("button", taken["id"], "Taken", "data")]
    await api.patch(f"/callbacks/{starred['id']}", enabled=False)
    assert await uses(f"/callbacks/{starred['id']}") == []
    assert await uses(f"/buttons/{taken['id']}") == []


async def test_data_with_a_star_of_its_own_is_taken_by_the_callback_that_escapes_it(api, uses):
    button = await api.create("buttons", label="*", data="2*2")
    toast = [{"type": "toast", "text": "x"}]
    exact = await api.create("callbacks", callback_data=r"2\*2", action=toast)
    await api.create("callbacks", callback_data="2*", action=toast)
    assert await uses(f"/buttons/{button['id']}") == [
        ("callback", exact["id"], r"2\*2", "callback_data")
    ]
    assert await uses(f"/callbacks/{exact['id']}") == [("button", button["id"], "*", "data")]


async def test_a_draft_has_uses_of_its_own(api, uses):
    keyboard = await api.create("keyboards", name="menu", kind="remove")
    draft = (await api.create("drafts", name="summer"))["id"]
    handler = await api.create(
        f"drafts/{draft}/handlers", pattern="/start", message="Hi", keyboard_id=keyboard["id"]
    )
    assert await uses(f"/keyboards/{keyboard['id']}") == []
    assert await uses(f"/drafts/{draft}/keyboards/{keyboard['id']}") == [
        ("handler", handler["id"], "/start", "keyboard_id")
    ]


async def test_of_many_uses_the_first_are_named_and_the_others_counted(api):
    keyboard = await api.create("keyboards", name="menu", kind="remove")
    bodies = [
        {"pattern": f"/a{number}", "message": "x", "keyboard_id": keyboard["id"]}
        for number in range(203)
    ]
    response = await api.request("POST", "/handlers/bulk", {"create": bodies})
    assert response.status_code == 200
    found = await api.get(f"/keyboards/{keyboard['id']}/uses")
    assert (len(found["items"]), found["more"]) == (200, 3)


async def test_what_is_not_there_has_no_uses(api):
    for plural in ("handlers", "callbacks", "buttons", "keyboards"):
        await api.problem(404, "GET", f"/{plural}/7/uses")
