"""The calls of bots, for tests of limits and repetitions."""

from collections import deque
from collections.abc import Mapping
from typing import Any

import msgspec

MAX_CALLS = 5000
_MAX_VALUE = 8192
_MAX_VALUES = 40

_NOT_LOGGED = frozenset({"getUpdates"})


class CallRecord(msgspec.Struct, frozen=True):
    """`time` is in Unix seconds, when the call came; `outcome` is `ok` or the error code.

    `via` is `request` or `webhook_response`.
    """

    bot_id: int
    method: str
    chat_id: str
    time: float
    outcome: str
    description: str | None
    via: str
    parameters: dict[str, Any]


class CallLog:
    """Keeps the newest `MAX_CALLS`; polling would fill it and is left out."""

    def __init__(self) -> None:
        self._calls: deque[CallRecord] = deque(maxlen=MAX_CALLS)

    def add(self, call: CallRecord) -> None:
        if call.method not in _NOT_LOGGED:
            self._calls.append(call)

    def clear(self) -> None:
        self._calls.clear()

    def find(self, bot_id: int, method: str | None, chat_id: str | None) -> list[CallRecord]:
        """Of one bot, the newest last; None stands for any."""
        return [
            call
            for call in self._calls
            if call.bot_id == bot_id
            and (method is None or call.method.lower() == method.lower())
            and (chat_id is None or call.chat_id == chat_id)
        ]


def bounded(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Long values are cut; what is no text keeps its form where it is short enough."""
    return {name: _bounded(parameters[name]) for name in list(parameters)[:_MAX_VALUES]}


def _bounded(value: Any) -> Any:
    if isinstance(value, str):
        return value[:_MAX_VALUE]
    text = msgspec.json.encode(value)
    return value if len(text) <= _MAX_VALUE else text[:_MAX_VALUE].decode("utf-8", "replace")
