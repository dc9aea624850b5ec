"""What is allowed, but hardly meant, in the saved configuration."""

import pytest

TOAST = [{"type": "toast", "text": "hi"}]


@pytest.fixture
async def sound(api):
    """A configuration without findings: its parts by name."""
    button = await api.create("buttons", label="Prices", data="prices")
    keyboard = await api.create("keyboards", name="menu", layout=[[button["id"]]])
    start = await api.create("handlers", pattern="/start", message="Hi", keyboard_id=keyboard["id"])
    prices = await api.create("handlers", pattern="*", message="100")
    callback = await api.create("callbacks", callback_data="prices", handler_id=prices["id"])
    return {
        "button": button["id"],
        "keyboard": keyboard["id"],
        "start": start["id"],
        "fallback": prices["id"],
        "callback": callback["id"],
    }


async def found(api):
    items = (await api.get("/lint"))["items"]
    assert all(item["detail"] for item in items)
    return [(item["code"], item["entity"], item["id"], item["other_id"]) for item in items]


async def test_an_empty_configuration_misses_a_start_and_a_fallback(api):
    assert await found(api) == [("no_start", None, None, None), ("no_fallback", None, None, None)]


async def test_a_sound_configuration_has_no_findings(api, sound):
    assert await found(api) == []


async def test_a_handler_that_can_never_win_is_found_with_a_witness(api, sound):
    taken = await api.create("handlers", pattern=r"re:^price$", message="x")
    taking = await api.create("handlers", pattern="Price", message="x")
    (item,) = (await api.get("/lint"))["items"]
    assert item == {
        "code": "never_wins",
        "entity": "handler",
        "id": taken["id"],
        "name": r"re:^price$",
        "other_id": taking["id"],
        "other_name": "Price",
        "witness": "price",
        "detail": f"can never win: handler {taking['id']} takes all that it matches",
    }


async def test_patterns_that_overlap_are_found_and_explained_by_their_witness(api, sound):
    longer = await api.create("handlers", pattern="order*", message="x")
    other = await api.create("handlers", pattern="*now", message="x")
    (item,) = (await api.get("/lint"))["items"]
    assert (item["code"], item["id"], item["other_id"]) == ("overlap", other["id"], longer["id"])
    assert item["witness"].startswith("order")
    assert item["witness"].endswith("now")


async def test_buttons_callbacks_and_keyboards_that_nobody_reaches_are_found(api, sound):
    lonely = await api.create("buttons", label="Site", kind="url", url="https://example.org")
    stale = await api.create("buttons", label="Old", data="old")
    keyboard = await api.create("keyboards", name="old", layout=[[stale["id"]]])
    callback = await api.create("callbacks", callback_data="item:*", action=TOAST)
    assert sorted(await found(api)) == [
        ("button_unplaced", "button", lonely["id"], None),
        ("button_without_callback", "button", stale["id"], None),
        ("callback_without_button", "callback", callback["id"], None),
        ("keyboard_unreached", "keyboard", keyboard["id"], None),
    ]


async def test_a_disabled_handler_that_nothing_shows_is_found_until_a_step_shows_it(api, sound):
    disabled = await api.create("handlers", pattern="/old", message="x", enabled=False)
    assert await found(api) == [("handler_unreached", "handler", disabled["id"], None)]
    show = {"type": "show", "handler_id": disabled["id"]}
    ask = {"type": "ask", "variable": "x", "question": "?", "on_timeout": [show]}
    await api.patch(f"/handlers/{sound['start']}", action=[{"type": "reply"}, ask])
    assert await found(api) == []


@pytest.mark.parametrize(
    "uses",
    [
        {"message": "In {var.city}"},
        {"action": [{"type": "toast", "text": "In {var.city|a town}"}]},
        {
            "action": [
                {
                    "type": "when",
                    "conditions": [{"type": "variable", "name": "city", "operator": "is_set"}],
                    "then": TOAST,
                }
            ]
        },
    ],
    ids=["message", "step", "condition"],
)
@pytest.mark.parametrize(
    "sets",
    [
        {"type": "set", "variable": "city", "value": "Oslo"},
        {"type": "ask", "variable": "city", "question": "Where?"},
        {"type": "request", "url": "https://a.b", "save": {"city": "city"}},
    ],
    ids=["set", "ask", "request"],
)
async def test_a_variable_that_no_step_sets_is_found_until_one_does(api, sound, uses, sets):
    user = await api.create("handlers", pattern="/where", **{"message": "x"} | uses)
    assert await found(api) == [("variable_never_set", "handler", user["id"], None)]
    random = {"type": "random", "choices": [{"steps": [sets]}, {"steps": []}]}
    action = [random, {"type": "toast", "text": "{var.city}"}]
    await api.patch(f"/callbacks/{sound['callback']}", action=action)
    assert await found(api) == []
