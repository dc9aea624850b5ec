"""The matcher, with its indexes, against the definition of who wins, written down without any."""

import random
from collections.abc import Mapping
from itertools import count, product

import re2
from botloom_contracts.errors import InvalidPattern
from botloom_contracts.matching import Matcher, candidate, candidates_for
from botloom_contracts.patterns import (
    Command,
    Fallback,
    Glob,
    Pattern,
    Regex,
    Text,
    normalise_text,
    parse_pattern,
    read_command,
    specificity,
)
from hypothesis import given, settings
from hypothesis import strategies as st

Candidates = list[tuple[Pattern, int, int, int]]

OPTIONS = re2.Options()
OPTIONS.dot_nl = True


def matches(pattern: Pattern, text: str) -> bool:
    match pattern:
        case Text(literal):
            return normalise_text(text) == literal
        case Glob(parts):
            return glob_matches(parts, normalise_text(text))
        case Regex(source):
            return re2.search(source, text.strip()) is not None
        case Command():
            return command_matches(pattern, text)
        case _:
            return isinstance(pattern, Fallback)


def command_matches(pattern: Command, text: str) -> bool:
    command = read_command(text)
    if command is None or command[0] != pattern.name:
        return False
    if pattern.payload is None:
        return True
    return command[2] is not None and glob_matches(pattern.parts, command[2])


def glob_matches(parts: tuple[str, ...], text: str) -> bool:
    source = ".*?".join(re2.escape(part) for part in parts)
    return re2.fullmatch(source, text, OPTIONS) is not None


def all_who_match(candidates: Candidates, text: str) -> list[int]:
    found = [one for one in candidates if matches(one[0], text)]
    return [one[3] for one in sorted(found, key=lambda c: (specificity(c[0]), -c[1], c[2]))]


def readable(source: str) -> bool:
    try:
        parse_pattern(source)
    except InvalidPattern:
        return False
    return True


words = st.sampled_from(["a", "b", "ab", "ba", "bab", "Ab", "я", "Яb", " ", "a b", "1", "12", "ß"])
sentences = st.lists(words, min_size=1, max_size=6).map("".join)
globs = st.lists(words | st.just("*"), min_size=1, max_size=6).map("".join)
payloads = st.text("ab1*", min_size=1, max_size=4)
regexes = st.sampled_from(
    [
        "ab", "(?i)AB", "^a", "b$", "a|b", "ab|12", "(ab|ba)+1", r"\d+", r"^\d*$", "a.*b",
        "(ab)?12",
        "ba{2}", "b[ab]b", r"ab\b", "(?:ab){0}ba", "a{0,1}b1", "[[:alpha:]]b", r"\x61b", r"\Qab\E",
        "ss", "(?i)яB", "^/go", r"a{,2}", "a(b|1)2", "ab+a", "a(?i)B1", "x*",
    ]
).map("re:{}".format)  # fmt: skip
commands = st.one_of(
    st.sampled_from(["/go", "/stop", r"\/go", r"\/go a*", r"\/*"]),
    payloads.map("/go {}".format),
)
sources = st.one_of(globs, globs, regexes, commands, st.just("*")).filter(readable)
texts = st.one_of(
    sentences,
    st.sampled_from(["/go", "/GO", "/stop x", "/go@bot ab", "/a-b"]),
    st.text("ab1 ", min_size=1, max_size=4).map("/go {}".format),
).filter(str.strip)
candidate_lists = st.lists(st.tuples(sources, st.integers(-1, 1)), max_size=30).map(
    lambda found: [(parse_pattern(s), priority, n, n) for n, (s, priority) in enumerate(found)]
)


@settings(deadline=None)
@given(candidate_lists, st.lists(texts, min_size=1, max_size=8))
def test_the_winner_is_the_first_by_definition(candidates: Candidates, texts: list[str]) -> None:
    matcher = Matcher(candidates)
    for text in texts:
        expected = all_who_match(candidates, text)
        found = matcher.match(text)
        assert (None if found is None else found.target) == (expected[0] if expected else None)
        assert [one.candidate.target for one in candidates_for(matcher, text)] == expected


@settings(deadline=None)
@given(candidate_lists, texts, st.integers())
def test_the_winner_does_not_depend_on_the_order_of_insertion(
    candidates: Candidates, text: str, seed: int
) -> None:
    shuffled = candidates.copy()
    random.Random(seed).shuffle(shuffled)
    assert Matcher(candidates).match(text) == Matcher(shuffled).match(text)


