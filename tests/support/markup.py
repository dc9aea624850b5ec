"""Random texts with markup, most of them well formed."""

from botloom_contracts.entities import Markup, MarkupError
from botloom_contracts.markup import parse_text
from hypothesis import assume
from hypothesis import strategies as st

_WORDS = ["a", "b c", " ", "\n", "\n\n", "🏟", "é", "👨‍👩‍👧", "x. Y", "\r", "\u202e", "  d"]
_HTML_TEXT = st.sampled_from([*_WORDS, "&amp;", "&lt;b&gt;", '"', "&", ">"])
_MARKDOWN_TEXT = st.sampled_from(
    [word.replace(".", "\\.") for word in _WORDS] + ["\\*", "<b>", "&lt;"]
)
_LINKS = st.sampled_from(
    ["t.me", "https://a.b/c?d=1&e='\"<", "tg://resolve?domain=b", "tg://user?id=5", "http://x@a.b:80",
     "tg:user?id=5 ", "nowhere", "tg://user?id=05"]
)  # fmt: skip


def _html_attribute(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;")


def _html(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tag = st.sampled_from(
        ["b", "i", "u", "s", "tg-spoiler", "code", "pre", "blockquote", "blockquote expandable",
         'tg-emoji emoji-id="5"', 'code class="language-c++"', 'span class="tg-spoiler"']
    ) | _LINKS.map(lambda link: f'a href="{_html_attribute(link)}"')  # fmt: skip
    wrapped = st.tuples(tag, inner).map(lambda part: f"<{part[0]}>{part[1]}</>")
    coded = inner.map(lambda text: f'<pre><code class="language-py">{text}</code></pre>')
    return wrapped | coded


def _markdown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    mark = st.sampled_from(["*", "_", "__", "~", "||", "`", "```"])
    wrapped = st.tuples(mark, inner).map(lambda part: f"{part[0]}{part[1]}{part[0]}")
    linked = st.tuples(inner, _LINKS).map(lambda part: f"[{part[0]}]({part[1]})")
    quoted = st.tuples(inner, st.sampled_from(["", "||"])).map(
        lambda part: "\n>" + part[0].replace("\n", "\n>") + part[1] + "\n"
    )
    coded = inner.map(lambda text: f"```py\n{text}```")
    emoji = st.just("![👍](tg://emoji?id=5)")
    return wrapped | linked | quoted | coded | emoji


def sources(parse_mode: str, extra: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[str]:
    """Sources of a parse mode; `extra` are more of the texts that stand in them."""
    text, wrap = (_HTML_TEXT, _html) if parse_mode == "HTML" else (_MARKDOWN_TEXT, _markdown)
    leaf = text if extra is None else text | extra

    def extend(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.lists(leaf | wrap(inner), max_size=5).map("".join)

    return st.recursive(leaf, extend, max_leaves=12)


def parsed(source: str, parse_mode: str | None) -> Markup:
    """The markup of a source; a source that Telegram would refuse is no example."""
    try:
        return parse_text(source, parse_mode)
    except MarkupError:
        assume(False)
        raise
