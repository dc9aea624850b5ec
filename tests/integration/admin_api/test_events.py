import pytest


async def listed(api, **filters):
    """The `seq` of each event of all pages."""
    found, cursor = [], None
    while True:
        page = await api.get(
            "/events", limit=2, **filters, **({"cursor": cursor} if cursor else {})
        )
        found += [event["seq"] for event in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


@pytest.fixture
async def menu(api):
    """A button that was made (1), renamed (2) and deleted (5), and a handler (3, 4)."""
    button = await api.create("buttons", label="x", data="x")
    await api.patch(f"/buttons/{button['id']}", label="y")
    handler = await api.create("handlers", pattern="/start", message="hi")
    changes = {"message": "bye", "action": [{"type": "typing"}, {"type": "reply"}]}
    await api.patch(f"/handlers/{handler['id']}", **changes)
    await api.delete(f"/buttons/{button['id']}")
    return {"button": button["id"], "handler": handler["id"]}


async def test_events_come_newest_first_by_pages_and_by_what_is_asked_for(api, menu, database):
    assert await listed(api) == [5, 4, 3, 2, 1]
    assert await listed(api, order="oldest") == [1, 2, 3, 4, 5]
    assert await listed(api, entity="handler") == [4, 3]
    assert await listed(api, entity="button", entity_id=menu["button"]) == [5, 2, 1]
    assert await listed(api, entity="button", entity_id=99) == []
    assert await listed(api, actor="token:admin") == [5, 4, 3, 2, 1]
    assert await listed(api, actor="account:1") == []

    times = [event["occurred_at"] for event in (await api.get("/events"))["items"]]
    assert await listed(api, since=times[1]) == [5, 4]
    assert await listed(api, until=times[1]) == [3, 2, 1]

    await database.execute("UPDATE config_events SET cause = 'restore:' || seq WHERE seq > 3")
    await database.execute("UPDATE config_events SET cause = 'restored' WHERE seq = 1")
    assert await listed(api, cause="restore:4") == [4]
    assert await listed(api, cause="restore") == [5, 4]


async def test_whoever_changed_something_is_named_once(api, menu, client, database):
    token = await api.create("tokens", name="Deployment", role="editor")
    headers = {"Authorization": f"Bearer {token['token']}"}
    for label in ("a", "b"):
        button = {"label": label, "data": label}
        assert (await client.post("/api/v1/buttons", json=button, headers=headers)).is_success
    await api.delete(f"/tokens/{token['id']}")
    await api.create("tokens", name="Never used", role="editor")
    await database.execute(
        "INSERT INTO config_events (seq, event_id, occurred_at, actor, type, entity, entity_id,"
        " state) SELECT 8, gen_random_uuid(), now(), 'importer', type, entity, 99, state"
        " FROM config_events WHERE seq = 1"
    )
    assert [(one["actor"], one["actor_name"]) for one in await api.get("/events/actors")] == [
        ("token:admin", "BOTLOOM_ADMIN_TOKEN"),
        (f"token:{token['id']}", "Deployment"),
        ("importer", "importer"),
    ]


async def test_nobody_has_changed_what_is_new(api):
    assert await api.get("/events/actors") == []


async def test_an_event_tells_what_changed_where(api, menu):
    deleted, changed, *_ = (await api.get("/events"))["items"]
    assert (changed["type"], changed["name"]) == ("handler.updated", "/start")
    assert (changed["actor"], changed["actor_name"]) == ("token:admin", "BOTLOOM_ADMIN_TOKEN")
    assert changed["changes"] == [
        {"field": "action[0]", "before": None, "after": {"type": "typing"}},
        {"field": "message", "before": "hi", "after": "bye"},
    ]
    assert (deleted["name"], deleted["entity_id"]) == ("y", menu["button"])

    whole = await api.get(f"/events/{changed['seq']}")
    assert {name: whole[name] for name in changed} == changed
    assert (whole["previous"]["message"], whole["state"]["message"]) == ("hi", "bye")
    assert (await api.get(f"/events/{deleted['seq']}"))["state"] is None


async def test_what_makes_no_sense_is_refused(api, menu):
    for query, problem in [
        ("entity_id=1", ("entity", "required")),
        ("since=yesterday", ("since", "time")),
        ("cursor=handler", ("cursor", "cursor")),
        ("entity=bot", ("entity", "choice")),
        ("actor=%00", ("actor", "characters")),
        ("order=random", ("order", "choice")),
    ]:
        assert await api.refused(422, "GET", f"/events?{query}") == [problem]
    for path in ("/6", "/0", "/state?seq=6", "/diff?from=0&to=6", "/diff?from=6&to=0"):
        await api.problem(404, "GET", f"/events{path}")
    for path in ("/state", "/state?seq=-1", "/diff?from=1", "/state?seq=1&cursor=eDox"):
        await api.problem(422, "GET", f"/events{path}")


async def test_a_configuration_of_the_past_is_shown_by_pages(api, menu):
    async def names(seq, **filters):
        found, cursor = [], None
        while True:
            more = {"cursor": cursor} if cursor else {}
            page = await api.get("/events/state", seq=seq, limit=1, **filters, **more)
            found += [(one["entity"], one["name"]) for one in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                return found

    assert await names(0) == []
    assert await names(1) == [("button", "x")]
    assert await names(3) == [("button", "y"), ("handler", "/start")]
    assert await names(3, entity="handler") == [("handler", "/start")]
    assert await names(5) == [("handler", "/start")]


async def test_two_configurations_are_compared_an_object_once(api, menu):
    async def changes(start, end):
        page = await api.get("/events/diff", **{"from": start, "to": end})
        return page["counts"], [(one["name"], one["change"]) for one in page["items"]]

    none = {"created": 0, "updated": 0, "deleted": 0}
    assert await changes(0, 5) == (none | {"created": 1}, [("/start", "created")])
    assert await changes(5, 0) == (none | {"deleted": 1}, [("/start", "deleted")])
    assert await changes(2, 4) == (none | {"created": 1}, [("/start", "created")])
    assert await changes(3, 5) == (
        none | {"updated": 1, "deleted": 1},
        [("y", "deleted"), ("/start", "updated")],
    )
    assert await changes(4, 4) == (none, [])
    page = await api.get("/events/diff", **{"from": 1, "to": 4, "limit": 1})
    (first,) = page["items"]
    assert first["fields"] == [{"field": "label", "before": "x", "after": "y"}]
    following = {"from": 1, "to": 4, "limit": 1, "cursor": page["next_cursor"]}
    page = await api.get("/events/diff", **following)
    assert [one["name"] for one in page["items"]] == ["/start"]
    assert (page["next_cursor"], page["counts"]) == (None, none | {"created": 1, "updated": 1})


async def test_what_is_changed_and_changed_back_does_not_differ(api, menu):
    path = f"/handlers/{menu['handler']}"
    await api.patch(path, message="again")
    await api.patch(path, message="bye")
    page = await api.get("/events/diff", **{"from": 5, "to": 7})
    assert (page["items"], sum(page["counts"].values())) == ([], 0)


async def test_blame_tells_who_set_each_field_when(api, menu, database):
    await database.execute("UPDATE config_events SET actor = 'account:7' WHERE seq = 4")
    told = await api.get(f"/handlers/{menu['handler']}/blame")
    assert (told["entity"], told["name"], told["deleted"]) == ("handler", "/start", None)
    fields = {one["field"]: one for one in told["fields"]}
    assert {"id", "version", "match_key"}.isdisjoint(fields)
    assert {
        name: (fields[name]["seq"], fields[name]["actor"]) for name in ("pattern", "message")
    } == {
        "pattern": (3, "token:admin"),
        "message": (4, "account:7"),
    }
    assert fields["action"]["value"] == [{"type": "typing"}, {"type": "reply"}]
    event = await api.get("/events/4")
    assert fields["message"]["occurred_at"] == event["occurred_at"]


async def test_blame_knows_deleted_objects_and_no_others(api, menu):
    told = await api.get(f"/buttons/{menu['button']}/blame")
    assert (told["deleted"]["seq"], told["name"]) == (5, "y")
    fields = {one["field"]: (one["value"], one["seq"]) for one in told["fields"]}
    assert (fields["label"], fields["data"]) == (("y", 2), ("x", 1))
    for path in ("/buttons/99/blame", f"/keyboards/{menu['button']}/blame", "/buttons/0/blame"):
        await api.problem(404, "GET", path)
