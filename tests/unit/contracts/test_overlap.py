import pytest
from botloom_contracts.matching import Matcher, candidates_for, match_pattern
from botloom_contracts.overlap import intersect_globs, never_wins, overlaps, witness
from botloom_contracts.patterns import KINDS, OCCURRENCES, Kind, parse_pattern
from botloom_contracts.patterns.globs import match_glob, split_glob
from hypothesis import given, settings
from hypothesis import strategies as st

from .test_matching_by_definition import Candidates, candidate_lists


def candidates(*sources: str | tuple[str, int]) -> list[tuple]:
    given = [one if isinstance(one, tuple) else (one, 0) for one in sources]
    return [(parse_pattern(s), priority, n, s) for n, (s, priority) in enumerate(given)]


@pytest.mark.parametrize(
    ("source", "example"),
    [
        ("/start", "/start"),
        ("/start promo", "/start promo"),
        ("/start ref_*", "/start ref_"),
        ("/start *", "/start x"),
        ("Привет", "привет"),
        ("меня зовут *", "меня зовут x"),
        ("* и *", "x и x"),
        (r"re:^\d{3}-\d+$", "111-1"),
        (r"re:(?i)^(привет|hi)\s*\.", "привет."),
        (r"re:^/order_(\d+)$", "/order_1"),
        ("re:[^a-z ]+$", "1"),
        ("re:x*", "x"),
        (r"re:a\Bb", "ab"),
        ("re: $", None),
        ("re:^$", None),
        ("*", "x"),
    ],
)
def test_a_pattern_has_an_example(source: str, example: str | None) -> None:
    pattern = parse_pattern(source)
    assert witness(pattern) == example
    assert example is None or match_pattern(pattern, example) is not None


def test_the_example_of_a_kind_is_the_kind() -> None:
    for name in (*KINDS, *OCCURRENCES):
        assert witness(parse_pattern(f":{name}")) == f":{name}"


globs = st.lists(st.sampled_from(["a", "b", "ab", "*"]), min_size=1, max_size=8).map("".join)


@given(globs, globs)
def test_what_two_globs_have_in_common_is_found_and_is_the_shortest(one: str, other: str) -> None:
    left, right = split_glob(one), split_glob(other)
    common = intersect_globs(left, right)
    texts = [""]
    for _ in range(5):
        texts += [text + character for text in texts[-(2**10) :] for character in "ab"]
    both = [text for text in texts if _glob(left, text) and _glob(right, text)]
    if common is None:
        assert both == []
    else:
        assert _glob(left, common)
        assert _glob(right, common)
        assert all(len(common) <= len(text) for text in both)


def _glob(parts: tuple[str, ...], text: str) -> bool:
    return text == parts[0] if len(parts) == 1 else match_glob(parts, text) is not None


def test_overlapping_pairs_are_told_with_a_text_that_both_match() -> None:
    given = candidates(
        "привет", "привет*", "*ет", "a *", "* b", "/start ref_*", "/start *x", "/start ref_1",
        r"re:\d+", "re:при", "/start", ":photo", "*", "z*z",
    )  # fmt: skip
    found = overlaps(given)
    assert found.complete
    told = {(one.winner.target, one.loser.target): one.witness for one in found.found}
    assert told[("привет", "*ет")] == "привет"
    assert told[("a *", "* b")] == "a b"
    assert told[("привет*", "*ет")] == "привет"
    assert told[("/start ref_1", "/start ref_*")] == "/start ref_1"
    assert told[("/start ref_*", "/start *x")] == "/start ref_x"
    assert told[("привет*", r"re:\d+")] == "привет1"
    assert told[(r"re:\d+", "re:при")] == "при 1"
    assert not {"/start", ":photo", "*"} & {name for pair in told for name in pair}
    assert not [pair for pair in told if "z*z" in pair and {"привет*", "a *"} & set(pair)]


@settings(deadline=None)
@given(candidate_lists)
def test_the_text_of_an_overlap_is_matched_by_both(given: Candidates) -> None:
    for winner, loser, text in overlaps(given).found:
        order = [one.candidate.target for one in candidates_for(Matcher(given), text)]
        assert order.index(winner.target) < order.index(loser.target)


def test_a_search_that_is_cut_short_says_so() -> None:
    many = candidates(*(f"*{n}*" for n in range(100)))
    assert not overlaps(many, reported_max=10).complete
    assert len(overlaps(many, reported_max=10).found) == 10
    assert not overlaps(many, examined_max=50).complete
    assert overlaps(many, reported_max=10_000).complete


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["Привет", "привет"], [("привет", "Привет")]),
        (["a*", ("*a*", 1)], [("a*", "*a*")]),
        (["a*", "*a*"], []),
        (["*a*", "a*"], [("a*", "*a*")]),
        (["/go x*", ("/go *x*", 1)], [("/go x*", "/go *x*")]),
        (["/go x*", ("/stop *x*", 1)], []),
        (["a*", "ab*"], []),
        (["re:foo", "re:foo"], [("re:foo", "re:foo")]),
        (["re:foo", r"re:foo\d"], [(r"re:foo\d", "re:foo")]),
        ([r"re:foo\d", "re:foo"], []),
        (["re:foo", "re:fo+o", "re:(?i)foo1", "re:foo|x"], []),
        (["re:^price$", "price"], [("re:^price$", "price")]),
        (["re:^price$", "pri*"], [("re:^price$", "pri*")]),
        (["re:^price$", "re:pr"], []),
        ([r"re:\^price\$", "^price$"], []),
        (["re:^/go$", "/go"], [("re:^/go$", "/go")]),
        ([":photo", ":photo"], [(":photo", ":photo")]),
        (["*", "a", "/go", ":photo"], []),
    ],
)
def test_handlers_that_never_win_are_told_with_who_does(
    sources: list, expected: list[tuple[str, str]]
) -> None:
    found = never_wins(candidates(*sources))
    assert [(one.loser.target, one.winner.target) for one in found] == expected
    for one in found:
        happened = Kind("photo") if one.witness == ":photo" else one.witness
        assert match_pattern(one.loser.pattern, happened) is not None
        assert match_pattern(one.winner.pattern, happened) is not None


@settings(deadline=None)
@given(candidate_lists, st.lists(st.text("ab1 я/go", min_size=1, max_size=6), max_size=20))
def test_who_is_said_never_to_win_does_not(given: Candidates, texts: list[str]) -> None:
    lost = {one.loser.target for one in never_wins(given)}
    matcher = Matcher(given)
    for text in [*texts, *(one.witness for one in never_wins(given) if one.witness)]:
        match = matcher.match(text)
        assert match is None or match.target not in lost
