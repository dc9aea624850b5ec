import random

import pytest
from botloom_contracts.matching import Input, Match, Matcher, candidates_for, match_pattern
from botloom_contracts.patterns import Kind, Occurrence, parse_pattern


def matcher(*sources: str, seed: int = 0) -> Matcher[str]:
    candidates = [(parse_pattern(s), 0, n, s) for n, s in enumerate(sources)]
    random.Random(seed).shuffle(candidates)
    return Matcher(candidates)


def won(matcher: Matcher[str], text: str) -> str:
    match = matcher.match(text)
    assert match is not None
    return match.target


@pytest.mark.parametrize(
    ("text", "winner"),
    [
        ("/start", "/start"),
        ("/start promo", "/start promo"),
        ("/start other", "/start"),
        ("/start PROMO", "/start"),
        ("/help me please", "/help"),
        ("  Привет ", "привет"),
        ("привет!", "*"),
        ("/unknown", "*"),
        ("", "*"),
    ],
)
def test_the_most_specific_pattern_wins(text: str, winner: str) -> None:
    assert matcher("*", "/start", "/start promo", "/help", "привет").match(text).target == winner


def test_nothing_wins_where_nothing_matches_and_there_is_no_fallback() -> None:
    assert matcher("/start", "привет").match("пока") is None


def test_the_higher_priority_and_then_the_lower_id_breaks_a_tie() -> None:
    hello = parse_pattern("hello")
    first = (hello, 0, 1, "first")
    assert won(Matcher([first, (hello, 0, 2, "second")]), "hello") == "first"
    assert won(Matcher([first, (hello, 5, 2, "second")]), "hello") == "second"


TAKEN = [
    ("/start", "/start", {}),
    ("/start", "/start  Promo x ", {"payload": "Promo x"}),
    ("/start promo", "/start promo", {"payload": "promo"}),
    ("/start ref_*", "/start ref_17", {"1": "17", "payload": "ref_17"}),
    ("/start ref_*", "/start ref_", {"1": "", "payload": "ref_"}),
    ("/start *_*", "/start a_b_c", {"1": "a", "2": "b_c", "payload": "a_b_c"}),
    ("/start *", "/start x", {"1": "x", "payload": "x"}),
    (r"/start \*", "/start *", {"payload": "*"}),
    ("Привет", " ПРИВЕТ ", {}),
    (r"\/start", "/start", {}),
    (r"\/start now", "/START  now", {}),
    ("привет*", "Привет, мир", {"1": ", мир"}),
    ("привет*", "привет", {"1": ""}),
    ("меня зовут *", "Меня  зовут Анна-Мария", {"1": "Анна-Мария"}),
    ("* и *", "Кошки и мышки и Я", {"1": "Кошки", "2": "мышки и Я"}),
    ("*b*b", "abab", {"1": "a", "2": "a"}),
    ("*strasse *", "die Straße X", {"1": "die ", "2": "x"}),
    ("a*", "a\nb", {"1": " b"}),
    (r"\/order_*", "/order_17", {"1": "17"}),
    ("* \N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}", "x \xbb", {"1": "x"}),
    (r"re:^\d+$", " 17 ", {}),
    (r"re:(\d+)-(x)?", "a 17-", {"1": "17"}),
    (r"re:(?P<count>\d+) шт", "5 шт", {"1": "5", "count": "5"}),
    (r"re:^/order_(\d+)$", "/order_17", {"1": "17"}),
    ("re:(?i)привет|hello", "HELLO there", {}),
    ("re:a.c", "xabcx", {}),
    ("re:\N{KELVIN SIGN}", "\N{KELVIN SIGN}x", {}),
    ("re:(?i)kelvin", "\N{KELVIN SIGN}elvin", {}),
    (":photo", Kind("photo"), {}),
    (":blocked", Occurrence("blocked"), {}),
    ("*", "anything", {}),
    ("*", Kind("dice"), {}),
]

