"""Handlers in code get what no rule of the constructor takes, in both modes."""

from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from botloom_constructor.steps import Reply
from botloom_gateway.code_handlers import GROUP, load_routers
from botloom_gateway.settings import Settings
from redis.asyncio import Redis
from support.cache import callback, fill, handler, inline_keyboard
from support.person import Person

from .conftest import gateway, recorded

CODE = """
from aiogram import F, Router
from aiogram.filters import Command

router = Router()
not_a_router = object()


@router.message(Command("code", "start"))
async def command(message):
    return message.answer("From code")


@router.message(F.text == "menu")
async def menu(message):
    markup = {"inline_keyboard": [
        [{"text": data, "callback_data": data}] for data in ("coded", "ruled", "nobody's", "fails")
    ]}
    await message.answer("Menu of code", reply_markup=markup)


@router.message(F.text == "fail")
async def fail(message):
    raise RuntimeError("a mistake in code")


@router.callback_query(F.data == "coded")
async def coded(query):
    await query.answer("Coded")


@router.callback_query(F.data == "fails")
async def fails(query):
    raise RuntimeError("a mistake in code")


@router.edited_message()
async def edited(message):
    return message.answer("Edited")
"""


def install(directory: Path, name: str) -> None:
    """Lay a package with an entry point into `directory`, as an installer does."""
    module = f"routers_{uuid4().hex}"
    (directory / f"{module}.py").write_text(CODE)
    metadata = directory / f"{module}-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text(f"[{GROUP}]\nshop = {module}:{name}\n")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "router")
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.fixture(autouse=True)
async def configuration(redis: Redis) -> None:
    values = handler("/start", message="From the constructor")
    values |= callback("ruled", action=(Reply(),), message="Ruled") | inline_keyboard(1, "gone")
    await fill(redis, 1, values)


@pytest.fixture
async def bot(installed: None, either: Settings) -> Settings:
    return either


async def test_code_gets_what_no_rule_takes_and_what_it_returns_is_sent(
    bot: Settings, anna: Person, redis: Redis
) -> None:
    async with gateway(bot):
        await anna.says("/code")
        await anna.sees("From code")
        (found,) = await recorded(redis)
    assert (found.event, found.handler_id) == ("command", None)


async def test_the_constructors_rules_come_first(bot: Settings, anna: Person) -> None:
    async with gateway(bot):
        await anna.says("/start")
        await anna.says("/code")
        answers = [message["text"] for message in await anna.answered(2)]
    assert sorted(answers) == ["From code", "From the constructor"]


async def test_presses_go_to_the_rule_to_code_or_end_as_stale(bot: Settings, anna: Person) -> None:
    async with gateway(bot):
        await anna.says("menu")
        (menu,) = await anna.answered()
        await anna.presses(menu, "ruled")
        await anna.sees("Ruled")
        await anna.notified(1)
        await anna.presses(menu, "coded")
        (_, coded) = await anna.notified(2)
        await anna.presses(menu, "nobody's")
        (*_, stale) = await anna.notified(3)
    assert coded["text"] == "Coded"
    assert stale["text"] in {"This button no longer works.", "Эта кнопка больше не действует."}


async def test_a_mistake_in_code_loses_no_update(bot: Settings, anna: Person, redis: Redis) -> None:
    async with gateway(bot):
        await anna.says("fail")
        await anna.says("/code")
        await anna.sees("From code")
        assert [found.event for found in await recorded(redis)] == ["message", "command"]


async def test_a_press_that_code_fails_on_is_answered_all_the_same(
    bot: Settings, anna: Person
) -> None:
    async with gateway(bot):
        await anna.says("menu")
        (menu,) = await anna.answered()
        await anna.presses(menu, "fails")
        (answer,) = await anna.notified(1)
    assert answer["text"] is None


async def test_kinds_of_updates_that_only_code_takes_come_to_it(
    bot: Settings, anna: Person, simulator: str
) -> None:
    async with gateway(bot), httpx.AsyncClient() as http:
        await anna.says("/start")
        await anna.answered()
        chat = {"id": anna.chat_id, "type": "private"}
        person = {"id": anna.chat_id, "is_bot": False, "first_name": "Anna"}
        body = {"message_id": 1, "date": 1, "edit_date": 2, "chat": chat, "from": person}
        await http.post(f"{simulator}/api/updates", json={"edited_message": {**body, "text": "x"}})
        await anna.sees("Edited")


def test_an_entry_point_that_is_no_router_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "not_a_router")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(TypeError, match=r"botloom\.routers: routers_\w+:not_a_router is a "):
        load_routers()


def test_without_packages_there_are_no_routers() -> None:
    assert load_routers() == []
