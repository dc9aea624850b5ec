"""Request bodies: JSON, decoded strictly, with errors that name the field and the rule."""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar import Request
from litestar.datastructures import State

from .errors import MalformedBody

BODY_MAX = 1 << 20
"""Bytes."""

_ANY_KEY = "[...]"
"""How msgspec names a value of an object whose keys are free: it does not tell which one."""
_LOCATED = re.compile(r"(?P<text>.*) - at `\$\.?(?P<path>.*)`", re.DOTALL)
_NAMED = re.compile(r"Object (?P<what>contains unknown|missing required) field `(?P<name>.*)`")
_RULES = (
    (re.compile(r"Expected `\w+` of length"), "length"),
    (re.compile(r"Expected `\w+` [<>]"), "range"),
    (re.compile(r"Expected `\w+` matching"), "pattern"),
    (re.compile(r"Invalid (?:enum )?value"), "choice"),
)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""What JSON can hold in a string, and PostgreSQL or UTF-8 can't."""


class StrictRequest(Request[Any, Any, State]):
    """Litestar's own way converts leniently (`"5"` for 5) and answers 400 to what is 422."""

    async def json(self) -> Any:
        field = self.route_handler.parsed_data_field
        return decode_body(await self.body(), Any if field is None else field.annotation)


def decode_body(body: bytes, shape: Any) -> Any:
    """The value of type `shape`. Raises `MalformedBody` or `InvalidInput`."""
    try:
        value = msgspec.json.decode(body, type=shape)
    except msgspec.ValidationError as error:
        raise InvalidInput(shape_problem(str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        # Half a surrogate pair is well-formed JSON, which msgspec does not decode.
        refuse_unstorable(_lenient(body))
        raise MalformedBody(f"The body is not JSON: {error}.") from None
    if rb"\u0000" in body:
        refuse_unstorable(msgspec.to_builtins(value))
    return value


def shape_problem(message: str, path: str = "") -> FieldProblem:
    """What msgspec says of a value that has not the right shape, as a broken rule."""
    located = _LOCATED.fullmatch(message)
    if located:
        message, path = located["text"], located["path"].removesuffix(_ANY_KEY)
    if named := _NAMED.match(message):
        field = f"{path}.{named['name']}".lstrip(".")
        if named["what"] == "missing required":
            return FieldProblem(field, "required", "is missing")
        return FieldProblem(field, "unknown_field", "is not known here")
    rule = next((rule for sign, rule in _RULES if sign.match(message)), "type")
    return FieldProblem(path, rule, message)


def _lenient(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def refuse_unstorable(value: Any) -> None:
    """Raises `InvalidInput`."""
    problems = [
        FieldProblem(
            _UNSTORABLE.sub("\ufffd", path),
            "characters",
            "holds a NUL character or half a surrogate pair",
        )
        for path, text in _strings(value)
        if _UNSTORABLE.search(text)
    ]
    if problems:
        raise InvalidInput(*problems)


def _strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string in JSON, with where it stands."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield path, name
            yield from _strings(inner, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _strings(inner, f"{path}[{index}]")
