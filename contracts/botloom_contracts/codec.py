"""JSON as it stands in Redis. An entry of a stream is one field, `data`, of such JSON."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from .errors import UndecodableEvent
from .events import Event

DATA_FIELD = b"data"

T = TypeVar("T")

_encoder = msgspec.json.Encoder()
_event_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def encode_json(value: Any) -> bytes:
    return _encoder.encode(value)


def decode_json(data: bytes, value_type: type[T]) -> T:
    """Raises `msgspec.MsgspecError`."""
    return msgspec.json.decode(data, type=value_type)


encode_event = _encoder.encode
"""The bytes of an event: `encode_event(event)`."""


def decode_event(data: bytes) -> Event:
    """Raises `UndecodableEvent`, naming what is wrong and where."""
    try:
        return _event_decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UndecodableEvent(str(error)) from None


def decode_events(payloads: Sequence[bytes], event_type: type[T]) -> list[T]:
    """Many events of one type, as one JSON array: eight times as fast as one by one.

    Raises `UndecodableEvent` where one of them can't be read, without saying which.
    """
    try:
        events: list[T] = msgspec.json.decode(
            b"[" + b",".join(payloads) + b"]",
            type=list[event_type],  # type: ignore[valid-type] # it is a type at run time
        )
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UndecodableEvent(str(error)) from None
    if len(events) != len(payloads):
        raise UndecodableEvent("a payload holds more or less than one event")
    return events


def decode_entry(fields: dict[bytes, bytes]) -> Event:
    """The event in an entry's fields. Raises `UndecodableEvent`."""
    data = fields.get(DATA_FIELD)
    if data is None:
        raise UndecodableEvent("the entry has no field `data`")
    return decode_event(data)
