"""What is told of what the bot would do."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from botloom_contracts.matching import Reason

from .assumption import Assumption
from .steps import AnyStep

REASONS: Mapping[Reason, str] = {
    "less_specific": "its pattern is less specific",
    "fewer_literals": "its pattern has fewer literal characters",
    "lower_priority": "its priority is lower",
    "later_id": "it is as specific, and was made later",
}


class Matched(msgspec.Struct, frozen=True, kw_only=True):
    """A handler or callback that takes what happened."""

    entity: Literal["handler", "callback"]
    id: int
    pattern: str
    priority: int = 0


class Loser(Matched, frozen=True, kw_only=True):
    reason: str
    """A stable code: `less_specific`, `fewer_literals`, `lower_priority`, `later_id`."""
    detail: str


class StepTaken(msgspec.Struct, frozen=True, kw_only=True):
    step: AnyStep
    handler_id: int | None
    """Whose action it belongs to; null for a callback without a handler."""


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A call of the Bot API."""

    method: str
    params: dict[str, Any]
    """By their names there. The message whose button was pressed, and the person's own, has the
    `message_id` 1."""


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    """Of the configuration that this is about."""
    event: str | None
    """As statistics would count it; null where they would not."""
    winner: Matched | None
    matched: dict[str, str]
    """Parts of what the winner's pattern matched: placeholders such as `{1}`."""
    others: list[Loser]
    steps: list[StepTaken]
    messages: list[Sent]
    assumptions: list[str]
    """What was not looked up or done for this, and what was taken for it instead."""
    assumed: list[Assumption]
    """The same in the same order, for programs."""
    variables: dict[str, str]
    """Of the person, as they are after this."""
    question: str | None
    """What the bot asked, and waits for an answer to; null where it waits for none. Opaque: given
    with the next message, that is the answer."""
