"""What leads where in the bot, with how often it was used."""

import pytest
from support.each import each
from support.interactions import NOON, interaction, written

AT_NOON = {"from": "2026-11-23", "to": "2026-11-24"}


@pytest.fixture
async def bot(api, database_url):
    """`/start` shows a button that a callback takes to `/item`; nothing leads to the rest."""
    button = await api.create("buttons", label="Item", data="item:7")
    menu = await api.create("keyboards", name="menu", layout=[[button["id"]]])
    await api.create("handlers", pattern="/start", message="Hi", keyboard_id=menu["id"])
    item = await api.create("handlers", pattern="/item", message="Item")
    await api.create("callbacks", callback_data="item:*", handler_id=item["id"])
    await api.create("buttons", label="Alone", data="alone")
    pressed = {"event": "button_click", "handler_id": 2}
    await written(
        database_url,
        *(interaction(n, handler_id=1) for n in range(3)),
        interaction(3, **pressed, callback_data="item:7"),
        interaction(4, **pressed, callback_data="item:8"),
        interaction(5, at=NOON.replace(day=20), handler_id=1),
    )


def name(reference):
    return f"{reference['entity']} {reference['id']}"


@pytest.mark.usefixtures("bot")
async def test_nodes_and_edges_have_the_uses_of_the_period(api):
    found = await api.get("/map", **AT_NOON)
    assert {name(one): one["uses"] for one in found["nodes"]} == {
        "handler 1": 3,
        "keyboard 1": None,
        "button 1": 1,
        "callback 1": 2,
        "handler 2": 2,
        "button 2": 0,
    }
    edges = [
        (name(one["source"]), one["kind"], name(one["target"]), one["uses"])
        for one in found["edges"]
    ]
    assert edges == [
        ("handler 1", "shows_keyboard", "keyboard 1", 3),
        ("keyboard 1", "has_button", "button 1", 1),
        ("button 1", "pressed", "callback 1", 1),
        ("callback 1", "shows_content", "handler 2", 2),
    ]
    assert (found["truncated"], found["totals"]["nodes"]) == (False, 6)


@pytest.mark.usefixtures("bot")
async def test_dead_ends_and_orphans_are_named_and_findings_stand_at_their_nodes(api):
    found = await api.get("/map", **AT_NOON)
    assert [name(one) for one in found["dead_ends"]] == ["handler 2", "callback 1"]
    assert [name(one) for one in found["orphans"]] == ["button 2"]
    findings = {name(one): one["findings"] for one in found["nodes"] if one["findings"]}
    assert findings == {"button 2": ["button_without_callback", "button_unplaced"]}


@pytest.mark.usefixtures("bot")
async def test_of_too_many_nodes_those_are_shown_that_the_busiest_handler_leads_to(api):
    found = await api.get("/map", limit=3, **AT_NOON)
    assert [name(one) for one in found["nodes"]] == ["handler 1", "keyboard 1", "button 1"]
    assert [one["kind"] for one in found["edges"]] == ["shows_keyboard", "has_button"]
    assert (found["truncated"], found["dead_ends"]) == (True, [])
    assert found["totals"] == {"nodes": 6, "edges": 4, "dead_ends": 2, "orphans": 1}


@pytest.mark.usefixtures("bot")
async def test_the_neighbourhood_of_a_node_lies_on_both_sides_of_it(api):
    found = await api.get("/map", around="button:1", depth=1, **AT_NOON)
    assert {name(one) for one in found["nodes"]} == {"button 1", "keyboard 1", "callback 1"}
    assert not found["truncated"]
    found = await api.get("/map", around="button:1", **AT_NOON)
    assert len(found["nodes"]) == 5
    await api.problem(404, "GET", "/map?around=handler:99")


@each(
    ("query", "field"),
    [
        ("around=handler", "around"),
        ("around=person:1", "around"),
        ("around=handler:9223372036854775808", "around"),
        ("limit=0", "limit"),
        ("limit=10001", "limit"),
        ("depth=11", "depth"),
    ],
)
async def test_what_can_not_be_drawn_is_refused(api, query, field):
    ((refused, _),) = await api.refused(422, "GET", f"/map?{query}")
    assert refused == field
