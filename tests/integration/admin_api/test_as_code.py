import pytest
from support.each import each

DOCUMENT = """
version: 1
keyboards:
  menu:
    layout:
      - [{label: Prices, data: prices}, {label: Site, url: "https://example.org", kind: url}]
handlers:
  /start: {message: "Hello, {first_name}!", keyboard: menu}
  /prices: {message: "Espresso: €2.20", action: [{type: reply}, {type: show, handler: /start}]}
callbacks:
  prices: {handler: /prices}
buttons:
  - {label: Unused, data: unused}
"""


class AsCode:
    def __init__(self, api):
        self.api = api

    async def send(self, path, document=DOCUMENT, media_type="application/yaml", **params):
        headers = {"Content-Type": media_type}
        content = document.encode() if isinstance(document, str) else document
        return await self.api.request(
            "POST", f"/{path}", headers=headers, content=content, params=params
        )

    async def plan(self, document=DOCUMENT, **params):
        response = await self.send("plan", document, **params)
        assert response.status_code == 200, response.text
        return response.json()

    async def apply(self, document=DOCUMENT, **params):
        """Plan and apply."""
        plan = await self.plan(document, **params)
        response = await self.send("apply", document, plan_id=plan["plan_id"], **params)
        assert response.status_code == 200, response.text
        return response.json()

    async def export(self, form="yaml"):
        return (await self.api.request("GET", "/export", params={"format": form})).text

    async def problems(self, document, status=422):
        response = await self.send("plan", document)
        assert response.status_code == status, response.text
        return [(one["field"], one["rule"]) for one in response.json()["errors"]]


@pytest.fixture
def as_code(api):
    return AsCode(api)


async def test_a_document_is_planned_applied_and_exported(api, as_code):
    plan = await as_code.plan()
    assert plan["counts"] == {"created": 7, "updated": 0, "deleted": 0, "unchanged": 0}
    assert [(one["change"], one["place"]) for one in plan["changes"]] == [
        ("created", "keyboards.menu.layout[0][0]"),
        ("created", "keyboards.menu.layout[0][1]"),
        ("created", "buttons[0]"),
        ("created", "keyboards.menu"),
        ("created", "handlers./start"),
        ("created", "handlers./prices"),
        ("created", "callbacks.prices"),
    ]
    assert all(one["id"] is None for one in plan["changes"])
    assert (await api.get("/handlers"))["items"] == []

    response = await as_code.send("apply", plan_id=plan["plan_id"])
    assert response.json()["seq"] == 7
    assert response.headers["botloom-config-seq"] == "7"
    start, prices = (await api.get("/handlers"))["items"]
    assert prices["action"] == [{"type": "reply"}, {"type": "show", "handler_id": start["id"]}]
    (callback,) = (await api.get("/callbacks"))["items"]
    assert callback["action"] == [{"type": "edit"}]

    assert (await as_code.plan())["changes"] == []
    exported = await as_code.export()
    assert (await as_code.plan(exported))["changes"] == []
    assert (await as_code.apply(await as_code.export("json"), media_type="application/json"))[
        "counts"
    ] == {"created": 0, "updated": 0, "deleted": 0, "unchanged": 7}


async def test_changes_are_told_field_by_field_and_stand_in_the_log(api, as_code, database):
    await as_code.apply()
    changed = DOCUMENT.replace("label: Prices", "label: Menu").replace("Espresso", "Ristretto")
    changed = changed.replace("  - {label: Unused, data: unused}", "").replace("buttons:", "")
    plan = await as_code.plan(changed)
    told = [
        (
            one["change"],
            one["entity"],
            one["name"],
            [(f["field"], f["after"]) for f in one["fields"]],
        )
        for one in plan["changes"]
    ]
    assert told == [
        ("updated", "button", "Menu", [("label", "Menu")]),
        ("updated", "handler", "/prices", [("message", "Ristretto: €2.20")]),
        ("deleted", "button", "Unused", [("label", None), ("data", None)]),
    ]
    await as_code.apply(changed)
    rows = await database.fetch("SELECT type, actor, cause FROM config_events WHERE seq > 7")
    assert [tuple(row) for row in rows] == [
        (kind, "token:admin", "apply")
        for kind in ("button.updated", "handler.updated", "button.deleted")
    ]


