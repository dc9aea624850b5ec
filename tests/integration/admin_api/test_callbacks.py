import pytest


async def test_a_callback_with_a_handler_edits_the_message_by_default(api):
    handler = await api.create("handlers", pattern="/prices", message="100")
    created = await api.create("callbacks", callback_data="prices", handler_id=handler["id"])
    assert created["action"] == [{"type": "edit"}]
    assert created["handler_id"] == handler["id"]
    assert created["enabled"] is True


async def test_a_callback_without_a_handler_needs_an_action(api):
    body = {"callback_data": "prices"}
    assert await api.refused(422, "POST", "/callbacks", body) == [("action", "required")]
    toast = {"type": "toast", "text": "Готово"}
    created = await api.create("callbacks", callback_data="prices", action=[toast])
    assert created["action"] == [toast]
    assert created["handler_id"] is None


@pytest.mark.parametrize("step", ["reply", "edit"])
async def test_steps_that_send_content_need_a_handler(api, step):
    body = {"callback_data": "prices", "action": [{"type": step}]}
    assert await api.refused(422, "POST", "/callbacks", body) == [("handler_id", "required")]


async def test_a_handler_without_content_can_not_be_shown(api):
    toast = [{"type": "toast", "text": "hi"}]
    handler = await api.create("handlers", pattern="/a", action=toast)
    body = {"callback_data": "a", "handler_id": handler["id"]}
    assert await api.refused(422, "POST", "/callbacks", body) == [("handler_id", "content")]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        ("x" * 65, "bytes"),
        ("ж" * 33, "bytes"),
        ("", "required"),
        ("page:1:0", "reserved"),
        ("page:*", "reserved"),
    ],
)
async def test_callback_data_holds_1_to_64_bytes(api, data, rule):
    body = {"callback_data": data, "action": [{"type": "toast", "text": "hi"}]}
    assert await api.refused(422, "POST", "/callbacks", body) == [("callback_data", rule)]
    for longest in ("x" * 64, "ж" * 32):
        await api.create("callbacks", **body | {"callback_data": longest})


async def test_a_handler_that_is_not_there_is_named(api):
    body = {"callback_data": "a", "handler_id": 404}
    assert await api.refused(422, "POST", "/callbacks", body) == [("handler_id", "exists")]


async def test_data_is_unique_among_enabled_callbacks(api):
    toast = [{"type": "toast", "text": "hi"}]
    holder = await api.create("callbacks", callback_data="a", action=toast)
    body = {"callback_data": "a", "action": toast}
    problem = await api.problem(409, "POST", "/callbacks", body)
    assert problem["errors"][0]["field"] == "callback_data"
    assert problem["conflicts"] == [{"entity": "callback", "id": holder["id"]}]
    await api.create("callbacks", **body, enabled=False)


async def test_a_patch_may_let_go_of_the_handler(api):
    handler = await api.create("handlers", pattern="/a", message="a")
    callback = await api.create("callbacks", callback_data="a", handler_id=handler["id"])
    path = f"/callbacks/{callback['id']}"
    refused = await api.refused(422, "PATCH", path, {"handler_id": None})
    assert refused == [("handler_id", "required")]
    alert = [{"type": "alert", "text": "gone"}]
    patched = await api.patch(path, handler_id=None, action=alert)
    assert (patched["handler_id"], patched["action"]) == (None, alert)
    await api.delete(f"/handlers/{handler['id']}")
