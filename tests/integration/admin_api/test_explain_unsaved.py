"""What the bot would do if what stands in a form was saved."""

import pytest
from botloom_admin_api.schemas.unsaved import FIRST_UNSAVED_ID
from support.each import each
from support.eventually import eventually


@pytest.fixture
def explain(api, config):
    """Explains when the cache stands at the last change."""

    async def explain(path="/explain", **asked):
        async def look():
            response = await api.request("POST", path, asked)
            assert response.status_code in {200, 503}, response.text
            return response.json()

        return await eventually(look, lambda told: told.get("seq") == api.seq)

    return explain


def fields(entity, **given):
    return {"entity": entity, "fields": given}


def sent(told):
    return [one["params"].get("text") for one in told["messages"]]


async def test_a_new_handler_is_told_of_by_an_id_that_no_other_has(api, explain):
    await api.create("handlers", pattern="*", message="What?")
    changes = [fields("handler", pattern="/start", message="Hi")]
    told = await explain(text="/start", changes=changes)
    assert (told["winner"]["id"], sent(told)) == (FIRST_UNSAVED_ID, ["Hi"])
    assert sent(await explain(text="/start")) == ["What?"]
    assert len((await api.get("/handlers"))["items"]) == 1


async def test_a_changed_handler_answers_by_what_is_in_the_form(api, explain):
    saved = await api.create("handlers", pattern="/start", message="old")
    changes = [{"id": saved["id"], **fields("handler", pattern="/begin", message="new")}]
    assert sent(await explain(text="/begin", changes=changes)) == ["new"]
    assert (await explain(text="/start", changes=changes))["winner"] is None
    assert sent(await explain(text="/start")) == ["old"]
    assert (await api.get(f"/handlers/{saved['id']}"))["version"] == 1


async def test_the_callbacks_that_show_a_changed_handler_show_what_is_in_the_form(api, explain):
    saved = await api.create("handlers", pattern="/item", message="old")
    await api.create("callbacks", callback_data="item", handler_id=saved["id"])
    changes = [{"id": saved["id"], **fields("handler", pattern="/item", message="new")}]
    assert sent(await explain(button="item", changes=changes)) == ["new", None]


async def test_new_objects_are_referred_to_by_their_place(explain):
    changes = [
        fields("button", label="Prices", data="prices"),
        fields("keyboard", name="menu", layout=[[FIRST_UNSAVED_ID]]),
        fields("handler", pattern="/start", message="Hi", keyboard_id=FIRST_UNSAVED_ID + 1),
        fields("callback", callback_data="prices", handler_id=FIRST_UNSAVED_ID + 2),
    ]
    told = await explain(text="/start", changes=changes)
    assert told["messages"][0]["params"]["reply_markup"] == {
        "inline_keyboard": [[{"text": "Prices", "callback_data": "prices"}]]
    }
    told = await explain(button="prices", changes=changes)
    assert told["winner"]["id"] == FIRST_UNSAVED_ID + 3
    assert sent(told) == ["Hi", None]


