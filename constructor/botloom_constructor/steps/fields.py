"""Fields that several steps have."""

import re
from collections.abc import Iterator

from botloom_contracts.errors import FieldProblem

from .base import Place

ChatTarget = int | str
"""A chat's id, or a public one's `@username`."""

_USERNAME = re.compile(r"@[A-Za-z][A-Za-z0-9_]{3,31}")
_VARIABLE = re.compile(r"[a-z][a-z0-9_]{0,31}")

CHAT_ID_MAX = 2**52


def check_chat(place: Place, field: str, chat: ChatTarget) -> Iterator[FieldProblem]:
    if isinstance(chat, int):
        if chat == 0 or abs(chat) >= CHAT_ID_MAX:
            yield place.problem(field, "chat", f"{chat} is no id of a chat")
    elif not _USERNAME.fullmatch(chat):
        yield place.problem(field, "chat", "must be a chat's id or the @username of a public one")


def check_variable(place: Place, field: str, name: str) -> Iterator[FieldProblem]:
    if not _VARIABLE.fullmatch(name):
        detail = "is 1 to 32 of the characters a-z, 0-9 and _, and begins with a letter"
        yield place.problem(field, "variable", detail)
