"""Gateways of other versions are understood, as the golden payloads show them."""

from pathlib import Path

import msgspec
import pytest
from botloom_contracts.gateway_report import decode_report, encode_report

EXAMPLES = Path(__file__).parents[2] / "contracts" / "examples" / "cache" / "GatewayReport"
PAYLOADS = sorted(EXAMPLES.glob("*.json"))
EARLIER = EXAMPLES / "of_an_earlier_version.json"


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_what_is_written_today_is_what_the_report_shows(path: Path) -> None:
    shown = msgspec.json.decode(path.read_bytes())
    written = msgspec.json.decode(encode_report(decode_report(path.read_bytes())))
    assert {key: value for key, value in shown.items() if key in written}.items() <= written.items()


def test_an_earlier_gateway_does_not_tell_how_updates_come() -> None:
    report = decode_report(EARLIER.read_bytes())
    assert (report.mode, report.webhook, report.poll_failure) == (None, None, None)


def test_an_earlier_reader_passes_over_what_is_told_now() -> None:
    class Earlier(msgspec.Struct):
        seq: int
        bot_username: str = ""

    for path in PAYLOADS:
        assert msgspec.json.decode(path.read_bytes(), type=Earlier).seq == 42
