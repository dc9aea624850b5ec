import re

import pytest
from botloom_contracts.entities import Entity, Markup
from botloom_contracts.html_printing import print_html
from botloom_contracts.markup import MAX_SOURCE_BYTES, parse_html, parse_markup, parse_text
from botloom_contracts.splitting import split, split_text
from hypothesis import given
from hypothesis import strategies as st
from support.markup import parsed, sources

SOURCES = sources("HTML") | st.lists(sources("HTML"), min_size=5, max_size=20).map("".join)


def texts(text: str, most: int) -> list[str]:
    return [piece.text for piece in split(Markup(text), most)]


@given(SOURCES, st.integers(1, 40))
def test_pieces_fit_and_are_the_text_but_for_white_space_at_the_cuts(source, most):
    markup = parsed(source, "HTML")
    at = 0
    for piece in split(markup, most):
        assert 1 <= len(piece.text) <= most
        skipped = markup.text.index(piece.text, at)
        assert not markup.text[at:skipped].strip(" \n")
        at = skipped + len(piece.text)
    assert not markup.text[at:].strip(" \n")


def marked(markup: Markup) -> list[tuple[str, frozenset[str]]]:
    """Each character that is no white space, with the kinds and links of what it stands in."""
    data = markup.text.encode("utf-16-le")
    characters, offset = [], 0
    for character in markup.text:
        within = (e for e in markup.entities if e.offset <= offset < e.end)
        if character not in " \n":
            characters.append((character, frozenset((e.type, e.url, e.language) for e in within)))
        offset += len(character.encode("utf-16-le")) // 2
    assert 2 * offset == len(data)
    return characters


@given(SOURCES, st.integers(2, 40))
def test_each_character_looks_as_it_did(source, most):
    markup = parsed(source, "HTML")
    together = [each for piece in split(markup, most) for each in marked(piece)]
    assert together == marked(markup)


@given(SOURCES, st.integers(2, 40))
def test_each_piece_survives_being_sent_as_html(source, most):
    for piece in split(parsed(source, "HTML"), most):
        assert parse_html(print_html(piece)) == piece


@pytest.mark.parametrize(
    ("text", "most", "pieces"),
    [
        ("aaa\n\nbbb ccc\nddd", 14, ["aaa\n\nbbb ccc", "ddd"]),
        ("aaa bbb\n\nccc\nddd eee", 14, ["aaa bbb", "ccc\nddd eee"]),
        ("aaa bbb\nccc. ddd eee", 14, ["aaa bbb", "ccc. ddd eee"]),
        ("aaa bbb. ccc ddd", 13, ["aaa bbb.", "ccc ddd"]),
        ("«aaa bbb.» ccc ddd", 15, ["«aaa bbb.»", "ccc ddd"]),
        ("aaa bbb ccc ddd", 13, ["aaa bbb ccc", "ddd"]),
        ("aaa bbb", 3, ["aaa", "bbb"]),
        ("a bbbbbbbbbb", 10, ["a", "bbbbbbbbbb"]),
        ("aaaaaaaaaa", 4, ["aaaa", "aaaa", "aa"]),
        ("🏟🏟🏟", 2, ["🏟🏟", "🏟"]),
        ("aaae\u0301b", 4, ["aaa", "e\u0301b"]),
        ("aa👨\u200d👩\u200d👧", 5, ["aa", "👨\u200d👩\u200d👧"]),
        ("a🇷🇺🇷🇺", 4, ["a🇷🇺", "🇷🇺"]),
        ("aa👍🏽", 3, ["aa", "👍🏽"]),
        ("a" + "\u0301" * 200, 100, ["a" + "\u0301" * 99, "\u0301" * 100, "\u0301"]),
        ("", 5, []),
        ("a", 5, ["a"]),
    ],
)
def test_a_text_is_cut_at_the_best_place(text, most, pieces):
    assert texts(text, most) == pieces


def test_an_entity_that_is_cut_goes_on_in_the_next_piece():
    source = "<blockquote>a <b>bb cc</b></blockquote>"
    assert [print_html(piece) for piece in split(parse_html(source), 5)] == [
        "<blockquote>a <b>bb</b></blockquote>",
        "<blockquote><b>cc</b></blockquote>",
    ]


def test_a_custom_emoji_is_not_cut():
    emoji = Entity(type="custom_emoji", offset=3, length=4, custom_emoji_id="5")
    first, second = split(Markup("aaabcde", (emoji,)), 5)
    assert (first.text, second.text) == ("aaa", "bcde")
    assert (first.entities, [e.offset for e in second.entities]) == ((), [0])


def test_a_short_text_is_left_as_it_is():
    assert split_text(" <b>broken", "HTML", 4096) == [" <b>broken"]


def test_a_text_that_is_only_long_in_its_source_is_left_as_it_is():
    source = "<b>a</b> " * 1000
    assert split_text(source, "HTML", 4096) == [source]


def test_a_long_text_that_telegram_would_refuse_is_left_for_it():
    source = "<b>" + "a " * 5000
    assert split_text(source, "HTML", 4096) == [source]


def test_pieces_of_a_plain_text_are_plain():
    assert split_text("<b>\n" * 2000, None, 4096)[0].startswith("<b>\n<b>")


@pytest.mark.parametrize(("mode", "source"), [("HTML", "<b>{}</b>"), ("MarkdownV2", "*{}*")])
def test_pieces_of_a_text_with_markup_are_html(mode, source):
    pieces = split_text(source.format("aaaa " * 2000), mode, 4096)
    assert len(pieces) == 3
    assert all(re.fullmatch(r"<b>(aaaa ?)+</b>", piece) for piece in pieces)


def test_pieces_whose_tags_are_too_long_to_be_read_are_finer():
    link = "https://example.org/" + "x" * 1000
    source = "".join(f'<a href="{link}{i}">a</a> ' for i in range(100))
    pieces = split_text(source, "HTML", 4096)
    assert len(pieces) > 1
    assert all(len(piece.encode()) <= MAX_SOURCE_BYTES for piece in pieces)
    shown = [parse_text(piece, "HTML") for piece in pieces]
    assert sum(len(markup.entities) for markup in shown) == 100


@given(st.text(), st.integers(1, 30))
def test_any_plain_text_can_be_split(text, most):
    together = "".join(parse_markup(piece, None).text for piece in split_text(text, None, most))
    assert re.sub("[ \n]", "", together) == re.sub("[ \n]", "", parse_markup(text, None).text)