async def test_a_changed_button_stands_on_its_keyboards(api, explain):
    button = await api.create("buttons", label="Old", data="x")
    keyboard = await api.create("keyboards", name="menu", layout=[[button["id"]]])
    await api.create("handlers", pattern="/start", message="Hi", keyboard_id=keyboard["id"])
    changes = [{"id": button["id"], **fields("button", label="New", data="x")}]
    told = await explain(text="/start", changes=changes)
    assert told["messages"][0]["params"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "New"


async def test_what_is_deleted_or_disabled_does_not_answer(api, explain):
    first = await api.create("handlers", pattern="/a", message="A")
    second = await api.create("handlers", pattern="/b", message="B")
    changes = [
        {"entity": "handler", "id": first["id"], "deleted": True},
        {"id": second["id"], **fields("handler", pattern="/b", message="B", enabled=False)},
    ]
    assert (await explain(text="/a", changes=changes))["winner"] is None
    assert (await explain(text="/b", changes=changes))["winner"] is None


async def test_changes_lie_over_a_draft_as_well(api, explain):
    await api.create("handlers", pattern="/live", message="live")
    draft = (await api.create("drafts", name="summer"))["id"]
    made = await api.create(f"drafts/{draft}/handlers", pattern="/draft", message="drafted")
    api.seq = 1
    changes = [{"id": made["id"], **fields("handler", pattern="/draft", message="unsaved")}]
    path = f"/drafts/{draft}/explain"
    assert sent(await explain(path, text="/draft")) == ["drafted"]
    assert sent(await explain(path, text="/draft", changes=changes)) == ["unsaved"]
    assert sent(await explain(path, text="/live", changes=changes)) == ["live"]
    problem = await api.problem(404, "POST", "/explain", {"text": "/draft", "changes": changes})
    assert problem["errors"][0]["field"] == "changes[0]"


async def test_changes_that_change_nothing_are_none(api, explain):
    saved = await api.create("handlers", pattern="/start", message="Hi")
    changes = [{"id": saved["id"], **fields("handler", pattern="/start", message="Hi")}]
    assert sent(await explain(text="/start", changes=changes)) == ["Hi"]


@pytest.fixture
async def saved(api, explain):
    """A handler that a callback shows, in a cache that has both."""
    handler = await api.create("handlers", pattern="/start", message="Hi")
    await api.create("callbacks", callback_data="start", handler_id=handler["id"])
    await explain(text="/start")
    return handler["id"]


@pytest.mark.usefixtures("saved")
@each(
    ("change", "errors"),
    [
        (fields("handler", pattern="/x"), [("changes[0].fields.message", "required")]),
        (
            fields("handler", pattern="re:(", message="{nobody}"),
            [("changes[0].fields.pattern", "regex"), ("changes[0].fields.message", "placeholder")],
        ),
        (
            fields("handler", pattern="/x", message="x", keyboard_id=77),
            [("changes[0].fields.keyboard_id", "exists")],
        ),
        (
            fields("handler", pattern="/x", action=[{"type": "show", "handler_id": 77}]),
            [("changes[0].fields.action[0].handler_id", "exists")],
        ),
        (
            fields(
                "handler", pattern="/x", action=[{"type": "show", "handler_id": FIRST_UNSAVED_ID}]
            ),
            [("changes[0].fields.action", "loop")],
        ),
        (fields("callback", callback_data="x"), [("changes[0].fields.action", "required")]),
        (fields("button", label="", data="x"), [("changes[0].fields.label", "length")]),
        (
            fields("keyboard", name="x", layout=[[77]]),
            [("changes[0].fields.layout[0][0]", "exists")],
        ),
        ({"entity": "handler"}, [("changes[0].fields", "required")]),
        ({"entity": "handler", "deleted": True}, [("changes[0].id", "required")]),
        (
            {"id": 1, "deleted": True, **fields("handler", pattern="/x", message="x")},
            [("changes[0].fields", "exclusive")],
        ),
        (
            fields("handler", pattern="/x", message=5),
            [("changes[0].fields.message", "type")],
        ),
        (fields("person"), [("changes[0].entity", "choice")]),
        ({"id": 0, **fields("button", label="x")}, [("changes[0].id", "range")]),
    ],
)
async def test_what_saving_would_refuse_is_refused(api, change, errors):
    asked = {"text": "/x", "changes": [change]}
    assert await api.refused(422, "POST", "/explain", asked) == errors


async def test_what_conflicts_with_what_is_saved_is_refused_as_saving_refuses_it(api, saved):
    second = fields("handler", pattern="/start", message="x")
    asked = {"text": "/x", "changes": [second]}
    assert await api.refused(409, "POST", "/explain", asked) == [
        ("changes[0].fields.pattern", "unique")
    ]
    asked = {"text": "/x", "changes": [{"entity": "handler", "id": saved, "deleted": True}]}
    assert await api.refused(409, "POST", "/explain", asked) == [("changes[0].id", "in_use")]


async def test_an_object_is_changed_once(api, saved):
    change = {"entity": "handler", "id": saved, "deleted": True}
    asked = {"text": "/x", "changes": [change, change]}
    assert await api.refused(422, "POST", "/explain", asked) == [("changes[1].id", "unique")]


async def test_there_are_so_many_changes_at_most(api):
    asked = {"text": "/x", "changes": [fields("button", label="x", data="x")] * 201}
    assert await api.refused(422, "POST", "/explain", asked) == [("changes", "length")]


async def test_changes_are_tried_within_a_request_that_has_a_key(api, saved):
    asked = {"text": "/x", "changes": [fields("handler", pattern="/x", message="x")]}
    headers = {"Idempotency-Key": "once"}
    response = await api.request("POST", "/explain", asked, headers=headers)
    assert sent(response.json()) == ["x"]
