from datetime import UTC, datetime

import pytest
from botloom_admin_api.cursors import decode_cursor, encode_cursor
from botloom_contracts.errors import InvalidInput

AT = datetime(2026, 11, 22, 10, 0, 0, 123_456, tzinfo=UTC)
ASKED = ["handler", [["updated_at", True]], {"enabled": True}, None]


def test_a_cursor_gives_back_the_place_to_the_microsecond():
    cursor = encode_cursor([AT, "как дела?", 7], ASKED)
    assert cursor.isascii()
    assert decode_cursor(cursor, [datetime, str, int], ASKED) == (AT, "как дела?", 7)


@pytest.mark.parametrize("other", [["button", *ASKED[1:]], [*ASKED[:3], "q"], ASKED[:2]])
def test_a_cursor_fits_no_list_that_was_asked_for_otherwise(other):
    cursor = encode_cursor([7], ASKED)
    with pytest.raises(InvalidInput):
        decode_cursor(cursor, [int], other)


def test_a_cursor_that_was_changed_in_any_place_is_refused():
    cursor = encode_cursor(["x", 7], ASKED)
    for at in range(len(cursor)):
        changed = cursor[:at] + ("B" if cursor[at] == "A" else "A") + cursor[at + 1 :]
        with pytest.raises(InvalidInput):
            decode_cursor(changed, [str, int], ASKED)
    with pytest.raises(InvalidInput):
        decode_cursor(cursor[:-3], [str, int], ASKED)


@pytest.mark.parametrize(
    "text", ["", "é", "?", "LTU", "e30", "W10", "WzFd", "bnVsbA", "OTk5" * 30, "A", "\ud800", "\0"]
)
def test_what_never_was_a_cursor_is_refused(text):
    with pytest.raises(InvalidInput):
        decode_cursor(text, [int], ASKED)


@pytest.mark.parametrize("place", [["7"], [None], [7.5], [7, 8], []])
def test_a_place_of_other_types_is_refused(place):
    with pytest.raises(InvalidInput):
        decode_cursor(encode_cursor(place, ASKED), [int], ASKED)