NOT_TAKEN = [
    ("/start", "/started"),
    ("/start", "start"),
    ("/start promo", "/start PROMO"),
    ("/start promo", "/start"),
    ("/start ref_*", "/start"),
    ("/start ref_*", "/start REF_1"),
    ("/start ref_*", "/help ref_1"),
    ("/start *", "/start"),
    (r"/start \*", "/start x"),
    ("привет", "привет!"),
    ("привет *", "привет"),
    ("меня зовут *", "я: меня зовут"),
    ("ab*ba", "aba"),
    ("* и *", "и"),
    ("*b*a*", "ab"),
    (r"re:^\d+$", "17a"),
    ("re:ПРИВЕТ", "привет"),
    ("re:a.c", "a\nc"),
    (":photo", Kind("video")),
    (":photo", "photo"),
    (":photo", ":photo"),
    (":blocked", Occurrence("unblocked")),
    ("*", Occurrence("blocked")),
]


def find(matcher: Matcher[str], happened: Input) -> Match[str] | None:
    if isinstance(happened, Kind):
        match = matcher.match_kind(happened.name)
        fallback = matcher.fallback
        return match or (None if fallback is None else Match(fallback, {}))
    if isinstance(happened, Occurrence):
        return matcher.match_occurrence(happened.name)
    return matcher.match(happened)


@pytest.mark.parametrize(("source", "happened", "matched"), TAKEN)
def test_a_pattern_takes_what_it_says_and_tells_the_parts(
    source: str, happened: Input, matched: dict[str, str]
) -> None:
    assert find(matcher(source), happened) == Match(source, matched)
    assert match_pattern(parse_pattern(source), happened) == matched


@pytest.mark.parametrize(("source", "happened"), NOT_TAKEN)
def test_a_pattern_leaves_what_nearly_is_what_it_says(source: str, happened: Input) -> None:
    assert find(matcher(source), happened) is None
    assert match_pattern(parse_pattern(source), happened) is None


def test_the_order_is_exact_payload_glob_bare_command_glob_regex_fallback() -> None:
    sources = ["/go ab", "/go a*", "/go *", "/go", r"\/go a*", r"\/go*", "re:go", "*"]
    for first in range(len(sources)):
        remaining = sources[first:]
        assert won(matcher(*remaining, seed=first), "/go ab") == remaining[0]


def test_a_priority_does_not_make_up_for_being_less_specific() -> None:
    candidates = [(parse_pattern("a*"), 9, 1, "a*"), (parse_pattern("ab*"), 0, 2, "ab*")]
    assert won(Matcher(candidates), "abc") == "ab*"


def test_an_exact_text_and_an_exact_command_are_told_apart_by_priority_and_id() -> None:
    text, command = parse_pattern(r"\/go x"), parse_pattern("/go x")
    assert won(Matcher([(text, 0, 1, "text"), (command, 0, 2, "command")]), "/go x") == "text"
    assert won(Matcher([(text, 0, 1, "text"), (command, 1, 2, "command")]), "/go x") == "command"
    bare = parse_pattern("/go")
    assert won(Matcher([(text, 0, 2, "text"), (bare, 9, 1, "bare")]), "/go x") == "text"


def test_what_has_half_a_surrogate_pair_is_matched_all_the_same() -> None:
    both = matcher("привет *", "re:мир$")
    assert won(both, "привет \ud800") == "привет *"
    assert won(both, "\ud800 мир") == "re:мир$"


def test_no_match_data_is_made_where_there_are_no_parts() -> None:
    texts = matcher("привет", "/start", ":photo")
    assert texts.match_text("привет") is texts.match_text("ПРИВЕТ")
    assert texts.match_command("start", None) is texts.match_command("start", None)


def test_all_who_match_are_explained_in_order_with_what_they_lost_by() -> None:
    sources = [("re:bc", 0), ("ab*", 5), ("ab*", 0), ("ab*", 0), ("a*", 9), ("x*", 9), ("*", 0)]
    candidates = [(parse_pattern(s), p, n, n) for n, (s, p) in enumerate(sources)]
    explained = candidates_for(Matcher(candidates), "abc")
    assert [(one.candidate.target, one.lost) for one in explained] == [
        (1, None),
        (2, "lower_priority"),
        (3, "lower_priority"),
        (4, "fewer_literals"),
        (0, "less_specific"),
        (6, "less_specific"),
    ]
    later = candidates_for(Matcher(candidates[2:4]), "abc")
    assert [one.lost for one in later] == [None, "later_id"]
