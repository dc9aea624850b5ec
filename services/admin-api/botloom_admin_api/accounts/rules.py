"""What an account and its password must be like."""

import re
from collections.abc import Iterator

from botloom_contracts.errors import FieldProblem

PASSWORD_MIN = 10
PASSWORD_MAX = 128
EMAIL_MAX = 254
"""https://www.rfc-editor.org/errata/eid1690"""
NAME_MAX = 100

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")


def canonical_email(email: str) -> str:
    """One address is one account, however it is written."""
    return email.strip().lower()


def check_email(email: str) -> Iterator[FieldProblem]:
    """`email` is canonical."""
    if len(email) > EMAIL_MAX:
        yield FieldProblem("email", "length", f"has more than {EMAIL_MAX} characters")
    elif not _EMAIL.fullmatch(email) or not email.isprintable():
        yield FieldProblem("email", "email", "is no e-mail address such as anna@example.com")


def check_name(name: str) -> Iterator[FieldProblem]:
    if not 1 <= len(name.strip()) <= len(name) <= NAME_MAX:
        yield FieldProblem("name", "length", f"must have 1 to {NAME_MAX} characters")
    elif not name.isprintable():
        yield FieldProblem("name", "characters", "must be one line of printable characters")


def check_password(
    password: str, email: str | None, field: str = "password"
) -> Iterator[FieldProblem]:
    """Long rather than colourful: https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver"""
    if not PASSWORD_MIN <= len(password) <= PASSWORD_MAX:
        detail = f"must have {PASSWORD_MIN} to {PASSWORD_MAX} characters"
        yield FieldProblem(field, "length", detail)
    elif canonical_email(password) == email:
        yield FieldProblem(field, "email", "must not be the e-mail address")
