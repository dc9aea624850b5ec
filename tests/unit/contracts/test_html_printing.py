import pytest
from botloom_contracts.entities import Entity, Markup
from botloom_contracts.html_printing import print_html
from botloom_contracts.markup import parse_html, parse_text
from hypothesis import example, given
from support.markup import parsed, sources


@given(sources("HTML"))
@example('<a href="tg://user?id=5 ">a</a>')
@example('<pre><code class="language-&quot;&gt;">a</code></pre>')
def test_html_that_is_printed_parses_to_the_same(source):
    markup = parsed(source, "HTML")
    assert parse_html(print_html(markup)) == markup


@given(sources("MarkdownV2"))
@example('```a"<&\nb```')
@example('[a](http://a"b\'<&@t.me/?")')
def test_markdown_that_is_printed_as_html_parses_to_the_same(source):
    markup = parsed(source, "MarkdownV2")
    assert parse_html(print_html(markup)) == markup


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("*a* _b_ __c__ ~d~ ||e||",
         "<b>a</b> <i>b</i> <u>c</u> <s>d</s> <tg-spoiler>e</tg-spoiler>"),
        ("`a<b`", "<code>a&lt;b</code>"),
        ("```python\na```", '<pre><code class="language-python">a</code></pre>'),
        ("```\na```", "<pre>a</pre>"),
        ("[a](t.me/b?c=1&d=2)", '<a href="http://t.me/b?c=1&amp;d=2">a</a>'),
        ("[a](tg://user?id=5)", '<a href="tg://user?id=5">a</a>'),
        ("![👍](tg://emoji?id=5)", '<tg-emoji emoji-id="5">👍</tg-emoji>'),
        (">a\n>b||\n👍 *c*",
         "<blockquote expandable>a\nb\n</blockquote>👍 <b>c</b>"),
        ("*a _b_*", "<b>a <i>b</i></b>"),
    ],
)  # fmt: skip
def test_each_kind_has_its_tag(source, html):
    assert print_html(parse_text(source, "MarkdownV2")) == html


def test_what_telegram_finds_by_itself_has_no_tag():
    assert print_html(Markup("@durov", (Entity(type="mention", offset=0, length=6),))) == "@durov"
