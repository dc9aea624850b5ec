"""Texts of steps, taken apart once for all the runs that fill them in."""

from functools import lru_cache

from botloom_contracts.placeholders import Template


@lru_cache(maxsize=20_000)
def template(source: str, parse_mode: str | None = None) -> Template:
    return Template(source, parse_mode)
