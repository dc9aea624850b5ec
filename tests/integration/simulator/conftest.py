from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web
from aiohttp.test_utils import TestServer
from botloom_simulator.app import build_app

TOKEN = "4242:simulated-token_of-the-tests"
CHAT = 5_000_000_123


class Person:
    """Acts for one person through the control API, and reads what they see."""

    def __init__(self, http: aiohttp.ClientSession, chat_id: int) -> None:
        self._http = http
        self.chat_id = chat_id
        self._address = f"/api/chats/{chat_id}"

    async def post(self, path: str, body: object = None) -> dict:
        async with self._http.post(f"{self._address}/{path}", json=body) as response:
            answer = await response.json(content_type=None)
            assert response.ok, answer
            return answer

    async def say(self, text: str) -> dict:
        return await self.post("messages", {"text": text})

    async def press(self, message_id: int, data: str) -> dict:
        return await self.post("presses", {"message_id": message_id, "callback_data": data})

    async def chat(self, after: int | None = None, timeout_s: float = 10) -> dict:
        query = {} if after is None else {"after": str(after), "timeout": str(timeout_s)}
        async with self._http.get(self._address, params=query) as response:
            assert response.ok
            return await response.json()

    async def sees(self, condition) -> dict:
        """The chat as soon as the condition holds in it."""
        chat = await self.chat()
        while not condition(chat):
            version = chat["version"]
            chat = await self.chat(after=version)
            assert chat["version"] > version, "nothing happened in the chat"
        return chat


@pytest.fixture
async def address() -> AsyncIterator[str]:
    async with TestServer(build_app("botloom_simulated_bot")) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
async def http(address) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(address) as session:
        yield session


@pytest.fixture
async def bot(address) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    async with Bot(TOKEN, session=session) as bot:
        await bot.get_me()
        yield bot


@pytest.fixture
def person(http, bot) -> Person:
    return Person(http, CHAT)


@pytest.fixture
async def met(person) -> Person:
    """A person who has written to the bot."""
    await person.say("/start")
    return person


@asynccontextmanager
async def webhook_server(handler) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", handler)
    async with TestServer(app) as server:
        yield str(server.make_url("/hook"))