async def test_without_delete_the_rest_stays_and_can_be_referred_to(api, as_code):
    await as_code.apply()
    more = "version: 1\nhandlers: {/help: {message: Help, keyboard: menu}}"
    assert (await as_code.apply(more, delete="false"))["counts"]["deleted"] == 0
    assert len((await api.get("/handlers"))["items"]) == 3
    assert await as_code.problems(more) == [("handlers./help.keyboard", "exists")]


async def test_a_plan_is_outdated_when_anything_was_changed_since(api, as_code):
    plan = await as_code.plan()
    await api.create("buttons", label="x", data="x")
    response = await as_code.send("apply", plan_id=plan["plan_id"])
    assert response.status_code == 409
    assert response.json()["code"] == "plan_outdated"
    assert (await api.get("/handlers"))["items"] == []


@pytest.mark.parametrize(
    ("document", "params"),
    [(DOCUMENT + "# comment\n", {"delete": "false"}), (DOCUMENT.replace("Hello", "Hi"), {})],
)
async def test_a_plan_is_of_one_document_and_its_options(as_code, document, params):
    plan = await as_code.plan()
    response = await as_code.send("apply", document, plan_id=plan["plan_id"], **params)
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "plan_id"


async def test_without_a_plan_nothing_is_applied(as_code):
    response = await as_code.send("apply")
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "plan_id"


async def test_what_breaks_a_rule_is_told_by_its_place(as_code):
    document = """
version: 1
keyboards:
  menu: {layout: [[{label: "", data: x}]]}
  empty: {}
handlers:
  /start: {message: "<b>Hello", keyboard: menu}
  /a: {message: A, action: [{type: show, handler: /b}]}
  /b: {message: B, action: [{type: when, conditions: [{type: language, among: [en]}], then: [
    {type: show, handler: /a}]}]}
callbacks:
  page:1: {handler: /start}
"""
    assert await as_code.problems(document) == [
        ("keyboards.menu.layout[0][0].label", "length"),
        ("handlers./start.message", "markup"),
        ("callbacks.page:1.callback_data", "reserved"),
    ]
    document = document.replace('""', "M").replace("<b>", "").replace("page:1", "page")
    assert await as_code.problems(document) == [
        ("keyboards.empty.layout", "length"),
        ("handlers./a.action", "loop"),
        ("handlers./b.action", "loop"),
    ]


async def test_messages_are_in_the_words_of_the_document(as_code):
    response = await as_code.send(
        "plan",
        "version: 1\nhandlers: {/a: {action: [{type: stop}]}}\ncallbacks: {a: {handler: /a}}",
    )
    assert {one["field"]: one["detail"] for one in response.json()["errors"]} == {
        "handlers./a.message": "callback 'a' shows the message or media",
        "callbacks.a.handler": "handler '/a' has neither a message nor media to show",
    }


@each(
    ("body", "media_type", "status", "code"),
    [
        ("version: 1", "text/plain", 415, "unsupported_media_type"),
        ("version: [", "application/yaml", 400, "malformed"),
        ('{"version": 1, "version": 1}', "application/json", 400, "malformed"),
        ("", "application/yaml", 422, "invalid"),
        ('{"version": 1, "handlers": {"a\\u0000": {}}}', "application/json", 422, "invalid"),
        ("#" * (16 << 20), "application/yaml", 422, "invalid"),
        ("#" * (16 << 20) + "#", "application/yaml", 413, "too_large"),
    ],
)
async def test_what_is_no_document_is_refused(as_code, body, media_type, status, code):
    response = await as_code.send("plan", body, media_type)
    assert response.status_code == status, response.text
    assert response.json()["code"] == code


async def test_an_export_has_the_form_that_is_accepted(api, as_code):
    await api.create("buttons", label="x", data="x")
    for accept, media_type in (
        ("*/*", "application/yaml"),
        ("application/json", "application/json"),
        ("application/json;q=0.5, application/yaml", "application/yaml"),
    ):
        response = await api.request("GET", "/export", headers={"Accept": accept})
        assert response.headers["content-type"].split(";")[0] == media_type
        assert response.headers["botloom-config-seq"] == "1"
