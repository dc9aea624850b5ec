import asyncio
from itertools import chain

import pytest

TITLES = ("b", None, "Б", "a", None, "b", "B", "а")


async def pages(api, path, **params):
    """The pages of a list, followed to its end."""
    found = []
    while True:
        page = await api.get(path, **params)
        found.append(page["items"])
        if page["next_cursor"] is None:
            return found
        params["cursor"] = page["next_cursor"]


def ids(items):
    return [item["id"] for item in items]


@pytest.fixture
async def handlers(api):
    return [
        await api.create(
            "handlers",
            pattern=f"/c{number}",
            message="hi",
            title=title,
            priority=number % 3,
            enabled=number % 2 == 0,
        )
        for number, title in enumerate(TITLES)
    ]


def in_order(handlers, *names):
    """As the API promises: by code points, no text first, and then by id."""
    result = sorted(handlers, key=lambda one: one["id"], reverse=names[-1].startswith("-"))
    for name in reversed(names):
        values = {one["id"]: one[name.removeprefix("-")] for one in handlers}
        keys = {number: "" if value is None else value for number, value in values.items()}
        result.sort(key=lambda one, keys=keys: keys[one["id"]], reverse=name.startswith("-"))
    return ids(result)


@pytest.mark.parametrize(
    "sort", ["id", "-id", "title", "-title", "priority,-title", "-enabled,priority", "-updated_at"]
)
async def test_pages_hold_every_row_once_under_any_sort(api, handlers, sort):
    for limit in (1, 3):
        found = await pages(api, "/handlers", sort=sort, limit=limit)
        assert [len(items) for items in found[:-1]] == [limit] * (len(found) - 1)
        assert ids(chain(*found)) == in_order(handlers, *sort.split(","))


async def test_a_row_that_is_added_or_deleted_moves_no_other_to_another_page(api, handlers):
    first = await api.get("/handlers", sort="-priority", limit=3)
    await api.delete(f"/handlers/{first['items'][-1]['id']}")
    await api.create("handlers", pattern="/new", message="hi", priority=900)
    rest = await pages(api, "/handlers", sort="-priority", limit=3, cursor=first["next_cursor"])
    found = ids(chain(first["items"], *rest))
    assert found == in_order(handlers, "-priority")


async def test_a_cursor_of_another_list_sort_or_filter_is_refused(api, handlers):
    for number in (1, 2):
        await api.create("buttons", label="x", data=f"x{number}")
    page = await api.get("/handlers", sort="title", enabled="true", limit=1)
    cursor = page["next_cursor"]
    for path in (
        "/handlers?sort=title",
        "/handlers?enabled=true",
        "/handlers?sort=title&enabled=false",
        "/handlers?sort=title&enabled=true&q=c",
        "/handlers?sort=-title&enabled=true",
        "/buttons?sort=label",
    ):
        refused = await api.refused(422, "GET", f"{path}&cursor={cursor}")
        assert refused == [("cursor", "cursor")]
    again = await api.get("/handlers", sort="title", enabled="1", limit=2, cursor=cursor)
    assert len(again["items"]) == 2


async def test_filters_let_through_what_they_name(api, handlers):
    assert ids((await api.get("/handlers", enabled="false"))["items"]) == ids(handlers[1::2])
    assert ids((await api.get("/handlers", pattern="/C3"))["items"]) == [handlers[3]["id"]]
    later = (await api.get("/handlers", updated_after=handlers[5]["updated_at"]))["items"]
    assert ids(later) == ids(handlers[6:])
    both = await api.get("/handlers", enabled="true", updated_after=handlers[5]["updated_at"])
    assert ids(both["items"]) == [handlers[6]["id"]]


async def test_what_refers_to_a_thing_is_found_by_its_id(api, handlers):
    button = await api.create("buttons", label="x", data="x")
    keyboard = await api.create("keyboards", name="menu", layout=[[button["id"]]])
    other = await api.create("keyboards", name="other", kind="remove")
    handler_id = handlers[0]["id"]
    await api.patch(f"/handlers/{handler_id}", keyboard_id=keyboard["id"])
    callback = await api.create("callbacks", callback_data="menu", handler_id=handler_id)
    assert ids((await api.get("/handlers", keyboard_id=keyboard["id"]))["items"]) == [handler_id]
    assert (await api.get("/handlers", keyboard_id=other["id"]))["items"] == []
    assert (await api.get("/callbacks", handler_id=handler_id))["items"] == [callback]
    assert (await api.get("/callbacks", callback_data="menu"))["items"] == [callback]
    assert ids((await api.get("/keyboards", kind="remove"))["items"]) == [other["id"]]
    assert ids((await api.get("/keyboards", name="menu"))["items"]) == [keyboard["id"]]


