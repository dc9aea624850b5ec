import pytest
from botloom_cli.output import field_line, printable, shown


def test_nothing_reaches_the_terminal_as_an_order():
    assert printable("a\x1b[2Jb\x9b1m\u202ec\n") == "a\\x1b[2Jb\\x9b1m\\u202ec\\n"
    assert printable("Привет, 🛒") == "Привет, 🛒"


def test_a_long_value_is_cut():
    assert shown("x" * 500) == '"' + "x" * 199 + "…"


@pytest.mark.parametrize(
    ("change", "line"),
    [("created", "a: 2"), ("updated", "a: 1 → 2"), ("deleted", "a: 1")],
)
def test_a_field_shows_what_counts(change, line):
    assert field_line({"field": "a", "before": 1, "after": 2}, change) == line
