"""What is sent to a webhook. The body of a delivery is the same at every attempt."""

from datetime import datetime
from typing import Literal

import msgspec
from botloom_contracts.codec import encode_json

MessageType = Literal["config.changed", "test"]

CHANGED: MessageType = "config.changed"
TEST: MessageType = "test"


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """`config.changed`: the configuration is at `seq`. `test`: the same, of no change."""

    type: MessageType
    timestamp: datetime
    """When it happened, not when it is sent."""
    seq: int


def encode_message(message: Message) -> bytes:
    """With `data`, where libraries of Standard Webhooks look for what an event is about."""
    return encode_json(
        {
            "type": message.type,
            "timestamp": message.timestamp,
            "data": {"seq": message.seq},
            "seq": message.seq,
        }
    )
