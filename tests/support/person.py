"""Someone who chats with the bot through the simulator, in a private chat or in a group."""

from typing import Any

import httpx

Json = dict[str, Any]


class Person:
    def __init__(self, http: httpx.AsyncClient, simulator_url: str, chat_id: int) -> None:
        self._http = http
        self._own_chat = f"{simulator_url}/api/chats/{chat_id}"
        self._acts_at = self._chat = self._own_chat
        self.chat_id = chat_id

    def inside(self, group_address: str) -> "Person":
        """The same person, writing, pressing and reading there."""
        inside = Person(self._http, "", self.chat_id)
        inside._own_chat = self._own_chat
        inside._chat = group_address
        inside._acts_at = f"{group_address}/members/{self.chat_id}"
        return inside

    async def _do(self, what: str, body: Any = None) -> Json:
        answer = await self._http.post(f"{self._acts_at}/{what}", json=body, timeout=30)
        assert answer.is_success, answer.text
        done: Json = answer.json() if answer.content else {}
        return done

    async def is_called(self, **names: str | bool | None) -> None:
        """Begins the chat where there is none, so that the bot may write."""
        answer = await self._http.put(self._own_chat, json=names)
        assert answer.is_success, answer.text

    async def says(self, text: str) -> Json:
        return await self._do("messages", {"text": text})

    async def sends(self, kind: str, **fields: Any) -> Json:
        """Any kind of message; without a file a placeholder. Returns the message."""
        sent: Json = (await self._do("messages", {"kind": kind, **fields}))["message"]
        return sent

    async def presses(self, message: Json, data: str) -> Json:
        """A callback button under a message."""
        return await self._do(
            "presses", {"message_id": message["message_id"], "callback_data": data}
        )

    async def presses_key(self, label: str) -> Json:
        """A button of the reply keyboard."""
        return await self._do("keyboard_presses", {"text": label})

    async def blocks(self) -> None:
        await self._do("block")

    async def unblocks(self) -> None:
        await self._do("unblock")

    async def chat(self, after: int | None = None) -> Json:
        query = {} if after is None else {"after": after, "timeout": 15}
        answer = await self._http.get(self._chat, params=query, timeout=30)
        assert answer.is_success, answer.text
        found: Json = answer.json()
        return found

    async def answered(self, count: int = 1) -> list[Json]:
        """The bot's messages, as soon as there are so many."""
        return await self._seen(_of_bot, lambda found: len(found) >= count)

    async def sees(self, text: str) -> Json:
        """The bot's last message, as soon as it says this."""
        found = await self._seen(
            _of_bot, lambda messages: bool(messages) and text in text_of(messages[-1])
        )
        last: Json = found[-1]
        return last

    async def notified(self, count: int = 1) -> list[Json]:
        """The answers to presses, as soon as there are so many."""
        return await self._seen(
            lambda chat: chat["callback_answers"], lambda found: len(found) >= count
        )

    async def sees_chat(self, expected: Any) -> Json:
        """The chat, as soon as it is as `expected`."""
        found: Json = await self._seen(lambda chat: chat, expected)
        return found

    async def _seen(self, part: Any, expected: Any) -> Any:
        chat = await self.chat()
        while not expected(part(chat)):
            version = chat["version"]
            chat = await self.chat(after=version)
            assert chat["version"] > version, f"nothing happened any more; last: {chat}"
        return part(chat)


def _of_bot(chat: Json) -> list[Json]:
    return [message for message in chat["messages"] if message["from"]["is_bot"]]


def text_of(message: Json) -> str:
    text: str = message.get("text") or message.get("caption") or ""
    return text
