import pytest


async def restore(api, seq, **more):
    response = await api.request("POST", "/restore", {"seq": seq, **more})
    assert response.status_code == 200, response.text
    if not more.get("preview"):
        assert response.headers["botloom-config-seq"] == str(response.json()["seq"])
    return response.json()


async def everything(api):
    return {
        many: (await api.get(f"/{many}"))["items"]
        for many in ("buttons", "keyboards", "handlers", "callbacks")
    }


def without_stamps(configuration):
    return {
        many: [
            {k: v for k, v in one.items() if k not in ("version", "updated_at")} for one in items
        ]
        for many, items in configuration.items()
    }


def shown(result):
    return [(one["name"], one["change"]) for one in result["changes"]]


@pytest.fixture
async def bot(api):
    """A button (1) on a keyboard (2) of a handler (3), and a callback (4)."""
    button = await api.create("buttons", label="x", data="x")
    keyboard = await api.create("keyboards", name="menu", layout=[[button["id"]]])
    handler = await api.create(
        "handlers", pattern="/start", message="hi", keyboard_id=keyboard["id"]
    )
    callback = await api.create("callbacks", callback_data="x", handler_id=handler["id"])
    return {
        "button": button,
        "keyboard": keyboard,
        "handler": handler,
        "callback": callback,
    }


async def destroy(api, bot):
    """Everything is deleted (5 to 8), and the pattern is another handler's (9)."""
    for one in ("callback", "handler", "keyboard", "button"):
        await api.delete(f"/{one}s/{bot[one]['id']}")
    return await api.create("handlers", pattern="/start", message="other")


async def test_a_configuration_comes_back_with_its_ids_and_times_and_later_versions(
    api, bot, database
):
    before = await everything(api)
    await destroy(api, bot)
    result = await restore(api, 4)
    assert (result["seq"], result["counts"]) == (14, {"created": 4, "updated": 0, "deleted": 1})
    assert result["warnings"] == []
    after = await everything(api)
    assert without_stamps(after) == without_stamps(before)
    assert [one["version"] for items in after.values() for one in items] == [2, 2, 2, 2]
    events = (await api.get("/events", cause="restore:4", order="oldest"))["items"]
    assert [event["type"] for event in events] == [
        "button.created",
        "keyboard.created",
        "handler.created",
        "callback.created",
        "handler.deleted",
    ]


async def test_restoring_twice_changes_nothing(api, bot):
    await destroy(api, bot)
    first = await restore(api, 4)
    second = await restore(api, 4)
    assert (second["seq"], second["changes"]) == (first["seq"], [])


async def test_a_restore_can_be_undone_and_zero_is_empty(api, bot):
    full = await everything(api)
    assert (await restore(api, 0))["counts"]["deleted"] == 4
    assert not any((await everything(api)).values())
    assert (await restore(api, 4))["counts"]["created"] == 4
    assert without_stamps(await everything(api)) == without_stamps(full)


async def test_a_preview_tells_the_same_and_writes_nothing(api, bot):
    await api.patch(f"/handlers/{bot['handler']['id']}", message="bye")
    before = await everything(api)
    preview = await restore(api, 3, preview=True)
    assert await everything(api) == before
    assert (await api.get("/events"))["items"][0]["seq"] == preview["seq"] == 5
    assert shown(preview) == [("x", "deleted"), ("/start", "updated")]
    assert preview["changes"][1]["fields"] == [{"field": "message", "before": "bye", "after": "hi"}]
    done = await restore(api, 3, if_seq=preview["seq"])
    assert {**done, "seq": 5} == preview


async def test_nothing_is_restored_when_the_configuration_moved_on(api, bot):
    body = {"seq": 1, "if_seq": 3}
    problem = await api.problem(412, "POST", "/restore", body)
    assert problem["code"] == "precondition_failed"
    assert (await api.get("/events"))["items"][0]["seq"] == 4


async def test_one_object_is_restored_alone(api, bot):
    path = f"/handlers/{bot['handler']['id']}"
    await api.patch(path, message="bye")
    await api.patch(f"/buttons/{bot['button']['id']}", label="y")
    which = {"entity": "handler", "entity_id": bot["handler"]["id"]}
    assert shown(await restore(api, 4, **which)) == [("/start", "updated")]
    handler = await api.get(path)
    assert (handler["message"], handler["version"]) == ("hi", 3)
    assert (await api.get(f"/buttons/{bot['button']['id']}"))["label"] == "y"


async def test_one_object_is_held_to_every_rule(api, bot):
    other = await destroy(api, bot)

    def one(entity, seq=4):
        return {"seq": seq, "entity": entity, "entity_id": bot[entity]["id"]}

    for entity, problem in [
        ("callback", ("handler_id", "exists")),
        ("handler", ("keyboard_id", "exists")),
        ("keyboard", ("layout[0][0]", "exists")),
    ]:
        assert await api.refused(422, "POST", "/restore", one(entity)) == [problem]
    await restore(api, **one("button"))
    await restore(api, **one("keyboard"))
    problem = await api.problem(409, "POST", "/restore", one("handler"))
    assert problem["conflicts"] == [{"entity": "handler", "id": other["id"]}]
    problem = await api.problem(409, "POST", "/restore", one("button", seq=0))
    assert problem["conflicts"] == [{"entity": "keyboard", "id": bot["keyboard"]["id"]}]


async def test_what_was_never_live_is_refused_with_what_was(api, bot):
    """Between two events of one request the rules need not hold."""
    await api.create("handlers", pattern="/other", message="hi")
    one, other = (await api.get("/handlers"))["items"]
    changes = [
        {"id": one["id"], "pattern": other["pattern"]},
        {"id": other["id"], "pattern": one["pattern"]},
    ]
    await api.request("POST", "/handlers/bulk", {"update": changes})
    problem = await api.problem(422, "POST", "/restore", {"seq": 6})
    assert problem["errors"][0]["rule"] == "live"
    assert "up to event 7: take 5 or 7" in problem["detail"]
    await restore(api, 5)
    await restore(api, 7)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (422, {"seq": 5}),
        (422, {"seq": -1}),
        (422, {"seq": 1, "entity": "handler"}),
        (422, {"seq": 1, "entity_id": 1}),
        (404, {"seq": 1, "entity": "handler", "entity_id": 99}),
    ],
)
async def test_what_makes_no_sense_is_refused(api, bot, status, body):
    await api.problem(status, "POST", "/restore", body)


async def test_a_rule_that_became_stricter_is_warned_of_and_the_bot_comes_back(api, bot, database):
    """As if buttons had been allowed to have no data once."""
    await database.execute("""
        UPDATE config_events SET state = state || '{"data": null}' WHERE entity = 'button'
    """)
    await database.execute("UPDATE buttons SET data = NULL")
    await restore(api, 0)
    result = await restore(api, 4)
    assert [(one["entity"], one["field"], one["rule"]) for one in result["warnings"]] == [
        ("button", "data", "required")
    ]
    assert (await api.get(f"/buttons/{bot['button']['id']}"))["data"] is None
    assert (await api.get("/handlers"))["items"][0]["message"] == "hi"


async def test_what_can_not_be_read_any_more_is_named(api, bot, database):
    await api.patch(f"/buttons/{bot['button']['id']}", label="y")
    await database.execute(
        'UPDATE config_events SET previous = previous || \'{"kind": "hologram"}\' WHERE seq = 5'
    )
    problem = await api.problem(422, "POST", "/restore", {"seq": 4})
    assert problem["errors"][0]["rule"] == "readable"
    assert f"button {bot['button']['id']}" in problem["errors"][0]["detail"]
