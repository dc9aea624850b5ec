"""The cases of TDLib's own test of its MarkdownV2 parser.

https://github.com/tdlib/td/blob/master/test/message_entities.cpp (`parse_markdown`)
"""

import pytest
from botloom_contracts.entities import MarkupError
from botloom_contracts.markdown_markup import MarkdownReader
from botloom_contracts.markup import parse_html, parse_text
from hypothesis import given
from hypothesis import strategies as st

RESERVED = "]()>#+-=|{}.!"
BEGINNINGS = "_*[~`>"

REFUSED = [
    ("🏟 🏟_abacaba", "Can't find end of Italic entity at byte offset 9"),
    ("🏟 🏟_abac * asd ", "Can't find end of Bold entity at byte offset 15"),
    ("🏟 🏟_abac * asd _", "Can't find end of Italic entity at byte offset 21"),
    ("🏟 🏟`", "Can't find end of Code entity at byte offset 9"),
    ("🏟 🏟```", "Can't find end of Pre entity at byte offset 9"),
    ("🏟 🏟```a", "Can't find end of Pre entity at byte offset 9"),
    ("🏟 🏟```a ", "Can't find end of PreCode entity at byte offset 9"),
    ("🏟 🏟__🏟 🏟_", "Can't find end of Italic entity at byte offset 20"),
    ("🏟 🏟_🏟 🏟__", "Can't find end of Underline entity at byte offset 19"),
    ("🏟 🏟```🏟 🏟`", "Can't find end of Code entity at byte offset 21"),
    ("🏟 🏟```🏟 🏟_", "Can't find end of PreCode entity at byte offset 9"),
    ("🏟 🏟```🏟 🏟\\`", "Can't find end of PreCode entity at byte offset 9"),
    ("[telegram\\.org](asd\\)", "Can't find end of a URL at byte offset 16"),
    ("[telegram\\.org](", "Can't find end of a URL at byte offset 16"),
    ("[telegram\\.org](asd", "Can't find end of a URL at byte offset 16"),
    ("🏟 🏟__🏟 _🏟___", "Can't find end of Italic entity at byte offset 23"),
    ("🏟 🏟__", "Can't find end of Underline entity at byte offset 9"),
    ("🏟 🏟||test\\|", "Can't find end of Spoiler entity at byte offset 9"),
    ("🏟 🏟!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
    ("🏟 🏟>", "Character '>' is reserved and must be escaped with the preceding '\\'"),
    ("🏟 🏟![", "Can't find end of CustomEmoji entity at byte offset 9"),
    ("🏟 🏟![👍", "Can't find end of CustomEmoji entity at byte offset 9"),
    ("🏟 🏟![👍]", "Custom emoji entity must contain a tg://emoji URL"),
    ("🏟 🏟![👍](tg://emoji?id=1234", "Can't find end of a custom emoji URL at byte offset 17"),
    ("🏟 🏟![👍](t://emoji?id=1234)", "Custom emoji URL must have scheme tg"),
    ("🏟 🏟![👍](tg:emojis?id=1234)", 'Custom emoji URL must have host "emoji"'),
    ("🏟 🏟![👍](tg://emoji#test)", "Custom emoji URL must have an emoji identifier"),
    ("🏟 🏟![👍](tg://emoji?test=1#&id=25)", "Custom emoji URL must have an emoji identifier"),
    ("🏟 🏟![👍](tg://emoji?test=1231&id=025)", "Invalid custom emoji identifier specified"),
    (">*b\n>ld \n>bo\nld*\nasd\ndef", "Can't find end of Bold entity at byte offset 1"),
    (">\n*a*>2", "Character '>' is reserved and must be escaped with the preceding '\\'"),
    (">asd\n>q||e||w||\n||asdad", "Can't find end of Spoiler entity at byte offset 16"),
    (">asd\n>q||ew\n||asdad", "Can't find end of Spoiler entity at byte offset 7"),
    (">asd\n>q||e||w__\n||asdad", "Can't find end of Underline entity at byte offset 13"),
    (">asd\n>q||e||w||a\n||asdad", "Can't find end of Spoiler entity at byte offset 13"),
]  # fmt: skip

READ = [
    ("", "", []),
    ("\\\\", "\\", []),
    ("\\\\\\", "\\\\", []),
    ("\\\\\\\\\\_\\*\\`", "\\\\_*`", []),
    ("➡️ ➡️", "➡️ ➡️", []),
    ("🏟 🏟``", "🏟 🏟", []),
    ("🏟 🏟_abac \\* asd _", "🏟 🏟abac * asd ", [("italic", 5, 11)]),
    ("🏟 \\.🏟_🏟\\. 🏟_", "🏟 .🏟🏟. 🏟", [("italic", 6, 6)]),
    ("\\\\\\a\\b\\c\\d\\e\\f\\1\\2\\3\\4\\➡️\\", "\\abcdef1234\\➡️\\", []),
    ("➡️ ➡️_➡️ ➡️_", "➡️ ➡️➡️ ➡️", [("italic", 5, 5)]),
    ("➡️ ➡️_➡️ ➡️_*➡️ ➡️*", "➡️ ➡️➡️ ➡️➡️ ➡️", [("italic", 5, 5), ("bold", 10, 5)]),
    ("🏟 🏟_🏟 \\.🏟_", "🏟 🏟🏟 .🏟", [("italic", 5, 6)]),
    ("🏟 🏟_🏟 *🏟*_", "🏟 🏟🏟 🏟", [("italic", 5, 5), ("bold", 8, 2)]),
    ("🏟 🏟_🏟 __🏟___", "🏟 🏟🏟 🏟", [("italic", 5, 5), ("underline", 8, 2)]),
    ("🏟 🏟__🏟 _🏟_ __", "🏟 🏟🏟 🏟 ", [("underline", 5, 6), ("italic", 8, 2)]),
    ("🏟 🏟__🏟 _🏟_\\___", "🏟 🏟🏟 🏟_", [("underline", 5, 6), ("italic", 8, 2)]),
    ("🏟 🏟`🏟 🏟```", "🏟 🏟🏟 🏟", [("code", 5, 5)]),
    ("🏟 🏟```🏟 🏟```", "🏟 🏟 🏟", [("pre", 5, 3, "🏟")]),
    ("🏟 🏟```🏟\n🏟```", "🏟 🏟🏟", [("pre", 5, 2, "🏟")]),
    ("🏟 🏟```🏟\r🏟```", "🏟 🏟🏟", [("pre", 5, 2, "🏟")]),
    ("🏟 🏟```🏟\n\r🏟```", "🏟 🏟🏟", [("pre", 5, 2, "🏟")]),
    ("🏟 🏟```🏟\r\n🏟```", "🏟 🏟🏟", [("pre", 5, 2, "🏟")]),
    ("🏟 🏟```🏟\n\n🏟```", "🏟 🏟\n🏟", [("pre", 5, 3, "🏟")]),
    ("🏟 🏟```🏟\r\r🏟```", "🏟 🏟\r🏟", [("pre", 5, 3, "🏟")]),
    ("🏟 🏟```🏟 \\\\\\`🏟```", "🏟 🏟 \\`🏟", [("pre", 5, 5, "🏟")]),
    ("🏟 🏟**", "🏟 🏟", []),
    ("||test||", "test", [("spoiler", 0, 4)]),
    ("🏟 🏟``````", "🏟 🏟", []),
    ("🏟 🏟____", "🏟 🏟", []),
    ("`_* *_`__*` `*__", "_* *_ ",
     [("code", 0, 5), ("code", 5, 1), ("bold", 5, 1), ("underline", 5, 1)]),
    ("_* * ` `_", "   ", [("italic", 0, 3), ("bold", 0, 1), ("code", 2, 1)]),
    ("[](telegram.org)", "", []),
    ("[ ](telegram.org)", " ", [("text_link", 0, 1, "http://telegram.org/")]),
    ("[ ](as)", " ", []),
    ("[telegram\\.org]", "telegram.org", [("text_link", 0, 12, "http://telegram.org/")]),
    ("[telegram\\.org]a", "telegram.orga", [("text_link", 0, 12, "http://telegram.org/")]),
    ("[telegram\\.org](telegram.dog)", "telegram.org",
     [("text_link", 0, 12, "http://telegram.dog/")]),
    ("[telegram\\.org](https://telegram.dog?)", "telegram.org",
     [("text_link", 0, 12, "https://telegram.dog/?")]),
    ("[telegram\\.org](https://telegram.dog?\\\\\\()", "telegram.org",
     [("text_link", 0, 12, "https://telegram.dog/?\\(")]),
    ("[telegram\\.org]()", "telegram.org", []),
    ("[telegram\\.org](asdasd)", "telegram.org", []),
    ("[telegram\\.org](tg:user?id=123456)", "telegram.org", [("text_mention", 0, 12, 123456)]),
    ("🏟 🏟![👍](TG://EMoJI/?test=1231&id=25#id=32)a", "🏟 🏟👍a", [("custom_emoji", 5, 2, "25")]),
    ("> \n> \n>", " \n \n", [("blockquote", 0, 4)]),
    ("> \\>\n \\> \n>", " >\n > \n", [("blockquote", 0, 3)]),
    ("abc\n> \n> \n>\ndef", "abc\n \n \n\ndef", [("blockquote", 4, 5)]),
    (">", "", []),
    (">a", "a", [("blockquote", 0, 1)]),
    ("\r>a", "\ra", [("blockquote", 1, 1)]),
    ("\r\r>\r\ra\r\n\r", "\r\r\r\ra\r\n\r", [("blockquote", 2, 5)]),
    (">*bold _italic bold ~italic bold strikethrough ||italic bold strikethrough spoiler||~ "
     "__underline italic bold___ bold*",
     "bold italic bold italic bold strikethrough italic bold strikethrough spoiler "
     "underline italic bold bold",
     [("blockquote", 0, 103), ("bold", 0, 103), ("italic", 5, 93), ("strikethrough", 17, 59),
      ("spoiler", 43, 33), ("underline", 77, 21)]),
    (">*b\n>ld \n>bo\n>ld*\nasd\ndef", "b\nld \nbo\nld\nasd\ndef",
     [("blockquote", 0, 12), ("bold", 0, 11)]),
    ("*a\n>b\n>ld \n>bo\n>ld\nasd*\ndef", "a\nb\nld \nbo\nld\nasd\ndef",
     [("bold", 0, 17), ("blockquote", 2, 12)]),
    (">`b\n>ld \n>bo\nld`\n>asd\ndef", "b\n>ld \n>bo\nld\nasd\ndef",
     [("blockquote", 0, 18), ("code", 0, 13)]),
    ("`>b\n>ld \n>bo\nld`\n>asd\ndef", ">b\n>ld \n>bo\nld\nasd\ndef",
     [("code", 0, 14), ("blockquote", 15, 4)]),
    (">1", "1", [("blockquote", 0, 1)]),
    (">\n1", "\n1", [("blockquote", 0, 1)]),
    (">\n\r>2", "\n\r2", [("blockquote", 0, 1), ("blockquote", 2, 1)]),
    (">\n**>2", "\n2", [("blockquote", 0, 1), ("blockquote", 1, 1)]),
    (">**\n>2", "\n2", [("blockquote", 0, 2)]),
    (">*abcd*", "abcd", [("blockquote", 0, 4), ("bold", 0, 4)]),
    (">*abcd*\n", "abcd\n", [("blockquote", 0, 5), ("bold", 0, 4)]),
    ("*>abcd\n*", "abcd\n", [("blockquote", 0, 5), ("bold", 0, 5)]),
    ("abc\n>def\n>def\n\r>ghi2\njkl", "abc\ndef\ndef\n\rghi2\njkl",
     [("blockquote", 4, 8), ("blockquote", 13, 5)]),
    (">asd\n>q||e||w||\nasdad", "asd\nqew\nasdad",
     [("expandable_blockquote", 0, 8), ("spoiler", 5, 1)]),
    (">asd\n>q||ew||\nasdad", "asd\nqew\nasdad", [("blockquote", 0, 8), ("spoiler", 5, 2)]),
    (">asd\r\n>q||e||w||\r\nasdad", "asd\r\nqew\r\nasdad",
     [("expandable_blockquote", 0, 10), ("spoiler", 6, 1)]),
    (">asd\r\n>q||ew||\r\nasdad", "asd\r\nqew\r\nasdad",
     [("blockquote", 0, 10), ("spoiler", 6, 2)]),
    (">asd\r\n>q||e||w||\r\n", "asd\r\nqew\r\n",
     [("expandable_blockquote", 0, 10), ("spoiler", 6, 1)]),
    (">asd\r\n>q||ew||\r\n", "asd\r\nqew\r\n", [("blockquote", 0, 10), ("spoiler", 6, 2)]),
    (">asd\r\n>q||e||w||", "asd\r\nqew", [("expandable_blockquote", 0, 8), ("spoiler", 6, 1)]),
    (">asd\r\n>q||ew||", "asd\r\nqew", [("blockquote", 0, 8), ("spoiler", 6, 2)]),
    (">||", "", []),
]  # fmt: skip


def plain(entity):
    extra = entity.url or entity.language or entity.custom_emoji_id or entity.user_id
    return (entity.type, entity.offset, entity.length, *([extra] if extra else []))


@pytest.mark.parametrize("character", [chr(code) for code in range(1, 126)])
def test_a_reserved_character_must_be_escaped(character):
    if character in BEGINNINGS:
        return
    if character in RESERVED:
        with pytest.raises(MarkupError, match="is reserved and must be escaped"):
            parse_text(character, "MarkdownV2")
        assert MarkdownReader(f"\\{character}").read() == (character, [])
    else:
        assert MarkdownReader(character).read() == (character, [])


@pytest.mark.parametrize(("source", "reason"), REFUSED)
def test_markdown_is_refused_in_telegrams_words(source, reason):
    with pytest.raises(MarkupError) as refusal:
        parse_text(source, "MarkdownV2")
    assert str(refusal.value) == f"can't parse entities: {reason}"


@pytest.mark.parametrize(("source", "text", "entities"), READ)
def test_markdown_is_read_as_telegram_reads_it(source, text, entities):
    read, found = MarkdownReader(source).read()
    assert read == text
    assert sorted(map(plain, found), key=str) == sorted(entities, key=str)


@pytest.mark.parametrize("mode", ["MarkdownV2", "markdownv2"])
def test_the_mode_of_a_text_may_be_markdown(mode):
    assert parse_text("*a* _b_", mode) == parse_html("<b>a</b> <i>b</i>")


@given(st.text(max_size=200))
def test_text_with_every_character_escaped_is_that_text(text):
    source = "".join(f"\\{c}" if "\0" < c < "\x7f" else c for c in text)
    assert parse_text(source, "MarkdownV2") == parse_text(text, None)
