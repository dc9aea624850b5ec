"""What a placeholder is: `{name}`, `{name|default}`, `{time@Europe/Moscow}`.

`{{name}}` stands for `{name}` literally. Braces around anything that has not the form of a
placeholder stand for themselves. In MarkdownV2 an escaped brace begins no placeholder.
"""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple
from zoneinfo import available_timezones

import msgspec

from .errors import FieldProblem

TIME_NAMES = frozenset({"date", "time", "weekday", "datetime"})
"""Those that may name a zone."""

MATCHED_NAMES = frozenset("123456789")
"""What the parts of a pattern matched."""

KNOWN_NAMES = TIME_NAMES | MATCHED_NAMES | {
    "first_name", "last_name", "full_name", "username", "user_id", "language",
    "chat_id", "chat_title", "chat_type", "bot_username", "bot_name", "text", "payload",
}  # fmt: skip
"""Those without `var.NAME` and without the named groups of a pattern."""

_VARIABLE = re.compile(r"var\.[a-z][a-z0-9_]{0,31}")

_NAME = r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)?|[0-9]+"
_FORM = rf"(?:{_NAME})(?:@[A-Za-z0-9_+/-]+)?(?:\|[^{{}}]*)?"
_PLACEHOLDER = re.compile(rf"\{{\{{(?P<literal>{_FORM})\}}\}}|\{{(?P<form>{_FORM})\}}")
_IN_MARKDOWN = re.compile(rf"\\[\x01-\x7e]|{_PLACEHOLDER.pattern}")
_PARTS = re.compile(r"([^@|]+)(?:@([^|]+))?(?:\|(.*))?", re.DOTALL)
_RESERVED = re.compile(r"[!-/:-@\[-`{-~]")


class Placeholder(msgspec.Struct, frozen=True):
    """`default` is shown where there is no value; it is text, never markup."""

    name: str
    zone: str | None = None
    default: str = ""

    @property
    def key(self) -> str:
        """The name with the zone: what `Values.value` is asked for."""
        return self.name if self.zone is None else f"{self.name}@{self.zone}"

    def __str__(self) -> str:
        return f"{{{self.key}|{self.default}}}" if self.default else f"{{{self.key}}}"


class Part(NamedTuple):
    """`source` as it is written, and what it stands for: text, or a placeholder."""

    source: str
    content: str | Placeholder


def parse_parts(text: str, parse_mode: str | None) -> list[Part]:
    """A text taken apart; joined, the sources are the text."""
    is_markdown = parse_mode == "MarkdownV2"
    parts: list[Part] = []
    at = 0
    for match in (_IN_MARKDOWN if is_markdown else _PLACEHOLDER).finditer(text):
        literal, form = match["literal"], match["form"]
        content: str | Placeholder
        if form is not None:
            content = _placeholder(form)
        elif literal is not None:
            content = f"{{{literal}}}"
            if is_markdown:
                content = _RESERVED.sub(r"\\\g<0>", content)
        else:
            continue
        if at < match.start():
            parts.append(Part(text[at : match.start()], text[at : match.start()]))
        parts.append(Part(match[0], content))
        at = match.end()
    if at < len(text):
        parts.append(Part(text[at:], text[at:]))
    return parts


def _placeholder(form: str) -> Placeholder:
    match = _PARTS.fullmatch(form)
    assert match is not None  # noqa: S101 - it has the form
    return Placeholder(match[1], match[2], match[3] or "")


def placeholders_in(text: str, parse_mode: str | None = None) -> tuple[Placeholder, ...]:
    """Each placeholder once, in the order of its first place, known or not."""
    parts = parse_parts(text, parse_mode)
    return tuple(dict.fromkeys(p.content for p in parts if isinstance(p.content, Placeholder)))


def check_placeholders(
    field: str, text: str, extra: Collection[str] = (), parse_mode: str | None = None
) -> list[FieldProblem]:
    """`extra` are more known names: the named groups of the pattern."""
    return [
        FieldProblem(field, "placeholder", detail)
        for placeholder in placeholders_in(text, parse_mode)
        if (detail := _reason_against(placeholder, extra)) is not None
    ]


def _reason_against(placeholder: Placeholder, extra: Collection[str]) -> str | None:
    name = placeholder.name
    if name in KNOWN_NAMES or name in extra or _VARIABLE.fullmatch(name):
        return _reason_against_zone(placeholder)
    if name.isdigit():
        reason = "is not known: matched parts are {1} to {9}"
    elif name.startswith("var."):
        reason = "names no variable: a-z, 0-9 and _, a letter first, at most 32"
    else:
        reason = f"is not known{_near(name, KNOWN_NAMES | set(extra))}"
    return f"{{{name}}} {reason}; write {{{{{name}}}}} to show the braces"


def _reason_against_zone(placeholder: Placeholder) -> str | None:
    zone = placeholder.zone
    if zone is None:
        return None
    if placeholder.name not in TIME_NAMES:
        return f"{placeholder}: only date, time, weekday and datetime have a time zone"
    if zone not in known_zones():
        return f"{placeholder}: the time zone {zone} is not known{_near(zone, known_zones())}"
    return None


def _near(word: str, words: Iterable[str]) -> str:
    by_folded = {known.casefold(): known for known in sorted(words)}
    found = get_close_matches(word.casefold(), by_folded, n=1)
    return f"; did you mean {by_folded[found[0]]}?" if found else ""


@cache
def known_zones() -> frozenset[str]:
    """Names of https://www.iana.org/time-zones"""
    return frozenset(available_timezones())
