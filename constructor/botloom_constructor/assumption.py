"""What explain takes for granted, by a stable code and in words."""

from collections.abc import Mapping
from typing import Literal

import msgspec

AssumptionCode = Literal["not_subscribed", "answer", "pause", "request", "passed", "too_long"]

_WORDS: Mapping[AssumptionCode, str] = {
    "not_subscribed": "the person is not subscribed to {chat}",
    "answer": "goes on with the answer, which is kept as `{variable}`",
    "pause": "goes on after {seconds} s",
    "request": "{method} {url} is answered with 200 and {{}}",
    "passed": "the bot passes over this update: {reason}",
    "too_long": "what is left of the action is too long to go on with it here",
}


class Assumption(msgspec.Struct, frozen=True, kw_only=True):
    code: AssumptionCode
    params: dict[str, str] = {}
    """`chat`, `variable`, `seconds`, `method` and `url`, or `reason` and `bot`, by the code.

    `reason` is a stable code, too: `kind`, `no_sender`, `membership`, or `other_bot` with `bot`."""

    def words(self) -> str:
        return _WORDS[self.code].format_map(self.params)


def assumption(code: AssumptionCode, **params: object) -> Assumption:
    return Assumption(code=code, params={name: str(value) for name, value in params.items()})
