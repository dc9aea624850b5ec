"""People who all write at once."""

import asyncio

import aiohttp
from support.system import System

PEOPLE = 50


async def send(system: System, updates: int) -> list[int]:
    """Each person sends one message after another. Returns the updates' ids."""
    # Not httpx as elsewhere: for thousands of requests it takes longer than the bot.
    async with aiohttp.ClientSession(system.url("simulator")) as http:

        async def chat(chat_id: int) -> list[int]:
            sent = []
            for _ in range(updates // PEOPLE):
                address = f"/api/chats/{chat_id}/messages"
                async with http.post(address, json={"text": "/start"}) as answer:
                    answer.raise_for_status()
                    sent.append((await answer.json())["update_id"])
            return sent

        sent = await asyncio.gather(*(chat(6_000_000_000 + n) for n in range(PEOPLE)))
    return [update_id for ids in sent for update_id in ids]
