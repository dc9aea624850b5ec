"""Texts that are alike, and the patterns that take them."""

import random

import pytest
from botloom_admin_api.statistics.likeness import alike
from botloom_admin_api.statistics.suggestions import suggestion
from botloom_contracts.patterns import Glob, Text, normalise_text, parse_pattern
from botloom_contracts.patterns.globs import match_glob


def taken(source, text):
    match parse_pattern(source):
        case Text(expected):
            return normalise_text(text) == expected
        case Glob(parts):
            return match_glob(parts, normalise_text(text)) is not None
    return False


def test_texts_with_the_same_words_or_a_slip_of_the_pen_are_alike():
    texts = ["how much is it", "hello", "how mush is it", "helo", "how much is it?", "?!", "??"]
    groups = [[texts[place] for place in group] for group in alike(texts)]
    assert groups == [
        ["how much is it", "how mush is it", "how much is it?"],
        ["hello", "helo"],
        ["?!"],
        ["??"],
    ]


def test_every_text_is_in_one_group():
    rng = random.Random(1)
    texts = list({"".join(rng.choices("ab ?я", k=rng.randrange(1, 9))) for _ in range(300)})
    assert sorted(place for group in alike(texts) for place in group) == list(range(len(texts)))
    assert alike([]) == []


@pytest.mark.parametrize(
    ("examples", "pattern"),
    [
        (["Какая цена?"], "какая цена?"),
        (["How much is it?", "how  much is it"], "*how*much*is*it*"),
        (["What is the price", "the price please"], "*the*price*"),
        (["hello", "helo"], "hello"),
        (["a b", "a c"], "a b"),
        (["/prices now", "/prices"], "/prices"),
        (["5 * 5 \\ 2"], "5 \\* 5 \\\\ 2"),
        ([":photo"], "\\:photo"),
        (["re:x"], "\\re:x"),
        (["*"], "\\*"),
        (["x" * 256], None),
        ([" \n"], None),
        (["/"], "\\/"),
    ],
)
def test_a_suggestion_takes_what_was_written(examples, pattern):
    found = suggestion(examples)
    assert (None if found is None else found.pattern) == pattern
    if found is not None:
        assert str(parse_pattern(pattern)) == pattern
        assert found.title == examples[0].strip()
        assert not found.enabled
        if not pattern.startswith("/"):
            assert taken(pattern, examples[0])


def test_a_suggested_glob_takes_all_of_the_texts():
    rng = random.Random(2)
    words = ["price", "the", "Ünder", "*", "what?", "is", "é́", "ﬁn"]
    for _ in range(300):
        examples = [" ".join(rng.choices(words, k=rng.randrange(1, 5))) for _ in range(3)]
        found = suggestion(examples)
        assert found is not None
        if isinstance(parse_pattern(found.pattern), Glob):
            assert all(taken(found.pattern, one) for one in examples)
        else:
            assert taken(found.pattern, examples[0])
