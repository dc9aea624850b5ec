import sys
from typing import NamedTuple

import pytest
import re2
from botloom_contracts.matching.expressions import ExpressionIndex
from botloom_contracts.matching.regex_sets import RegexSet, SearchedRegex
from botloom_contracts.matching.required import required_literals


@pytest.mark.parametrize(
    ("source", "required"),
    [
        ("Order", [{"order"}]),
        ("(?i)^привет, (.*)!$", [{"привет, "}]),
        ("price|cost", [{"price", "cost"}]),
        ("(price|cost) of", [{"price", "cost"}, {" of"}]),
        (r"\d+ pieces", [{" pieces"}]),
        (r"a\.b\*c", [{"a.b*c"}]),
        ("ab?cd", [{"cd"}]),
        ("ab+cd", [{"ab"}, {"cd"}]),
        ("(?:ab){2}cd", [{"ab"}, {"cd"}]),
        ("(?:ab){0,2}cd", [{"cd"}]),
        ("ab{,2}", [{"ab{,2}"}]),
        ("[ab]]cd", [{"]cd"}]),
        ("[]a]cd", [{"cd"}]),
        ("[[:alpha:]]cd", [{"cd"}]),
        ("(?P<name>ab)(?i:CD)", [{"ab"}, {"cd"}]),
        (r"\p{Greek}ab\pLcd", [{"ab"}, {"cd"}]),
        ("straße", [{"strasse"}]),
        ("a|bc", []),
        (r"\d+", []),
        ("(ab)?", []),
        ("", []),
        (r"\Qab\E", []),
        (r"\x61bc", []),
    ],
)
def test_what_a_text_must_hold_is_read_from_an_expression(
    source: str, required: list[set[str]]
) -> None:
    assert required_literals(source) == required


def test_characters_that_re2_takes_for_the_same_fold_to_the_same() -> None:
    cased = [c for c in map(chr, range(sys.maxunicode + 1)) if c.casefold() != c or c.upper() != c]
    written = "".join(c for c in cased if not c.isspace())
    for character in cased:
        found = re2.findall(f"(?i){re2.escape(character)}", written)
        assert {one.casefold() for one in found} == {character.casefold()}


class Place(NamedTuple):
    """A candidate that is nothing but its rank."""

    rank: int


def regexes(*sources: str) -> list[SearchedRegex[Place]]:
    return [SearchedRegex(Place(n), source) for n, source in enumerate(sources)]


SOURCES = [r"\d", "a.{3}b", r"^\w+$", "(x|y)+z", r"\p{L}\d", "[a-f]{2}$", "q", r"\s\S", "..k"]


def matching(found: RegexSet[Place], text: str) -> list[int]:
    return [
        one.candidate.rank for one in found.candidates(text) if one.regex.search(text) is not None
    ]


@pytest.mark.parametrize("max_bytes", [1, 2_000, 20_000, 200_000, 8 << 20])
@pytest.mark.parametrize("text", ["a123b", "xyz q", "k", "zzk1", "", "ab"])
def test_a_set_without_memory_loses_no_match(max_bytes: int, text: str) -> None:
    expected = [n for n, source in enumerate(SOURCES) if re2.search(source, text)]
    assert matching(RegexSet(regexes(*SOURCES), max_bytes), text) == expected


def test_a_set_that_fails_while_it_searches_loses_no_match(capfd) -> None:
    found = RegexSet(regexes(*SOURCES))

    class Failing:
        def Match(self, text: str) -> None:  # noqa: N802 - the name in re2
            """What re2.Set does when its automaton has no memory left."""

    assert found._set is not None
    found._set = Failing()
    assert matching(found, "a123b") == matching(RegexSet(regexes(*SOURCES)), "a123b")
    assert capfd.readouterr().err == ""


def test_more_expressions_than_one_set_holds_are_all_looked_for() -> None:
    index = ExpressionIndex([], [(Place(n), rf"^\d{{{n}}}$") for n in range(700)])
    assert index.matching("7" * 600) == [Place(600)]
    assert index.first("7" * 300, "7" * 300) == (Place(300), {})


def test_an_expression_that_takes_exponential_time_elsewhere_is_quick() -> None:
    index = ExpressionIndex([], [(Place(0), "(a*)*(a*)*(a*)*b$"), (Place(1), "(x+x+)+y")])
    assert index.matching("a" * 4000) == []
    assert index.matching("x" * 4000) == []
