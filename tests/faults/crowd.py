"""People who all write at once."""

import asyncio

import httpx
from support.system import System

PEOPLE = 50


async def send(system: System, updates: int) -> list[int]:
    """Each person sends one message after another. Returns the updates' ids."""
    limits = httpx.Limits(max_connections=PEOPLE)
    async with httpx.AsyncClient(limits=limits, timeout=60) as http:

        async def chat(chat_id: int) -> list[int]:
            person = system.person(chat_id, http)
            return [(await person.says("/start"))["update_id"] for _ in range(updates // PEOPLE)]

        sent = await asyncio.gather(*(chat(6_000_000_000 + n) for n in range(PEOPLE)))
    return [update_id for ids in sent for update_id in ids]