async def test_a_search_knows_upper_and_lower_case_and_no_wildcards(api):
    labels = ("Цены и ДОСТАВКА", "доставка 100%", "100 рублей", "a_b", "aXb", r"c\d")
    for number, label in enumerate(labels):
        await api.create("buttons", label=label, data=f"d{number}")

    async def found(text):
        return [one["label"] for one in (await api.get("/buttons", q=text))["items"]]

    assert await found("доСТавка") == list(labels[:2])
    assert await found("0%") == [labels[1]]
    assert await found("A_B") == ["a_b"]
    assert await found("\\") == [r"c\d"]
    assert await found("D4") == ["aXb"]
    assert await found("/") == []


async def test_sparse_fields_show_what_was_asked_for_and_no_more(api, handlers):
    page = await api.get("/handlers", fields="pattern,id", limit=2, sort="-title")
    assert [set(item) for item in page["items"]] == [{"id", "pattern"}] * 2
    one = await api.get(f"/handlers/{handlers[0]['id']}", fields="action,version")
    assert one == {"action": [{"type": "reply"}], "version": 1}


async def test_a_sparse_read_has_the_etag_of_the_whole(api, handlers):
    path = f"/handlers/{handlers[0]['id']}"
    sparse = await api.request("GET", path, params={"fields": "title"})
    headers = {"If-Match": sparse.headers["etag"]}
    assert (await api.request("PATCH", path, {"title": "x"}, headers=headers)).status_code == 200
    response = await api.request(
        "GET",
        path,
        params={"fields": "title"},
        headers={"If-None-Match": sparse.headers["etag"]},
    )
    assert response.status_code == 200
    assert response.headers["etag"] == '"2"'


@pytest.mark.parametrize("known", ['"1"', 'W/"1"', '"7", "1"', "*"])
async def test_who_has_the_present_version_is_not_sent_it_again(api, handlers, known):
    path = f"/handlers/{handlers[0]['id']}"
    response = await api.request("GET", path, headers={"If-None-Match": known})
    assert response.status_code == 304
    assert response.content == b""
    assert response.headers["etag"] == '"1"'


async def test_parameters_that_mean_nothing_here_are_named(api):
    for query, error in (
        ("enable=true", ("enable", "unknown_parameter")),
        ("enabled=maybe", ("enabled", "type")),
        ("keyboard_id=0", ("keyboard_id", "range")),
        ("keyboard_id=9223372036854775808", ("keyboard_id", "range")),
        ("updated_after=2026-01-31T00:00:00", ("updated_after", "zone")),
        ("updated_after=0001-01-01T00:00:00%2B03:00", ("updated_after", "range")),
        ("updated_after=yesterday", ("updated_after", "type")),
        ("fields=id,colour", ("fields", "choice")),
        ("sort=colour", ("sort", "choice")),
        ("q=", ("q", "length")),
        ("q=" + "x" * 257, ("q", "length")),
        ("pattern=re:(", ("pattern", "regex")),
    ):
        assert await api.refused(422, "GET", f"/handlers?{query}") == [error], query
    assert await api.refused(422, "GET", "/keyboards?kind=round") == [("kind", "choice")]
    assert await api.refused(422, "GET", "/handlers/1?fields=x") == [("fields", "choice")]


UNSTORABLE = ("%00", "a%00b", "%ED%A0%80", "%ED%BF%BFx", "%FF", "%C0%80", "\\ud800")


@pytest.mark.parametrize("path", ["/handlers", "/callbacks", "/buttons", "/keyboards"])
async def test_no_character_in_a_parameter_is_an_error_of_the_server(api, path):
    names = ("q", "sort", "fields", "cursor", "pattern", "data", "name", "kind", "x%00", "limit")
    requests = [
        api.request("GET", f"{path}?{name}={text}") for name in names for text in UNSTORABLE
    ]
    statuses = {answer.status_code for answer in await asyncio.gather(*requests)}
    assert statuses <= {200, 422}
    assert await api.refused(422, "GET", f"{path}?q=a%00b") == [("q", "characters")]
