"""Every kind of pattern takes the messages and occurrences that it names."""

from collections.abc import Callable

import asyncpg
import pytest
from redis.asyncio import Redis
from support.eventually import eventually
from support.person import Person
from support.simulator import Simulator
from support.system import Admin, System, live

from .conftest import AddHandler

pytestmark = pytest.mark.xdist_group("polling")

KINDS = (
    "photo", "video", "document", "audio", "voice", "video_note", "sticker", "animation",
    "contact", "location", "venue", "poll", "dice",
)  # fmt: skip


@pytest.fixture
def system(polling_system: System) -> System:
    return polling_system


async def events(database: asyncpg.Connection, person: Person, count: int) -> list[str]:
    """What statistics say of the person, as soon as there are so many."""
    rows = await eventually(
        lambda: database.fetch(
            "SELECT event FROM statistics WHERE user_id = $1 ORDER BY timestamp", person.chat_id
        ),
        lambda found: len(found) >= count,
    )
    return [row["event"] for row in rows]


async def test_texts_go_to_the_most_specific_pattern(
    admin: Admin, redis: Redis, person: Person
) -> None:
    patterns = {
        "/go": "command {payload|-}",
        "/go promo": "exact argument",
        "/go ref_*": "argument {1}",
        "price": "exact text",
        "price of *": "glob {1}",
        "* of *": "short glob {1}, {2}",
        r"re:^(?P<count>\d+) cups? of (\w+)$": "expression {count} {2}",
        "*": "fallback {text}",
    }
    for pattern, message in patterns.items():
        await admin.create("handlers", pattern=pattern, message=message)
    await live(redis, admin.last_seq)
    said = {
        "/go": "command -",
        "/GO@botloom_simulated_bot else": "command else",
        "/go promo": "exact argument",
        "/go ref_17": "argument 17",
        "  PRICE ": "exact text",
        "Price of Green  tea": "glob Green tea",
        "price list of shop": "short glob price list, shop",
        "2 cups of tea": "short glob 2 cups, tea",
        "prices": "fallback prices",
    }
    for count, (text, answer) in enumerate(said.items(), 1):
        await person.says(text)
        assert (await person.answered(count))[-1]["text"] == answer


async def test_an_expression_gives_its_groups(person: Person, add_handler: AddHandler) -> None:
    await add_handler(r"re:(?i)^(?P<count>\d+) CUPS of (\w+)$", message="{count}, {2}")
    await person.says("2 cups of Tea")
    await person.sees("2, Tea")


async def test_the_higher_priority_wins_among_equals(
    person: Person, add_handler: AddHandler
) -> None:
    await add_handler("a* one", message="Low")
    await add_handler("*a one", message="High", priority=5)
    await person.says("a one")
    await person.sees("High")


async def test_every_kind_of_message_reaches_its_handler(
    admin: Admin, redis: Redis, person: Person
) -> None:
    for kind in KINDS:
        await admin.create("handlers", pattern=f":{kind}", message=f"Got a {kind}.")
    await live(redis, admin.last_seq)
    for kind in KINDS:
        await person.sends(kind)
        await person.sees(f"Got a {kind}.")


async def test_who_joins_and_leaves_a_group_is_greeted_there(
    simulator: Simulator,
    someone: Callable[[], Person],
    person: Person,
    add_handler: AddHandler,
    database: asyncpg.Connection,
) -> None:
    await person.is_called(first_name="Anna")
    group = await simulator.group(someone(), title="Club")
    await add_handler(":new_member", message="Welcome to {chat_title}, {first_name}")
    await add_handler(":left_member", message="Farewell, {first_name}")
    seen = group.seen_by(person)
    await group.joins(person)
    await seen.sees("Welcome to Club, Anna")
    await group.leaves(person)
    await seen.sees("Farewell, Anna")
    assert await events(database, person, 2) == ["new_member", "left_member"]


async def test_whoever_blocks_the_bot_is_noticed_and_greeted_when_back(
    someone: Callable[[], Person],
    person: Person,
    add_handler: AddHandler,
    database: asyncpg.Connection,
) -> None:
    operator = someone()
    await operator.is_called(first_name="Operator")
    tell = {"type": "notify", "chat": operator.chat_id, "text": "Lost {first_name}"}
    await add_handler(":blocked", action=[tell])
    await add_handler(":unblocked", message="Welcome back")
    await person.is_called(first_name="Anna")
    await person.blocks()
    await operator.sees("Lost Anna")
    await person.unblocks()
    await person.sees("Welcome back")
    assert await events(database, person, 2) == ["blocked", "unblocked"]


async def test_a_request_to_join_is_answered_in_private(
    simulator: Simulator,
    someone: Callable[[], Person],
    person: Person,
    add_handler: AddHandler,
    database: asyncpg.Connection,
) -> None:
    group = await simulator.group(someone())
    await add_handler(":join_request", message="We look at it, {first_name}")
    await person.is_called(first_name="Anna")
    await group.is_asked_by(person)
    await person.sees("We look at it, Anna")
    assert (await events(database, person, 1)) == ["join_request"]
