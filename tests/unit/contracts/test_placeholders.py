import pytest
from botloom_contracts.entities import finish
from botloom_contracts.markup import parse_html, parse_markup, parse_text
from botloom_contracts.placeholders import (
    KNOWN_NAMES,
    Placeholder,
    Template,
    check_placeholders,
    placeholders_in,
)
from hypothesis import assume, given
from hypothesis import strategies as st
from support.markup import sources


class Same:
    """The same value for every name."""

    def __init__(self, value: str) -> None:
        self._value = value

    def value(self, name: str, /) -> str:
        return self._value


class Named:
    """The name in capitals, nothing for `last_name`."""

    def value(self, name: str, /) -> str:
        return "" if name == "last_name" else name.upper()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{first_name} {first_name}", [Placeholder("first_name")]),
        ("{last_name|друг}", [Placeholder("last_name", default="друг")]),
        ("{time@Europe/Moscow}", [Placeholder("time", zone="Europe/Moscow")]),
        ("{date@UTC|a|b@c}", [Placeholder("date", zone="UTC", default="a|b@c")]),
        ("{var.colour} {1}", [Placeholder("var.colour"), Placeholder("1")]),
        ("{other}", [Placeholder("other")]),
        ("{{first_name}} {{time@UTC|x}}", []),
        ("{{{text}}}", []),
        ("{{text}", [Placeholder("text")]),
        ("{} { } {a b} {a:b} {1,2} {first_name", []),
    ],
)
def test_a_placeholder_is_known_by_its_form(text, found):
    assert list(placeholders_in(text)) == found


def test_an_escaped_brace_of_markdown_begins_no_placeholder():
    assert placeholders_in("\\{text} {1}", "MarkdownV2") == (Placeholder("1"),)
    assert placeholders_in("\\{text} {1}") == (Placeholder("text"), Placeholder("1"))


