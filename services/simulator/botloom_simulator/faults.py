"""Refusals that a test orders, so that it sees what a bot does about them."""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec

from .errors import Refusal

MAX_FAULTS = 1000

_DESCRIPTIONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


class Fault(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The next `times` calls that fit are refused; `method` in any case, None stands for any.

    `retry_after` (seconds) goes into the answer's `parameters`, as Telegram's 429 has it.
    """

    error_code: Annotated[int, msgspec.Meta(ge=400, le=599)]
    method: Annotated[str, msgspec.Meta(min_length=1, max_length=64)] | None = None
    chat_id: int | str | None = None
    description: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)] | None = None
    retry_after: Annotated[int, msgspec.Meta(ge=0, le=86_400)] | None = None
    migrate_to_chat_id: int | None = None
    times: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 1

    def fits(self, method: str, chat_id: str) -> bool:
        return (self.method is None or self.method.lower() == method.lower()) and (
            self.chat_id is None or str(self.chat_id) == chat_id
        )

    def refusal(self) -> Refusal:
        named: Mapping[str, Any] = {
            "retry_after": self.retry_after,
            "migrate_to_chat_id": self.migrate_to_chat_id,
        }
        parameters = {name: value for name, value in named.items() if value is not None}
        return Refusal(self.error_code, self.description or self._usual(), parameters)

    def _usual(self) -> str:
        if self.retry_after is not None:
            return f"Too Many Requests: retry after {self.retry_after}"
        return _DESCRIPTIONS.get(self.error_code, "Error")


class Faults:
    """Those that are still to come, the earliest first."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def __len__(self) -> int:
        return len(self._faults)

    def pending(self) -> tuple[Fault, ...]:
        return tuple(self._faults)

    def add(self, fault: Fault) -> None:
        self._faults.append(fault)

    def clear(self) -> None:
        self._faults.clear()

    def take(self, method: str, chat_id: str) -> Refusal | None:
        """The refusal of the first fault that fits this call, which has then come once."""
        for fault in self._faults:
            if fault.fits(method, chat_id):
                fault.times -= 1
                if fault.times == 0:
                    self._faults.remove(fault)
                return fault.refusal()
        return None
