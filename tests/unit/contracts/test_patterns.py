import pytest
from botloom_contracts.errors import InvalidPattern
from botloom_contracts.patterns import (
    KINDS,
    OCCURRENCES,
    PATTERN_MAX,
    Command,
    Fallback,
    Glob,
    Kind,
    Occurrence,
    Pattern,
    Regex,
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
        ("/start ref_*", Command("start", "ref_*")),
        ("/start ref_**", Command("start", "ref_*")),
        (r"/start \*", Command("start", r"\*")),
        (r"/start \r\_1", Command("start", "r_1")),
        ("/start *", Command("start", "*")),
        ("привет*", Glob(("привет", ""))),
        ("  Меня  ЗОВУТ  * ", Glob(("меня зовут ", ""))),
        ("* и *", Glob(("", " и ", ""))),
        ("a***b", Glob(("a", "b"))),
        (r"2 \* *", Glob(("2 * ", ""))),
        (r"\/start*", Glob(("/start", ""))),
        (r"\re:*", Glob(("re:", ""))),
        ("**", Fallback()),
        (r"\ *", Fallback()),
        ("re:^x$", Regex("^x$")),
        (r"re:\d+ *", Regex(r"\d+ *")),
        ("RE:x", Text("re:x")),
        (":photo", Kind("photo")),
        (":video_note", Kind("video_note")),
        (":join_request", Occurrence("join_request")),
        (":D", Text(":d")),
        (":photo*", Glob((":photo", ""))),
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
        ("/start a*\\", "escape"),
        ("/start*", "command"),
        ("/start " + "x" * 64 + "*x", "payload"),
        ("re:", "required"),
        ("re:(", "regex"),
        (r"re:(a)\1", "regex"),
        ("re:(?=a)", "regex"),
        (r"re:((\p{L}{50}){9}){9}", "regex"),
        (":picture", "kind"),
        ("x\\", "escape"),
        ("x*\\", "escape"),
        ("ß" * 200, "length"),
        ("a\0b", "characters"),
        ("\ud800", "characters"),
    ],
)
def test_a_bad_pattern_is_refused_with_its_rule(source: str, rule: str) -> None:
    with pytest.raises(InvalidPattern) as refused:
        parse_pattern(source)
    (problem,) = refused.value.problems
    assert (problem.field, problem.rule) == ("pattern", rule)


def refusal(source: str) -> str:
    with pytest.raises(InvalidPattern) as refused:
        parse_pattern(source)
    return refused.value.problems[0].detail


def test_a_refused_regular_expression_is_explained_in_the_words_of_re2(capfd) -> None:
    assert refusal("re:(") == "RE2 says: missing ): ("
    assert capfd.readouterr().err == ""


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    detail = refusal(":picture")
    assert all(f":{name}" in detail for name in (*KINDS, *OCCURRENCES))


texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)
short_texts = st.text("ab/:re*\\ ßＡ", max_size=12) | texts
patterns = st.one_of(
    st.builds(
        Command,
        st.from_regex(r"[a-z0-9_]{1,32}", fullmatch=True),
        st.none() | st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True),
    ),
    st.just(Fallback()),
    st.sampled_from(KINDS).map(Kind),
    st.sampled_from(OCCURRENCES).map(Occurrence),
    st.sampled_from([r"^\d+$", "a|b", "(?P<n>x) *y", r"\*"]).map(Regex),
    texts.map(normalise_text).filter(lambda text: 0 < len(text) <= 100).map(Text),
)


@given(patterns)
def test_a_printed_pattern_reads_back_as_itself(pattern: Pattern) -> None:
    assert parse_pattern(str(pattern)) == pattern


@given(short_texts)
def test_whatever_is_read_is_printed_in_its_canonical_form(source: str) -> None:
    try:
        pattern = parse_pattern(source)
    except InvalidPattern:
        return
    printed = str(pattern)
    assert len(printed) <= PATTERN_MAX
    assert parse_pattern(printed) == pattern
    assert str(parse_pattern(printed)) == printed


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
