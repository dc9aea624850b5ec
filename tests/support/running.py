"""Runs of actions, as a gateway starts them, with the calls as Telegram reads them."""

from datetime import UTC, datetime

import msgspec
from botloom_constructor.answer import start
from botloom_constructor.calls import Call, webhook_body
from botloom_constructor.effects import Effect
from botloom_constructor.identity import Identity
from botloom_constructor.resolve import Resolved, Resolver
from botloom_constructor.run import Run
from botloom_constructor.snapshot import build_snapshot
from botloom_constructor.updates import decode_update

from .cache import Values
from .updates import Json

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
IDENTITY = Identity("shop_bot", "Shop")


def started(update: Json, values: Values) -> tuple[Run, Effect | None]:
    snapshot = build_snapshot(1, values)
    body = msgspec.json.encode(update)
    resolved = Resolver("shop_bot", False).resolve(decode_update(body), snapshot, AT)
    assert isinstance(resolved, Resolved)
    return start(resolved, snapshot, IDENTITY, AT)


def answer(update: Json, values: Values) -> list[Call]:
    """Of an action that needs nothing from outside."""
    run, effect = started(update, values)
    assert effect is None
    return made(run)


def made(run: Run) -> list[Call]:
    """The calls since the last look."""
    return [_read(call) for call in run.take_calls()]


def _read(call: Call) -> Call:
    fields = msgspec.json.decode(webhook_body(call))
    return Call(fields.pop("method"), fields)
