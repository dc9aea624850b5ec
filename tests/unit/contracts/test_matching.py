import random

import pytest
from botloom_contracts.matching import Matcher
from botloom_contracts.patterns import parse_pattern
from hypothesis import given
from hypothesis import strategies as st

SOURCES = ["/start", "/start promo", "/help", "привет", "ПРИВЕТ", "*", "/start\u00a0promo"]


def matcher(*sources: str, seed: int = 0) -> Matcher[str]:
    candidates = [(parse_pattern(s), 0, n, s) for n, s in enumerate(sources)]
    random.Random(seed).shuffle(candidates)
    return Matcher(candidates)


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
    assert Matcher([(hello, 0, 1, "first"), (hello, 0, 2, "second")]).match("hello") == "first"
    assert Matcher([(hello, 0, 1, "first"), (hello, 5, 2, "second")]).match("hello") == "second"


@given(
    st.lists(st.tuples(st.sampled_from(SOURCES), st.integers(-2, 2)), max_size=12),
    st.sampled_from(["/start", "/start promo", "Привет", "x", "/help"]),
    st.integers(),
)
def test_the_winner_does_not_depend_on_the_order_of_insertion(
    sources: list[tuple[str, int]], text: str, seed: int
) -> None:
    candidates = [(parse_pattern(s), p, n, n) for n, (s, p) in enumerate(sources)]
    shuffled = candidates.copy()
    random.Random(seed).shuffle(shuffled)
    assert Matcher(candidates).match(text) == Matcher(shuffled).match(text)