@settings(deadline=None, max_examples=50)
@given(candidate_lists, st.lists(texts, min_size=1, max_size=5), st.data())
def test_changes_one_after_another_give_the_same_as_building_anew(
    before: Candidates, texts: list[str], data: st.DataObject
) -> None:
    standing = [candidate(*one) for one in before]
    matcher = Matcher[int]().changed([], standing)
    new_ids = count(len(before))
    for _ in range(data.draw(st.integers(1, 6))):
        gone = data.draw(st.lists(st.sampled_from(standing), unique_by=id)) if standing else []
        sources_with_priorities = data.draw(st.lists(st.tuples(sources, st.integers(-1, 1))))
        come = [
            candidate(parse_pattern(source), priority, n, n)
            for n, (source, priority) in zip(new_ids, sources_with_priorities, strict=False)
        ]
        standing = [one for one in standing if one not in gone] + come
        changed = matcher.changed(gone, come)
        matcher = data.draw(st.sampled_from([changed, changed.folded(), changed.over(matcher)]))
        anew = Matcher((one.pattern, one.priority, one.id, one.target) for one in standing)
        for text in texts:
            assert matcher.match(text) == anew.match(text)
            assert winners(matcher, text) == winners(anew, text)
        assert len(matcher) <= len(changed)


def winners(matcher: Matcher[int], text: str) -> list[int]:
    return [one.candidate.target for one in candidates_for(matcher, text)]


def test_a_change_among_many_takes_back_and_adds_what_the_large_index_does_not_know() -> None:
    many = [candidate(parse_pattern(f"{n} * {n}"), 0, n, n) for n in range(100)]
    before = Matcher[int]().changed([], many)
    after = before.changed(many[7:8], [candidate(parse_pattern("re:^8 .* 8$"), 9, 108, 108)])
    assert (len(before), len(after), len(after.folded())) == (0, 2, 0)
    for matcher in (after, after.folded(), after.over(before), before.over(after)):
        assert winners(matcher, "8 x 8")[:1] == [8]
    for matcher in (after, after.folded()):
        assert winners(matcher, "7 x 7") == []
        assert winners(matcher, "8 x 8") == [8, 108]
    assert winners(before, "7 x 7") == [7]


def test_what_was_folded_is_taken_under_what_came_meanwhile() -> None:
    many = [candidate(parse_pattern(f"{n} *"), 0, n, n) for n in range(100)]
    before = Matcher[int]().changed([], many).changed(many[:10], [])
    meanwhile = before.changed(many[10:12], [])
    later = meanwhile.over(before.folded())
    assert (len(before), len(meanwhile), len(later)) == (10, 12, 2)
    assert [winners(later, f"{n} x") for n in (9, 10, 11, 12)] == [[], [], [], [12]]


@given(globs.filter(readable), sentences.filter(str.strip))
def test_what_the_stars_take_and_the_literals_between_make_the_text(source: str, text: str) -> None:
    pattern = parse_pattern(source)
    found = Matcher([(pattern, 0, 1, 1)]).match_text(text)
    if isinstance(pattern, Glob) and found is not None:
        assert normalise_text(filled(pattern, found.matched)) == normalise_text(text)


def filled(pattern: Glob, matched: Mapping[str, str]) -> str:
    stars = [matched[str(number)] for number in range(1, len(pattern.parts))]
    pieces = zip(pattern.parts, [*stars, ""], strict=True)
    return "".join(piece for pair in pieces for piece in pair)


def test_many_patterns_answer_as_each_by_itself() -> None:
    generator = random.Random(7)
    syllables = ["ka", "ЗА", "mo", "ри", "тu", "1", "xy"]

    def word() -> str:
        return "".join(generator.choices(syllables, k=generator.randint(1, 4)))

    forms = [
        "{0} {1}",
        "{0} *",
        "* {0}",
        "*{0}*{1}*",
        "re:{0}|{1}",
        "re:(?i)^{0}.*{1}",
        "re:\\d{0}",
    ]
    made = {generator.choice(forms).format(word(), word()) for _ in range(1500)}
    candidates = [(parse_pattern(s), 0, n, n) for n, s in enumerate(sorted(made))]
    matcher = Matcher(candidates)
    for one, other in product([word() for _ in range(4)], repeat=2):
        text = f"{one} {other}"
        expected = all_who_match(candidates, text)
        assert [one.candidate.target for one in candidates_for(matcher, text)] == expected
        found = matcher.match(text)
        assert (None if found is None else found.target) == (expected[0] if expected else None)
