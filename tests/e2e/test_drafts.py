"""A draft is tried by its testers, and by nobody else until it is published."""

from collections.abc import Callable
from typing import Any

from redis.asyncio import Redis
from support.eventually import eventually
from support.person import Person, text_of
from support.system import Admin, live

from .conftest import AddHandler


async def asks(person: Person, text: str) -> str:
    """What the bot answers."""
    await person.is_called(first_name="Anna")
    before = [one for one in (await person.chat())["messages"] if one["from"]["is_bot"]]
    await person.says(text)
    answers = await person.answered(len(before) + 1)
    return text_of(answers[-1])


async def comes_to_see(person: Person, text: str, expected: str) -> None:
    await eventually(lambda: asks(person, text), lambda seen: seen == expected)


async def begin_draft(admin: Admin, name: str, tester: Person) -> str:
    """Returns its path."""
    body = {"name": name, "testers": [tester.chat_id]}
    made = await admin.http.post("drafts", json=body)
    assert made.status_code == 201, made.text
    return f"drafts/{made.json()['id']}"


async def change_in(admin: Admin, draft: str, handler_id: int, message: str) -> None:
    changed = await admin.http.patch(f"{draft}/handlers/{handler_id}", json={"message": message})
    assert changed.status_code == 200, changed.text


async def test_testers_see_a_draft_and_everyone_sees_what_is_published(
    admin: Admin, redis: Redis, someone: Callable[[], Person], add_handler: AddHandler
) -> None:
    tester, other = someone(), someone()
    price = await add_handler("price", message="It costs 1")
    draft = await begin_draft(admin, "dearer", tester)
    new: dict[str, Any] = {"pattern": "new", "message": "A novelty"}
    assert (await admin.http.post(f"{draft}/handlers", json=new)).status_code == 201
    await change_in(admin, draft, price, "It costs 2")
    await comes_to_see(tester, "price", "It costs 2")
    assert await asks(tester, "new") == "A novelty"
    assert await asks(other, "price") == "It costs 1"

    # A change of what is live reaches testers, too.
    await admin.create("handlers", pattern="live", message="Live")
    await live(redis, admin.last_seq)
    assert await asks(tester, "live") == "Live"
    assert await asks(tester, "price") == "It costs 2"

    published = await admin.http.post(f"{draft}/publish", json={})
    assert published.status_code == 200, published.text
    await live(redis, published.json()["seq"])
    assert await asks(other, "price") == await asks(tester, "price") == "It costs 2"
    assert await asks(other, "new") == "A novelty"
    await delete_handler(admin, redis, "new")


async def test_nobody_sees_a_draft_that_was_dropped(
    admin: Admin, someone: Callable[[], Person], add_handler: AddHandler
) -> None:
    tester = someone()
    hours = await add_handler("hours", message="9 to 5")
    draft = await begin_draft(admin, "shorter", tester)
    await change_in(admin, draft, hours, "10 to 4")
    await comes_to_see(tester, "hours", "10 to 4")
    assert (await admin.http.delete(draft)).status_code == 204
    await comes_to_see(tester, "hours", "9 to 5")


async def delete_handler(admin: Admin, redis: Redis, pattern: str) -> None:
    """One that the admin did not make by themselves, and so would not tidy up."""
    found = (await admin.http.get("handlers", params={"limit": 200})).json()["items"]
    (handler_id,) = [one["id"] for one in found if one["pattern"] == pattern]
    await admin.delete("handlers", handler_id)
    await live(redis, admin.last_seq)
