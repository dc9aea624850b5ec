"""Commands, mentions, hashtags and addresses that Telegram finds in a text by itself.

Close to `find_entities` of https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp;
of the addresses without a scheme only those under the best known top-level domains are found.
"""

import re

from botloom_contracts.entities import Entity, Markup, arrange, utf16_length

_PATTERNS = {
    "bot_command": re.compile(
        r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])"
    ),
    "mention": re.compile(r"(?<![\w@])@[a-zA-Z][a-zA-Z0-9_]{2,31}(?![\w@])"),
    "hashtag": re.compile(r"(?<![\w#])#(?=[\w]*[^\W\d_])\w{1,256}(?![\w#])"),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,24}(?!\w)", re.I),
    "url": re.compile(
        r"(?<![\w@.-])(?:(?:https?|tg)://[^\s<>\"]*[^\s<>\"'.,;:!?)\]}]"
        r"|(?:[a-z0-9-]+\.)+(?:com|org|net|info|ru|by|ua|kz|uz|de|eu|uk|io|me|dev|app)(?![\w.-])"
        r"(?:[/?#][^\s<>\"]*[^\s<>\"'.,;:!?)\]}])?)",
        re.I,
    ),
}
_ANY = re.compile(r"[/@#.]")
_SOLID = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})


def with_found(markup: Markup) -> Markup:
    """The markup and, where no link or code is, what is found in its text."""
    if not _ANY.search(markup.text):
        return markup
    taken = [(e.offset, e.end) for e in markup.entities if e.type in _SOLID]
    found: list[Entity] = []
    for kind in ("url", "email", "bot_command", "mention", "hashtag"):
        for match in _PATTERNS[kind].finditer(markup.text):
            start = utf16_length(markup.text[: match.start()])
            end = start + utf16_length(match.group())
            if all(end <= left or right <= start for left, right in taken):
                taken.append((start, end))
                found.append(Entity(type=kind, offset=start, length=end - start))
    if not found:
        return markup
    return Markup(markup.text, tuple(arrange([*markup.entities, *found])))
