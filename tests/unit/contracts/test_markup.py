"""The cases of TDLib's own test of its HTML parser, and what Telegram makes of the result.

https://github.com/tdlib/td/blob/master/test/message_entities.cpp (`check_parse_html`)
"""

import msgspec
import pytest
from botloom_contracts.entities import MarkupError, utf16_length
from botloom_contracts.html_printing import escape_html
from botloom_contracts.links import check_link
from botloom_contracts.markup import parse_html, parse_text
from hypothesis import given
from hypothesis import strategies as st

REFUSED = [
    ("&#57311;", "Text contains invalid Unicode characters after decoding HTML entities, "
                 "check for unmatched surrogate code units"),
    ("&#xDFDF", "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"),
    ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
    ("a <foo>b</foo>", 'Unsupported start tag "foo" at byte offset 2'),
    ("1 <> 2", 'Unsupported start tag "" at byte offset 2'),
    ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
    ("🏟 🏟&lt;<i    aba>", "Can't find end tag corresponding to start tag \"i\""),
    ("<b>a<i>b", "Can't find end tag corresponding to start tag \"i\""),
    ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
    ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
    ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;>", "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
    ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
    ("🏟 🏟&lt;<i>a</em   >",
     'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
    ("<b>a<i>b</b></i>", 'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"'),
    ('<span class="big">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
]  # fmt: skip

SHOWN = [
    ("", "", []),
    ("➡️ ➡️", "➡️ ➡️", []),
    ("&ge;&lt;&gt;&amp;&quot;&laquo;&raquo;&#12345678;", '&ge;<>&"&laquo;&raquo;&#12345678;', []),
    ("&lt&amp;lt; &#1055;&#x440;", "<&lt; Пр", []),
    ("2 > 1 & 0", "2 > 1 & 0", []),
    *[
        (f"➡️ ➡️<{tag}>➡️ ➡️</{end}>", "➡️ ➡️➡️ ➡️", [(kind, 5, 5)])
        for kind, tags in {
            "bold": ["b", "strong", "B"],
            "italic": ["i", "em"],
            "underline": ["u", "ins"],
            "strikethrough": ["s", "strike", "del"],
            "spoiler": ["tg-spoiler", 'span class = "tg-spoiler"'],
            "blockquote": ["blockquote", 'blockquote cite=""'],
            "expandable_blockquote": ["blockquote expandable", "blockquote expandable=false"],
            "code": ["code", 'code class="language-sql"'],
            "pre": ["pre"],
        }.items()
        for tag in tags
        for end in [tag.split()[0]]
    ],
    ("➡️ ➡️<i>➡️ ➡️</i><b>➡️ ➡️</b>", "➡️ ➡️➡️ ➡️➡️ ➡️", [("italic", 5, 5), ("bold", 10, 5)]),
    ("🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", [("italic", 5, 6)]),
    ("🏟 🏟<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>", "🏟 🏟🏟 ><🏟", [("italic", 5, 7), ("bold", 9, 3)]),
    ("🏟 🏟&lt;<i    aba  =  190azAz-.   >a</i>", "🏟 🏟<a", [("italic", 6, 1)]),
    ("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;'>a</>", "🏟 🏟<a", [("italic", 6, 1)]),
    ("🏟 🏟&lt;<i>🏟 🏟&lt;</>", "🏟 🏟<🏟 🏟<", [("italic", 6, 6)]),
    ("🏟 🏟&lt;<i>a</i   >", "🏟 🏟<a", [("italic", 6, 1)]),
    ("🏟 🏟&lt;<b></b>", "🏟 🏟<", []),
    ('<a href  ="telegram.org"   >a</a>', "a", [("text_link", 0, 1, "http://telegram.org/")]),
    ("<a   href=  'telegram.org?&lt;'>a</a>", "a", [("text_link", 0, 1, "http://telegram.org/?<")]),
    ('<a href="https://t.me/b?start=1">a</a>', "a",
     [("text_link", 0, 1, "https://t.me/b?start=1")]),
    ("<a>telegram.org</a>", "telegram.org", [("text_link", 0, 12, "http://telegram.org/")]),
    ('<a href="nowhere">a</a>', "a", []),
    ('<a href="tg://user?id=5000000000">a</a>', "a", [("text_mention", 0, 1, 5000000000)]),
    ('<a href="tg://resolve?domain=b">a</a>', "a",
     [("text_link", 0, 1, "tg://resolve?domain=b")]),
    ("🏟 🏟&lt;<pre  >🏟 🏟&lt;</>", "🏟 🏟<🏟 🏟<", [("pre", 6, 6)]),
    ('🏟&lt;<pre><code class="language-fift">🏟</></>', "🏟<🏟", [("pre", 3, 2, "fift")]),
    ('🏟&lt;<code class="language-fift"><pre>🏟</></>', "🏟<🏟", [("pre", 3, 2, "fift")]),
    ('<pre><code class="language-fift">a</> b</>', "a b", [("pre", 0, 3)]),
    ('👍<tg-emoji emoji-id="12345">👍</tg-emoji>', "👍👍", [("custom_emoji", 2, 2, "12345")]),
    # What Telegram makes of entities that touch, hold or cross each other.
    ("<b>a</b><b>b</b>", "ab", [("bold", 0, 2)]),
    ("<b>a<b>b</b>c</b>", "abc", [("bold", 0, 3)]),
    ("<code>a<b>b</b></code><b>c</b>", "abc", [("code", 0, 2), ("bold", 2, 1)]),
    ('<b>a<a href="t.me">b</a>c</b>', "abc",
     [("bold", 0, 1), ("text_link", 1, 1, "http://t.me/"), ("bold", 1, 1), ("bold", 2, 1)]),
    ('<a href="t.me">a<a href="t.me/b">b</a></a>', "ab", [("text_link", 0, 2, "http://t.me/")]),
    ("<blockquote>a <code>b</code></blockquote>", "a b", [("blockquote", 0, 3), ("code", 2, 1)]),
    # White space and what is never shown.
    ("  \n a  ", "a", []),
    # The start is trimmed only as far as the first entity.
    (" <b> a </b> ", " a", [("bold", 0, 2)]),
    ("<b>a</b> \n", "a", [("bold", 0, 1)]),
    ("a\r\nb\tc", "a\nb c", []),
    ("a\u202eb<b>\rc</b>", "abc", [("bold", 2, 1)]),
    ("<b>  </b>\n", "", []),
]  # fmt: skip


def plain(entity):
    extra = entity.url or entity.language or entity.custom_emoji_id or entity.user_id
    return (entity.type, entity.offset, entity.length, *([extra] if extra else []))


@pytest.mark.parametrize(("html", "reason"), REFUSED)
def test_html_is_refused_in_telegrams_words(html, reason):
    with pytest.raises(MarkupError) as refusal:
        parse_html(html)
    assert str(refusal.value) == f"can't parse entities: {reason}"


@pytest.mark.parametrize(("html", "text", "entities"), SHOWN)
def test_html_is_shown_as_telegram_shows_it(html, text, entities):
    markup = parse_html(html)
    assert markup.text == text
    assert [plain(entity) for entity in markup.entities] == entities


@pytest.mark.parametrize("mode", ["HTML", "html", "Html"])
def test_the_case_of_the_parse_mode_does_not_matter(mode):
    assert parse_text("<b>a</b>", mode) == parse_html("<b>a</b>")


@pytest.mark.parametrize("mode", [None, "", "None"])
def test_without_a_parse_mode_tags_are_text(mode):
    assert parse_text("<b>a</b>", mode).text == "<b>a</b>"


@pytest.mark.parametrize("mode", ["Markdown", "XML"])
def test_another_parse_mode_is_refused(mode):
    with pytest.raises(MarkupError, match=r"^unsupported parse_mode$"):
        parse_text("a", mode)


def test_a_source_that_telegram_does_not_read_is_refused():
    with pytest.raises(MarkupError, match=r"^text is too long$"):
        parse_text("я" * 16_385, "HTML")


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("ftp://example.org", "Unsupported URL protocol"),
        ("javascript://example.org", "Unsupported URL protocol"),
        ("https://example", "Wrong HTTP URL"),
        ("localhost", "Wrong HTTP URL"),
        ("", "URL host is empty"),
        ("https://", "URL host is empty"),
        ("https://example.org:0", "Wrong port number specified in the URL"),
        ("https://example.org:70000", "Wrong port number specified in the URL"),
        ("https://exa mple.org", "Wrong URL host"),
        ("https://exa%zzmple.org", "Wrong percent-encoded symbol in URL host"),
        ("tg://us.er", "Unallowed characters in URL host"),
        ("tg:https://example.org", "Wrong tg URL"),
    ],
)
def test_a_link_is_refused_with_its_reason(link, reason):
    with pytest.raises(ValueError, match=f"^{reason}$"):
        check_link(link)


