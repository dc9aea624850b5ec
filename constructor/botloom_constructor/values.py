"""What placeholders stand for in one run."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from botloom_contracts.time_values import time_value

if TYPE_CHECKING:
    from .run import Run

VARIABLE_PREFIX = "var."
TEXT_MAX = 1024
"""Of a person's own text, so much is quoted."""

_TIMES = frozenset({"date", "time", "weekday", "datetime"})


class VariablesNeededError(Exception):
    """The person's variables are not loaded yet."""


def value_of(run: "Run", name: str) -> str:
    """Empty where there is none. Raises `VariablesNeededError`."""
    known = _KNOWN.get(name)
    if known is not None:
        return known(run) or run.matched.get(name, "")
    if name.startswith(VARIABLE_PREFIX):
        if run.variables is None:
            raise VariablesNeededError
        return run.variables.get(name.removeprefix(VARIABLE_PREFIX), "")
    base, _, zone = name.partition("@")
    if base in _TIMES:
        language = run.trigger.user.language_code
        return time_value(base, zone or None, run.now, run.identity.zone, language)
    return run.matched.get(name, "")


def _full_name(run: "Run") -> str:
    user = run.trigger.user
    return f"{user.first_name} {user.last_name or ''}".strip()


def _text(run: "Run") -> str:
    message = run.trigger.message
    return ((message.text or message.caption or "") if message else "")[:TEXT_MAX]


_KNOWN: "dict[str, Callable[[Run], str | None]]" = {
    "first_name": lambda run: run.trigger.user.first_name,
    "last_name": lambda run: run.trigger.user.last_name,
    "full_name": _full_name,
    "username": lambda run: run.trigger.user.username,
    "user_id": lambda run: str(run.trigger.user.id),
    "language": lambda run: run.trigger.user.language_code,
    "chat_id": lambda run: str(run.trigger.chat.id),
    "chat_title": lambda run: run.trigger.chat.title,
    "chat_type": lambda run: run.trigger.chat.type,
    "bot_username": lambda run: run.identity.username,
    "bot_name": lambda run: run.identity.name,
    "text": _text,
}