@pytest.mark.parametrize("name", [*sorted(KNOWN_NAMES), "var.a", "var.a1_" + "b" * 28, "colour"])
def test_a_known_name_is_taken(name):
    assert check_placeholders("message", f"{{{name}}}", {"colour"}) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{frist_name}", "{frist_name} is not known; did you mean first_name?"),
        ("{First_Name}", "did you mean first_name?"),
        ("{color}", "did you mean colour?"),
        ("{qqqqqq}", "{qqqqqq} is not known; write {{qqqqqq}}"),
        ("{10}", "matched parts are {1} to {9}"),
        ("{var.Colour}", "names no variable"),
        ("{time@Europe/Moskow}", "did you mean Europe/Moscow?"),
        ("{text@UTC}", "only date, time, weekday and datetime"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is_near(text, words):
    (problem,) = check_placeholders("message", text, {"colour"})
    assert (problem.field, problem.rule) == ("message", "placeholder")
    assert words in problem.detail


@pytest.mark.parametrize(
    ("text", "parse_mode", "rendered"),
    [
        ("{text} {last_name|-} {last_name}|", None, "TEXT - |"),
        ("{{text}} {time@UTC} { }", None, "{text} TIME@UTC { }"),
        ("<b>{text}</b> {last_name|<i>}", "HTML", "<b>TEXT</b> &lt;i&gt;"),
        ("*{text}* `{1}` {last_name|.}", "MarkdownV2", "<b>TEXT</b> <code>1</code> ."),
        ("[{text}](https://a.b/{1}?c={2})", "MarkdownV2",
         '<a href="https://a.b/1?c=2">TEXT</a>'),
        ("||{{text}}|| {text}", "MarkdownV2", "<tg-spoiler>{text}</tg-spoiler> TEXT"),
        ("```{1}\n{text}```", "MarkdownV2",
         '<pre><code class="language-1">TEXT</code></pre>'),
    ],
)  # fmt: skip
def test_placeholders_are_filled_in(text, parse_mode, rendered):
    assert Template(text, parse_mode).render(Named()) == rendered


def test_a_template_knows_its_names():
    template = Template("{text} {time@UTC} {var.a|b} {{1}}", "HTML")
    assert template.names == {"text", "time@UTC", "var.a"}


@pytest.mark.parametrize(
    ("text", "parse_mode", "sent_as"),
    [
        ("*a*", "MarkdownV2", "MarkdownV2"),
        ("*a* {text}", "MarkdownV2", "HTML"),
        ("*a*" * 2000, "MarkdownV2", "HTML"),
        ("<b>a</b>", "HTML", "HTML"),
        ("{text}", "HTML", "HTML"),
        ("{text}", None, None),
    ],
)
def test_a_template_says_how_it_is_sent(text, parse_mode, sent_as):
    template = Template(text, parse_mode)
    assert template.parse_mode == sent_as
    assert parse_text(template.render(Same("x")), sent_as).text


@pytest.mark.parametrize(
    ("text", "parse_mode"),
    [("  <b>a</b> &quot;", "HTML"), ("\\{a\\} *b* ", "MarkdownV2"), (" <b> ", None)],
)
def test_a_text_without_placeholders_stays_as_it_is(text, parse_mode):
    assert Template(text, parse_mode).render(Named()) == text


def test_a_literal_in_markdown_is_escaped():
    template = Template("*{{first_name|a.b}}*", "MarkdownV2")
    rendered = parse_text(template.render(Named()), template.parse_mode)
    assert rendered == parse_html("<b>{first_name|a.b}</b>")


@pytest.mark.parametrize("text", ["<b>{text}", "<{text}>a</b>", "*{text}", "{text}."])
def test_broken_markup_is_left_for_telegram_to_refuse(text):
    mode = "HTML" if "<" in text else "MarkdownV2"
    assert Template(text, mode).render(Named()) == text


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("https://t.me/b?c='\"<>&d", "https://t.me/b?c='\"<>&d"),
        ("HTTP://Example.org", "http://example.org/"),
        ("example.org", "http://example.org/"),
        ("tg://resolve?domain=b", "tg://resolve?domain=b"),
        ("javascript:alert(1)", None),
        ("ton://example", None),
        ("tg://user?id=5", None),
        ("tg://user?id=5 ", None),
        ('"><b>', None),
        ("no link", None),
        ("https://a.b/" + "c" * 3000, None),
        ("https://a\0@b.c", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("text", ['<a href="{var.a}">a.b</a>', "<a href='{var.a}'>a.b</a>"])
def test_a_value_is_a_whole_link_only_if_it_is_one(text, value, url):
    markup = parse_html(Template(text, "HTML").render(Same(value)))
    assert markup.text == "a.b"
    assert [entity.url for entity in markup.entities] == ([url] if url else [])


def test_a_person_can_be_mentioned_by_id():
    template = Template('<a href="tg://user?id={user_id}">{first_name}</a>', "HTML")
    (entity,) = parse_html(template.render(Same("5"))).entities
    assert (entity.type, entity.user_id) == ("text_mention", 5)


HOSTILE = st.sampled_from(
    ["</b><a href='https://evil.example'>x</a>", "<b>", "*_[](", "*bold*", "a\nb\n\n>c", "x\0y",
     "&lt;", "&#60;b&#62;", "\u202eabc", "\u200fx\r", "x" * 10_000, "🏟", '" onx="',
     "@mention https://t.me/x #tag", "]](https://evil.example)", "```", "/../..",
     "@evil.example", "{text}", "%00", "\\", "'", "><"]
) | st.text(min_size=1)  # fmt: skip
PLACES = st.sampled_from(["{first_name}", "{text|a}", "{1}", "{var.a|<b>}"])
LINKS = {
    "HTML": ['<a href="https://a.b/{user_id}?c={text}#d">e {1}</a>',
             '<pre><code class="language-{1}">{text}</code></pre>'],
    "MarkdownV2": ["[e {1}](https://a.b/{user_id}?c={text}#d)", "```{1}\n{text}```"],
}  # fmt: skip


@pytest.mark.parametrize("mode", ["HTML", "MarkdownV2"])
@given(data=st.data(), value=HOSTILE)
def test_no_value_changes_the_structure_of_the_markup(mode, data, value):
    assume(finish(value, ()).text)
    text = data.draw(sources(mode, PLACES | st.sampled_from(LINKS[mode])))
    template = Template(text, mode)
    assume(template.names)
    hostile = parse_markup(template.render(Same(value)), template.parse_mode)
    harmless = parse_markup(template.render(Same("\uf8ff")), template.parse_mode)
    assert [e.type for e in hostile.entities] == [e.type for e in harmless.entities]
    expected = finish(harmless.text.replace("\uf8ff", value), ())
    assert hostile.text.strip(" \n") == expected.text.strip(" \n")
    hosts = {entity.url.split("/")[2] for entity in hostile.entities if entity.url}
    assert hosts == {entity.url.split("/")[2] for entity in harmless.entities if entity.url}


@given(HOSTILE)
def test_a_value_in_a_plain_text_stands_as_it_is(value):
    assert Template("*{text}* <b>", None).render(Same(value)) == f"*{value}* <b>"
