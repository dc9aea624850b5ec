"""Paths into JSON as admins write them: `items[0].name`."""

import re
from typing import Any

import msgspec

PATH_MAX = 256

_PART = r"(?:[^\s.\[\]]+|\[\d{1,6}\])"
_PATH = re.compile(rf"(?:{_PART}(?:\.?{_PART})*)?")
_PARTS = re.compile(r"\[(\d+)\]|([^\s.\[\]]+)")


def is_path(path: str) -> bool:
    return len(path) <= PATH_MAX and _PATH.fullmatch(path) is not None


def find(value: Any, path: str) -> str:
    """What stands there as a text, objects as JSON; empty where nothing does."""
    for match in _PARTS.finditer(path):
        if match[1] is not None and isinstance(value, list):
            index = int(match[1])
            value = value[index] if index < len(value) else None
        elif isinstance(value, dict):
            value = value.get(match[2] or match[1])
        else:
            return ""
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
