"""Calls of the Bot API, as this service plans them."""

from typing import Any, NamedTuple

import msgspec


class Call(NamedTuple):
    """A method of the Bot API by its name there, and its parameters."""

    method: str
    params: dict[str, Any]


_encoder = msgspec.json.Encoder()


def webhook_body(call: Call) -> bytes:
    """The call as a webhook's response carries it.

    https://core.telegram.org/bots/api#making-requests-when-getting-updates
    """
    return _encoder.encode({"method": call.method, **call.params})
