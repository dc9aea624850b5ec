"""What tests ask of the simulator beside what people do: calls, faults, files and groups."""

from collections.abc import Callable
from typing import Any

import httpx

from .eventually import eventually
from .person import Json, Person


class Simulator:
    def __init__(self, http: httpx.AsyncClient, url: str) -> None:
        self._http = http
        self.url = url

    async def calls(self, method: str | None = None, chat_id: int | None = None) -> list[Json]:
        """Those of the bot so far, the newest last."""
        asked = {"method": method, "chat_id": chat_id}
        query = {name: value for name, value in asked.items() if value is not None}
        answer = await self._http.get(f"{self.url}/api/calls", params=query)
        assert answer.is_success, answer.text
        found: list[Json] = answer.json()
        return found

    async def called(
        self,
        count: int,
        method: str | None = None,
        chat_id: int | None = None,
        expected: Callable[[Json], bool] = lambda _: True,
    ) -> list[Json]:
        """The calls that are as `expected`, as soon as there are so many."""

        async def look() -> list[Json]:
            return [call for call in await self.calls(method, chat_id) if expected(call)]

        return await eventually(look, lambda found: len(found) >= count)

    async def refuses(self, error_code: int, **fault: Any) -> None:
        """The next calls that fit; see the simulator's `faults.Fault`."""
        body = {"error_code": error_code, **fault}
        answer = await self._http.post(f"{self.url}/api/faults", json=body)
        assert answer.is_success, answer.text

    async def fetches(self, url: str) -> int:
        """How often Telegram downloaded from an address."""
        answer = await self._http.get(f"{self.url}/api/files")
        return sum(file["fetched"] for file in answer.json() if file["url"] == url)

    async def sends_update(self, **update: Any) -> None:
        """Any update, of one type."""
        answer = await self._http.post(f"{self.url}/api/updates", json=update)
        assert answer.is_success, answer.text

    async def group(self, *members: Person, **fields: Any) -> "Group":
        """A new one where the bot is an administrator, unless it is said otherwise."""
        body = {"title": "Ours", "members": [one.chat_id for one in members], **fields}
        answer = await self._http.post(f"{self.url}/api/groups", json=body)
        assert answer.is_success, answer.text
        return Group(self._http, self.url, answer.json()["id"])


class Group:
    def __init__(self, http: httpx.AsyncClient, simulator_url: str, group_id: int) -> None:
        self._http = http
        self._address = f"{simulator_url}/api/groups/{group_id}"
        self.id = group_id

    def seen_by(self, person: Person) -> Person:
        return person.inside(self._address)

    async def joins(self, person: Person, **fields: str) -> None:
        await self._put(f"members/{person.chat_id}", **fields)

    async def leaves(self, person: Person) -> None:
        answer = await self._http.delete(f"{self._address}/members/{person.chat_id}")
        assert answer.is_success, answer.text

    async def is_asked_by(self, person: Person) -> None:
        """The person asks to join."""
        await self._put(f"join_requests/{person.chat_id}")

    async def state(self) -> Json:
        answer = await self._http.get(self._address)
        found: Json = answer.json()
        return found

    async def members(self) -> set[int]:
        return {member["user"]["id"] for member in (await self.state())["members"]}

    async def _put(self, path: str, **body: Any) -> None:
        answer = await self._http.put(f"{self._address}/{path}", json=body)
        assert answer.is_success, answer.text
