"""Answers to questions: what fits a kind of answer, and the form in which it is kept."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from botloom_contracts.patterns import normalise_text

from .updates import Message

AnswerKind = Literal["text", "number", "phone", "email", "date", "choice"]

TEXT_MAX = 1024

_EMAIL = re.compile(r"[^\s@<>\"]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,63}")
_PHONE = re.compile(r"\+?[\d\s().-]{7,30}", re.ASCII)
_PHONE_DIGITS = range(7, 16)  # https://www.itu.int/rec/T-REC-E.164
_RUSSIAN_DIGITS = 11
_NUMBER_DIGITS_MAX = 30
_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_answer(kind: AnswerKind, choices: Sequence[str], message: Message) -> str | None:
    """The value that is kept; None where the message does not fit."""
    if kind == "phone" and message.contact is not None:
        return _phone(message.contact.phone_number)
    text = (message.text or "").strip()
    if not text or len(text) > TEXT_MAX:
        return None
    if kind == "choice":
        wanted = normalise_text(text)
        return next((one for one in choices if normalise_text(one) == wanted), None)
    return _READERS[kind](text)


def _email(text: str) -> str | None:
    return text if _EMAIL.fullmatch(text) else None


def _number(text: str) -> str | None:
    """With a point, and no thousands' separators: `1500.5`."""
    try:
        value = Decimal(re.sub(r"[\s_]", "", text).replace(",", "."))
    except InvalidOperation:
        return None
    return (
        f"{value:f}" if value.is_finite() and abs(value.adjusted()) < _NUMBER_DIGITS_MAX else None
    )


def _phone(text: str) -> str | None:
    """`+` and digits. A number that begins with 8 and has 11 digits is Russian: +7."""
    digits = re.sub(r"\D", "", text)
    if not _PHONE.fullmatch(text) or len(digits) not in _PHONE_DIGITS:
        return None
    if len(digits) == _RUSSIAN_DIGITS and digits[0] == "8" and not text.startswith("+"):
        digits = f"7{digits[1:]}"
    return f"+{digits}"


def _date(text: str) -> str | None:
    """`2026-11-24`, from that or from `24.11.2026`."""
    try:
        if _ISO_DATE.fullmatch(text):
            return date.fromisoformat(text).isoformat()
        match = _DATE.fullmatch(text)
        if match is not None:
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    except ValueError:
        pass
    return None


_READERS: dict[str, Callable[[str], str | None]] = {
    "text": lambda text: text,
    "number": _number,
    "phone": _phone,
    "email": _email,
    "date": _date,
}
