"""Handlers that steps name, wherever in an action the step `show` stands."""

import pytest
from support.each import each


def show(handler):
    return {"type": "show", "handler_id": handler["id"]}


def held(step):
    """Each way in which a step can lie within another."""
    when = {"type": "when", "conditions": [{"type": "language", "among": ["ru"]}]}
    ask = {"type": "ask", "variable": "x", "question": "?"}
    return {
        "alone": step,
        "when, then": when | {"then": [step]},
        "when, otherwise": when | {"otherwise": [step]},
        "random": {"type": "random", "choices": [{"steps": []}, {"steps": [step]}]},
        "ask, on_cancel": ask | {"on_cancel": [step]},
        "ask, on_timeout": ask | {"on_timeout": [step]},
        "request": {"type": "request", "url": "https://a.b", "on_error": [step]},
        "two deep": when | {"then": [ask | {"on_cancel": [step]}]},
    }


WAYS = list(held(None))


@pytest.fixture
async def menu(api):
    return await api.create("handlers", pattern="/menu", message="menu")


@pytest.mark.parametrize("way", WAYS)
async def test_a_loop_is_refused_and_a_handler_in_use_is_not_deleted(api, menu, way):
    step = held(show(menu))[way]
    start = await api.create("handlers", pattern="/start", action=[step])
    callback = await api.create("callbacks", callback_data="menu", action=[step])

    back = [held(show(start))[way]]
    for action in (back, [held(show(menu))[way]]):
        body = {"action": action}
        refused = await api.refused(422, "PATCH", f"/handlers/{menu['id']}", body)
        assert refused == [("action", "loop")]

    problem = await api.problem(409, "DELETE", f"/handlers/{menu['id']}")
    users = [(one["entity"], one["id"]) for one in problem["conflicts"]]
    assert users == [("handler", start["id"]), ("callback", callback["id"])]

    for plural, one in (("handlers", start), ("callbacks", callback)):
        await api.patch(f"/{plural}/{one['id']}", action=[{"type": "toast", "text": "x"}])
    await api.delete(f"/handlers/{menu['id']}")


async def test_a_loop_through_several_handlers_is_refused(api, menu):
    last = menu
    for number in range(3):
        when = held(show(last))["when, otherwise"]
        last = await api.create("handlers", pattern=f"/{number}", action=[when])
    refused = await api.refused(
        422, "PATCH", f"/handlers/{menu['id']}", {"action": [held(show(last))["random"]]}
    )
    assert refused == [("action", "loop")]


async def test_two_ways_to_one_handler_are_no_loop(api, menu):
    ways = [
        await api.create("handlers", pattern=f"/{way}", action=[show(menu)]) for way in ("a", "b")
    ]
    await api.create("handlers", pattern="/start", action=[show(one) for one in ways])


async def test_what_only_looks_like_the_step_show_names_no_handler(api, menu):
    request = {"type": "request", "url": "https://a.b", "method": "POST", "body": show(menu)}
    await api.create("handlers", pattern="/start", message="x", action=[request])
    await api.delete(f"/handlers/{menu['id']}")


@each("way", WAYS)
async def test_a_handler_that_is_not_there_is_named_with_its_place(api, way):
    body = {"callback_data": "x", "action": [held(show({"id": 404}))[way]]}
    ((field, rule),) = await api.refused(422, "POST", "/callbacks", body)
    assert (field.endswith("handler_id"), rule) == (True, "exists")


@each("way", WAYS)
@each("step", ["reply", "edit"])
async def test_a_step_that_sends_content_needs_one_wherever_it_stands(api, way, step):
    action = [held({"type": step})[way]]
    body = {"pattern": "/start", "action": action}
    assert await api.refused(422, "POST", "/handlers", body) == [("message", "required")]
    body = {"callback_data": "x", "action": action}
    assert await api.refused(422, "POST", "/callbacks", body) == [("handler_id", "required")]
