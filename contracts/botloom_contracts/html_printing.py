"""Texts with entities written as Telegram's HTML, so that parsing brings them back unchanged."""

from .entities import Entity, Markup
from .links import mentioned_user

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "text_link": "a",
    "text_mention": "a",
    "custom_emoji": "tg-emoji",
}


def escape_html(value: str) -> str:
    """The value as a text or an attribute of HTML that parses to just this value."""
    return (
        value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def escape_text(text: str) -> str:
    """The text as HTML outside of tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def print_html(markup: Markup) -> str:
    """`parse_html` of it is `markup`, for each one that Telegram can have made of some text.

    Entities of other types, as Telegram finds them by itself, are left out.
    """
    if not markup.entities:
        return escape_text(markup.text)
    data = markup.text.encode("utf-16-le", "surrogatepass")
    parts: list[str] = []
    open_entities: list[tuple[int, str]] = []
    at = 0

    def write_up_to(offset: int) -> None:
        nonlocal at
        piece = data[2 * at : 2 * offset].decode("utf-16-le", "surrogatepass")
        parts.append(escape_text(piece))
        at = offset

    def close_up_to(offset: int) -> None:
        while open_entities and open_entities[-1][0] <= offset:
            end, tag = open_entities.pop()
            write_up_to(end)
            parts.append(tag)

    for entity in markup.entities:
        close_up_to(entity.offset)
        write_up_to(entity.offset)
        start_tag, end_tag = _tags(entity)
        parts.append(start_tag)
        open_entities.append((entity.end, end_tag))
    close_up_to(len(data))
    write_up_to(len(data) // 2)
    return "".join(parts)


def _tags(entity: Entity) -> tuple[str, str]:
    attribute = ""
    tag = _TAGS.get(entity.type)
    if tag is None:
        return "", ""
    match entity.type:
        case "expandable_blockquote":
            attribute = " expandable"
        case "pre" if entity.language:
            language = escape_html(entity.language)
            return f'<pre><code class="language-{language}">', "</code></pre>"
        case "text_link":
            url = entity.url or ""
            # A link to a person that is none of Telegram's mentions: the space keeps it from being
            # taken for one, and is not part of the link.
            space = "" if mentioned_user(url) is None else " "
            attribute = f' href="{escape_html(url)}{space}"'
        case "text_mention":
            attribute = f' href="tg://user?id={entity.user_id}"'
        case "custom_emoji":
            attribute = f' emoji-id="{entity.custom_emoji_id}"'
    return f"<{tag}{attribute}>", f"</{tag}>"
