from datetime import timedelta

import pytest
from support.each import each
from support.interactions import interaction, written

from .people import BEGIN, HOUR, crowd
from .test_lists import pages

EXACT = """
SELECT people.*, min(timestamp) AS first_seen, max(timestamp) AS last_seen
FROM people JOIN statistics USING (user_id) GROUP BY people.user_id
"""


@pytest.fixture
async def people(database_url, database):
    """The rows, with the exact moments, by the user's id."""
    await written(database_url, *crowd())
    return {row["user_id"]: dict(row) for row in await database.fetch(EXACT)}


def moment(value):
    return None if value is None else value.isoformat().replace("+00:00", "Z")


async def listed(api, **params):
    found = await pages(api, "/people", **params)
    return [person["user_id"] for items in found for person in items]


async def test_people_are_shown_as_their_interactions_tell(api, people):
    shown = {one["user_id"]: one for one in (await api.get("/people", limit=200))["items"]}
    assert shown.keys() == people.keys()
    for user_id, row in people.items():
        names = ("user_id", "first_name", "last_name", "username", "language_code", "source")
        moments = {name: moment(row[name]) for name in ("first_seen", "last_seen", "blocked_since")}
        assert shown[user_id] == {**{name: row[name] for name in names}, **moments, "tags": []}


async def test_lists_are_sorted_filtered_and_searched(api, people, database):
    def ids(condition):
        return {user_id for user_id, row in people.items() if condition(row)}

    for sort, key in (
        ("-last_seen", "last_quarter"),
        ("first_seen", "first_quarter"),
        ("username", "username"),
        ("-user_id", "user_id"),
    ):
        turned = sort.startswith("-")
        order = sorted(people, reverse=turned)
        order.sort(
            key=lambda one, key=key: "" if people[one][key] is None else people[one][key],
            reverse=turned,
        )
        assert await listed(api, sort=sort, limit=7) == order
    assert await listed(api, limit=3) == await listed(api, sort="-last_seen", limit=200)

    await api.patch("/people/7000000003", tags=["  VIP ", "vip", "Новый  клиент"])
    cases = [
        ({"blocked": True}, lambda row: row["blocked_since"]),
        ({"blocked": False}, lambda row: not row["blocked_since"]),
        ({"source": "ads"}, lambda row: row["source"] == "ads"),
        ({"language_code": "ru"}, lambda row: row["language_code"] == "ru"),
        ({"tag": "Vip"}, lambda row: row["user_id"] == 7_000_000_003),
        ({"q": "ANNA"}, lambda row: (row["first_name"] or "").lower() == "anna"),
        ({"q": "anna petrova"}, lambda row: row["user_id"] % 3 == 0 and
            (row["first_name"] or "").lower() == "anna"
            and row["last_name"] == "Petrova"),
        ({"q": "борис"}, lambda row: row["first_name"] == "Борис"),
        ({"q": "@user1"}, lambda row: (row["username"] or "").startswith("User1")),
        ({"q": "%_\\"}, lambda row: row["first_name"] == "50%_\\"),
        ({"q": "7000000005"}, lambda row: row["user_id"] == 7_000_000_005),
        ({"q": "nobody"}, lambda row: False),
    ]  # fmt: skip
    for params, condition in cases:
        assert set(await listed(api, limit=9, **params)) == ids(condition), params
    for row in list(people.values())[:12]:
        for name in ("first_seen", "last_seen"):
            for border in (row[name], row[name] + timedelta(microseconds=1), BEGIN + 50 * HOUR):
                later = set(await listed(api, **{f"{name}_from": border.isoformat()}))
                earlier = set(await listed(api, **{f"{name}_to": border.isoformat()}))
                assert later == ids(lambda one, name=name, border=border: one[name] >= border)
                assert earlier == people.keys() - later


async def test_of_interactions_that_are_no_longer_kept_the_quarter_is_known(api, people, database):
    await database.execute("DELETE FROM statistics")
    for person in (await api.get("/people"))["items"]:
        row = people[person["user_id"]]
        assert person["first_seen"] == moment(row["first_quarter"])
        assert person["last_seen"] == moment(row["last_quarter"])


async def test_a_person_is_told_with_totals_in_a_time_zone(api, people, database):
    for user_id in list(people)[:10]:
        for zone in ("UTC", "Europe/Berlin", "Asia/Kathmandu"):
            person = await api.get(f"/people/{user_id}", tz=zone)
            events = await database.fetch(
                "SELECT event, count(*) FROM statistics WHERE user_id = $1 GROUP BY 1", user_id
            )
            days = await database.fetchval(
                "SELECT count(DISTINCT (timestamp AT TIME ZONE $2)::date) FROM statistics"
                " WHERE user_id = $1", user_id, zone,
            )  # fmt: skip
            assert person["tz"] == zone
            assert person["totals"] == {
                "interactions": sum(count for _, count in events),
                "active_days": days,
                "events": dict(events),
            }


