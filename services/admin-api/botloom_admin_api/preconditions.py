"""Conditional requests: https://www.rfc-editor.org/rfc/rfc9110#name-if-match"""

from collections.abc import Callable
from typing import Any

from .errors import Stale


def etag(version: int) -> str:
    return f'"{version}"'


def require_match(if_match: str | None, present: int, shown: Callable[[], Any]) -> None:
    """Raises `Stale` unless the header `If-Match` is absent, `*`, or names the present version.

    `shown` makes what GET answers.
    """
    if if_match is None or if_match.strip() == "*":
        return
    if etag(present) not in (tag.strip() for tag in if_match.split(",")):
        raise Stale(present, shown())


def is_known(if_none_match: str | None, present: int) -> bool:
    """Whether the client has the present version."""
    return has_tag(if_none_match, etag(present))


def has_tag(if_none_match: str | None, present: str) -> bool:
    """Whether the header names the present tag; they are compared weakly, as RFC 9110 says."""
    if if_none_match is None:
        return False
    known = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return "*" in known or present in known
