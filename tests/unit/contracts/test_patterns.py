import pytest
from botloom_contracts.errors import InvalidPattern
from botloom_contracts.patterns import (
    Command,
    Fallback,
    Pattern,
    Text,
    normalise_text,
    parse_pattern,
    read_command,
)
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("source", "pattern"),
    [
        ("/start", Command("start")),
        ("  /Start  ", Command("start")),
        ("/start promo", Command("start", "promo")),
        ("/start   Promo_1-x", Command("start", "Promo_1-x")),
        ("*", Fallback()),
        (r"\*", Text("*")),
        ("Привет", Text("привет")),
        ("  ПРИВЕТ \t мир ", Text("привет мир")),
        ("ﬁn", Text("fin")),
        ("Straße", Text("strasse")),
        (r"\/start", Text("/start")),
        (r"\re:x", Text("re:x")),
        (":)", Text(":)")),
        (r"\:photo", Text(":photo")),
        (r"2 \* 2?", Text("2 * 2?")),
        (r"a\\b", Text("a\\b")),
    ],
)
def test_a_pattern_is_read(source: str, pattern: Pattern) -> None:
    assert parse_pattern(source) == pattern


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("", "required"),
        ("   ", "required"),
        ("x" * 257, "length"),
        ("/", "command"),
        ("/стоп", "command"),
        ("/start@my_bot", "command"),
        ("/" + "x" * 33, "command"),
        ("/start two words", "payload"),
        ("/start " + "x" * 65, "payload"),
        ("/start ref_*", "kind"),
        ("re:^x$", "kind"),
        (":photo", "kind"),
        ("привет*", "kind"),
        ("x\\", "escape"),
        ("a\0b", "characters"),
        ("\ud800", "characters"),
    ],
)
def test_a_bad_pattern_is_refused_with_its_rule(source: str, rule: str) -> None:
    with pytest.raises(InvalidPattern) as refused:
        parse_pattern(source)
    (problem,) = refused.value.problems
    assert (problem.field, problem.rule) == ("pattern", rule)


texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)
patterns = st.one_of(
    st.builds(
        Command,
        st.from_regex(r"[a-z0-9_]{1,32}", fullmatch=True),
        st.none() | st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True),
    ),
    st.just(Fallback()),
    texts.map(normalise_text).filter(lambda text: 0 < len(text) <= 100).map(Text),
)


@given(patterns)
def test_a_printed_pattern_reads_back_as_itself(pattern: Pattern) -> None:
    assert parse_pattern(str(pattern)) == pattern


@given(texts)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise_text(text)
    assert normalise_text(once) == once


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", ("start", None, None)),
        ("/START@My_Bot  promo ", ("start", "My_Bot", "promo")),
        ("/help two\nlines", ("help", None, "two\nlines")),
        ("/start@bot", ("start", "bot", None)),
        ("start", None),
        ("/", None),
        ("/привет", None),
        ("/a-b", None),
    ],
)
def test_the_command_of_a_message_is_read(text: str, command: object) -> None:
    assert read_command(text) == command