async def test_a_timeline_has_what_a_person_did_with_the_names_of_today(api, people, database):
    handler = await api.create("handlers", pattern="/start", message="Hi", title="Greeting")
    await api.create("buttons", label="Prices", data="prices")
    (user_id, *_) = people
    found = await pages(api, f"/people/{user_id}/timeline", limit=4)
    rows = await database.fetch(
        "SELECT * FROM statistics WHERE user_id = $1 ORDER BY timestamp DESC", user_id
    )
    entries = [entry for items in found for entry in items]
    assert [entry["at"] for entry in entries] == [moment(row["timestamp"]) for row in rows]
    for entry, row in zip(entries, rows, strict=True):
        known = row["handler_id"] == handler["id"]
        assert entry["handler"] == (
            row["handler_id"]
            and {
                "id": row["handler_id"],
                "pattern": "/start" if known else None,
                "title": "Greeting" if known else None,
                "deleted": not known,
            }
        )
        label = "Prices" if row["callback_data"] == "prices" else None
        assert entry["button"] == (
            row["callback_data"] and {"callback_data": row["callback_data"], "label": label}
        )
        assert (entry["event"], entry["payload"]) == (row["event"], row["payload"])
        assert (entry["chat_id"], entry["config_seq"]) == (row["chat_id"], row["config_seq"])


async def test_many_people_are_tagged_at_once(api, people, database):
    first, second, *_ = sorted(people)
    answer = await api.request("POST", "/people/tags?language_code=ru", {"add": ["RU", "new"]})
    russian = {one for one, row in people.items() if row["language_code"] == "ru"}
    assert answer.json() == {"people": len(russian)}
    assert set(await listed(api, tag="ru")) == russian
    body = {"add": ["vip"], "remove": ["new"], "user_ids": [first, second, 1]}
    await api.request("POST", "/people/tags", body)
    assert set(await listed(api, tag="vip")) == {first, second}
    again = await api.request("POST", "/people/tags", body)
    assert again.json() == {"people": 0}
    tags = await api.get("/people/tags")
    assert tags["items"] == [
        {"tag": tag, "people": count}
        for tag, count in await database.fetch(
            "SELECT tag, count(*) FROM people, unnest(tags) tag GROUP BY 1 ORDER BY 2 DESC, 1"
        )
    ]
    many = [f"tag {number}" for number in range(50)]
    await api.patch(f"/people/{first}", tags=many)
    refused = await api.refused(422, "POST", "/people/tags", {"add": ["one more"]})
    assert refused == [("add", "length")]
    assert await listed(api, tag="one more") == []


@each(
    ("method", "path", "body", "status", "error"),
    [
        ("GET", "/people?sort=tags", None, 422, ("sort", "choice")),
        ("GET", "/people?name=x", None, 422, ("name", "unknown_parameter")),
        ("GET", "/people?first_seen_from=2026-11-23T12:00:00", None, 422,
            ("first_seen_from", "zone")),
        ("GET", "/people?tag=%20", None, 422, ("tag", "length")),
        ("GET", "/people/5", None, 404, None),
        ("GET", "/people/-5", None, 404, None),
        ("GET", f"/people/{2**70}", None, 404, None),
        ("GET", "/people/7000000003?tz=Mars", None, 422, ("tz", "zone")),
        ("GET", "/people/7000000003/timeline?cursor=x", None, 422, ("cursor", "cursor")),
        ("GET", "/people/5/timeline", None, 404, None),
        ("PATCH", "/people/5", {"tags": ["a"]}, 404, None),
        ("PATCH", "/people/7000000003", {"first_name": "a"}, 422, ("first_name", "unknown_field")),
        ("PATCH", "/people/7000000003", {"tags": ["a", " "]}, 422, ("tags[1]", "length")),
        ("PATCH", "/people/7000000003", {"tags": ["a" * 65]}, 422, ("tags[0]", "length")),
        ("PATCH", "/people/7000000003", {"tags": ["a"] * 51}, 422, ("tags", "length")),
        ("POST", "/people/tags?limit=1", {"add": ["a"]}, 422, ("limit", "unknown_parameter")),
        ("POST", "/people/tags", {"user_ids": [-1]}, 422, ("user_ids[0]", "range")),
    ],
)  # fmt: skip
async def test_what_can_not_be_is_refused(api, database_url, method, path, body, status, error):
    await written(database_url, interaction(1, user_id=7_000_000_003))
    refused = await api.refused(status, method, path, body)
    assert refused == ([] if error is None else [error])
