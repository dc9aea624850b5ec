"""Every producer writes, and every consumer reads, what the golden payloads show."""

from pathlib import Path
from typing import get_args

import msgspec
import pytest
from botloom_contracts.codec import decode_entry, decode_event, encode_event
from botloom_contracts.errors import UndecodableEvent
from botloom_contracts.events import Event
from botloom_contracts.streams import STREAMS

EXAMPLES = Path(__file__).parents[2] / "contracts" / "examples"
PAYLOADS = sorted(EXAMPLES.glob("*/*.json"))
EVENTS = {event.__name__: event for event in get_args(Event)}


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_example_decodes_to_the_event_it_is_filed_under(path: Path) -> None:
    assert type(decode_event(path.read_bytes())) is EVENTS[path.parent.name]


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_example_survives_being_written_and_read_again(path: Path) -> None:
    event = decode_event(path.read_bytes())
    assert decode_event(encode_event(event)) == event


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_written_today_is_what_the_example_shows(path: Path) -> None:
    shown = msgspec.json.decode(path.read_bytes())
    written = msgspec.json.decode(encode_event(decode_event(path.read_bytes())))
    known = {key: value for key, value in shown.items() if key in written}
    for moment in ("at", "occurred_at"):
        known.pop(moment, None)
        written.pop(moment, None)
    assert written == known


def test_every_event_has_an_example() -> None:
    assert {path.parent.name for path in PAYLOADS} == set(EVENTS)


def test_every_event_of_a_stream_is_an_event() -> None:
    for stream in STREAMS:
        assert set(stream.events) <= set(EVENTS.values())


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{",
        b"null",
        b"\xff\xfe",
        b'{"type":"Unknown"}',
        b'{"type":"Interaction"}',
        b'{"type":"Interaction","update_id":"1","event":"start","user_id":1,"chat_id":1,'
        b'"at":"2026-11-23T12:00:00Z"}',
        b'{"type":"Interaction","update_id":1,"event":"start","user_id":1,"chat_id":1,'
        b'"at":"2026-11-23T12:00:00"}',
        b"[" * 100_000,
    ],
    ids=["empty", "cut", "null", "binary", "type", "fields", "number", "no_zone", "deep"],
)
def test_what_is_no_event_is_undecodable(payload: bytes) -> None:
    with pytest.raises(UndecodableEvent):
        decode_event(payload)


def test_an_entry_without_data_is_undecodable() -> None:
    with pytest.raises(UndecodableEvent, match="data"):
        decode_entry({b"other": b"{}"})
