"""JSON values as YAML that people like to read, the same text for the same value.

What is short stands on one line, texts of several lines as blocks. Whatever YAML 1.1 or 1.2 could
take for something else than a text is quoted, so that every reader reads the same.
https://yaml.org/spec/1.2.2/
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .yaml_reading import is_text

WIDTH = 100
KEY_MAX = 1000
"""A longer one must be announced: https://yaml.org/spec/1.2.2/#rule-ns-s-implicit-yaml-key"""
OPEN_LEVELS = 2
"""So many levels from the outside are never put on one line: the document and its parts."""

_PLAIN = re.compile(
    # Letters of all scripts; what is a sign somewhere in YAML only where it is none.
    r"[\w/(«“„+](?:[\w /.()«»“”„!;…–—+&$%@=^~’‹›*|<>'\"-]|:(?=[^\s,\[\]{}]))*"
)
_YAML_1_1 = re.compile(
    r"y|n|yes|no|on|off|true|false|null|[-+.]?[0-9][0-9_.:eExXoObBa-fA-F+-]*|=|<<|[-+]?\.(inf|nan)|"
    r"[0-9]{4}-[0-9].*",
    re.IGNORECASE,
)
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_BLOCK = re.compile("[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]+")
"""What can stand in a block; white space at the ends of lines is not seen there, so not taken."""


def write_yaml(value: Mapping[str, Any]) -> str:
    return "".join(f"{line}\n" for line in _object(value, 0, OPEN_LEVELS))


def _object(fields: Mapping[str, Any], indent: int, levels: int) -> Iterator[str]:
    for name, value in fields.items():
        key = _text(name)
        start = f"{' ' * indent}{key}:"
        if len(key) > KEY_MAX:
            yield f"{' ' * indent}? {key}"
            start = f"{' ' * indent}:"
        yield from _after(start, value, indent, levels - 1)


def _list(items: list[Any], indent: int) -> Iterator[str]:
    for item in items:
        first, *rest = _after("-", item, indent, -1)
        yield f"{' ' * indent}{first}"
        yield from rest


def _after(start: str, value: Any, indent: int, levels: int) -> Iterator[str]:
    """The lines of a value behind the name or the dash that it belongs to."""
    if not isinstance(value, Mapping | list) or not value:
        yield from _block(start, value, indent + 2) or [f"{start} {_flow(value)}"]
        return
    if not _is_open(value, levels) and not _has_lines(value):
        flow = f"{start} {_flow(value)}"
        if len(flow) <= WIDTH:
            yield flow
            return
    inner = (
        _object(value, indent + 2, levels)
        if isinstance(value, Mapping)
        else _list(value, indent + 2)
    )
    if start == "-":
        yield f"- {next(inner).lstrip(' ')}"
    else:
        yield start
    yield from inner


def _is_open(value: Mapping[str, Any] | list[Any], levels: int) -> bool:
    """That it has a line for each part however short it is, so that a change is a changed line."""
    if isinstance(value, list):
        return levels > 0 or isinstance(value[0], list)
    return levels > 0 or (
        levels == 0 and (len(value) > 1 or any(isinstance(one, list) for one in value.values()))
    )


def _block(start: str, value: Any, indent: int) -> list[str]:
    """A text of several lines, if it can be one: https://yaml.org/spec/1.2.2/#812-literal-style"""
    if not isinstance(value, str) or "\n" not in value.strip("\n"):
        return []
    if value.startswith((" ", "\t", "\n")) or value.endswith("\n\n"):
        return []
    lines = value.removesuffix("\n").split("\n")
    if not _BLOCK.fullmatch(value) or any(line != line.rstrip() for line in lines):
        return []
    sign = "|" if value.endswith("\n") else "|-"
    return [f"{start} {sign}", *(f"{' ' * indent}{line}" if line else "" for line in lines)]


def _has_lines(value: Any) -> bool:
    if isinstance(value, str):
        return "\n" in value
    inner = value.values() if isinstance(value, Mapping) else value
    return isinstance(value, Mapping | list) and any(_has_lines(one) for one in inner)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(map(_flow_field, value.items()))}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _flow_field(field: tuple[str, Any]) -> str:
    key = _text(field[0])
    return f"{key}: {_flow(field[1])}" if len(key) <= KEY_MAX else f"? {key} : {_flow(field[1])}"


def _text(text: str) -> str:
    is_plain = (
        _PLAIN.fullmatch(text)
        and not text.endswith((" ", ":"))
        and is_text(text)
        and not _YAML_1_1.fullmatch(text)
        and " #" not in text
    )
    return text if is_plain else _quoted(text)


def _quoted(text: str) -> str:
    """JSON's strings are YAML's, but for characters that YAML does not print."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