@pytest.mark.parametrize(
    ("link", "canonical"),
    [
        ("Example.org", "http://example.org/"),
        (
            "HTTPS://user@Example.org:8443/Path?a=b c#d",
            "https://user@example.org:8443/Path?a=b%20c#d",
        ),
        ("https://example.org?a", "https://example.org/?a"),
        ("https://пример.рф/путь", "https://пример.рф/путь"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("TG:resolve?domain=b", "tg://resolve?domain=b"),
    ],
)
def test_a_link_is_brought_into_its_canonical_form(link, canonical):
    assert check_link(link) == canonical


@given(st.text())
def test_escaped_text_parses_to_just_that_text(text):
    assert parse_html(escape_html(text)) == parse_text(text, None)


@given(st.text())
def test_an_escaped_attribute_parses_to_just_that_value(value):
    markup = parse_html(f'<a href="https://t.me/{escape_html(value.replace(chr(0), ""))}">a</a>')
    assert markup.text == "a"


HTML = st.lists(
    st.sampled_from(
        ["<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<a href='t.me'>", "</a>", "</>",
         "<blockquote>", "</blockquote>", "<pre>", "</pre>", " ", "\n", "x", "🏟", "&amp;", "\r"]
    ),
    max_size=16,
).map("".join)  # fmt: skip


@given(HTML)
def test_entities_lie_within_the_text_and_never_intersect(html):
    try:
        markup = parse_html(html)
    except MarkupError:
        return
    size = utf16_length(markup.text)
    open_ends = []
    for entity in markup.entities:
        assert entity.length > 0
        assert entity.end <= size
        open_ends = [end for end in open_ends if end > entity.offset]
        assert all(entity.end <= end for end in open_ends)
        open_ends.append(entity.end)


def test_an_entity_encodes_as_telegram_writes_it():
    (entity,) = parse_html("<b>a</b>").entities
    assert msgspec.to_builtins(entity) == {"type": "bold", "offset": 0, "length": 1}


def test_what_is_removed_shifts_the_entities_behind_it():
    markup = parse_html("🙂\r\ra\r<b>\rb\r</b>c")
    assert markup.text == "🙂abc"
    assert [plain(entity) for entity in markup.entities] == [("bold", 3, 1)]
