import random

import pytest
from botloom_contracts.errors import InvalidPattern
from botloom_contracts.matching import CallbackMatcher, Match, callback_candidate
from botloom_contracts.patterns import CallbackPattern, parse_callback_pattern
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("buy", ("buy",)),
        (" Buy ", (" Buy ",)),
        ("item:*", ("item:", "")),
        ("item:**:x", ("item:", ":x")),
        (r"item:\*", ("item:*",)),
        (r"a\\*", ("a\\", "")),
        ("*", ("", "")),
        ("я" * 32 + "*", ("я" * 32, "")),
    ],
)
def test_a_pattern_of_callback_data_is_read(source: str, parts: tuple[str, ...]) -> None:
    assert parse_callback_pattern(source) == CallbackPattern(parts)


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("", "required"),
        ("x" * 65, "bytes"),
        ("я" * 33 + "*", "bytes"),
        ("*" * 129, "length"),
        ("a\\", "escape"),
        ("\ud800", "characters"),
    ],
)
def test_a_bad_pattern_of_callback_data_is_refused(source: str, rule: str) -> None:
    with pytest.raises(InvalidPattern) as refused:
        parse_callback_pattern(source)
    assert refused.value.problems[0].rule == rule


@given(st.text("ab*\\: ", min_size=1, max_size=20))
def test_whatever_is_read_is_printed_in_its_canonical_form(source: str) -> None:
    try:
        pattern = parse_callback_pattern(source)
    except InvalidPattern:
        return
    assert parse_callback_pattern(str(pattern)) == pattern


def matcher(*sources: str) -> CallbackMatcher[str]:
    candidates = [(parse_callback_pattern(s), n, s) for n, s in enumerate(sources)]
    random.shuffle(candidates)
    return CallbackMatcher(candidates)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("item:7", Match("item:7", {})),
        ("item:8", Match("item:*", {"1": "8"})),
        ("item:8:buy", Match("item:*:buy", {"1": "8"})),
        ("item:", Match("item:*", {"1": ""})),
        ("Item:8", Match("*:*", {"1": "Item", "2": "8"})),
        (" item:7", Match("*:*", {"1": " item", "2": "7"})),
        ("a:*", Match(r"a:\*", {})),
        ("a", None),
        ("", None),
    ],
)
def test_exact_data_goes_before_globs_and_longer_globs_before_shorter(
    data: str, expected: Match[str] | None
) -> None:
    patterns = matcher("*:*", "item:*", "item:*:buy", "item:7", r"a:\*", "x*", "y*")
    assert patterns.match(data) == expected


def test_of_equal_patterns_the_lower_id_wins() -> None:
    both = [(parse_callback_pattern("a*"), 2, "later"), (parse_callback_pattern("*a"), 1, "first")]
    assert CallbackMatcher(both).match("a") == Match("first", {"1": ""})


callback_sources = st.text("ab*:", min_size=1, max_size=5)


@given(st.lists(callback_sources), st.lists(st.text("ab:", min_size=1, max_size=5)), st.data())
def test_changes_one_after_another_give_the_same_as_building_anew(
    sources: list[str], texts: list[str], data: st.DataObject
) -> None:
    made = [callback_candidate(parse_callback_pattern(s), n, n) for n, s in enumerate(sources)]
    first = data.draw(st.integers(0, len(made)))
    standing, coming = made[:first], made[first:]
    matcher = CallbackMatcher[int]().changed([], standing)
    while coming:
        gone = data.draw(st.lists(st.sampled_from(standing), unique_by=id)) if standing else []
        come, coming = coming[:3], coming[3:]
        standing = [one for one in standing if one not in gone] + come
        matcher = matcher.changed(gone, come)
        matcher = data.draw(st.sampled_from([matcher, matcher.folded()]))
        anew = CallbackMatcher((one.pattern, one.id, one.target) for one in standing)
        for text in texts:
            assert matcher.match(text) == anew.match(text)
            assert [one.target for one in matcher.all_that_match(text)] == [
                one.target for one in anew.all_that_match(text)
            ]
