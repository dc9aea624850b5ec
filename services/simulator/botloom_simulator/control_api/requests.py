"""What the control API takes, the reading of it, and the form of its answers."""

import re
from typing import Annotated, TypeVar

import msgspec
from aiohttp import web
from botloom_contracts.errors import FieldProblem

from ..chats import StoredMessage
from ..errors import Problem
from ..objects import encode

MAX_WAIT_S = 60.0
_MAX_ID = 2**52 - 1

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Username = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z]\w{3,31}$")]
LanguageCode = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An unknown field is a problem, so that a misspelt one is not silently ignored."""


class PersonRequest(Request, frozen=True):
    """What is left out keeps its value; null takes it away."""

    first_name: Name | msgspec.UnsetType = msgspec.UNSET
    last_name: Name | msgspec.UnsetType | None = msgspec.UNSET
    username: Username | msgspec.UnsetType | None = msgspec.UNSET
    language_code: LanguageCode | msgspec.UnsetType | None = msgspec.UNSET


class KeyboardPressRequest(Request, frozen=True):
    """`text` is the button's."""

    text: str


RequestT = TypeVar("RequestT")

_WHERE = re.compile(r"(.*?)(?: - at `\$\.?(.*)`)?", re.DOTALL)


async def read_json(request: web.Request, kind: type[RequestT]) -> RequestT:
    """Raises `Problem`, naming the field and the rule."""
    return decode(await request.read(), kind)


def decode(body: bytes, kind: type[RequestT]) -> RequestT:
    """Raises `Problem`, naming the field and the rule."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as error:
        match = _WHERE.fullmatch(str(error))
        detail, field = match.groups() if match else (str(error), None)
        raise Problem(FieldProblem(field or "body", "schema", detail)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Problem(FieldProblem("body", "json", str(error))) from None


def chat_id_of(request: web.Request) -> int:
    return _integer(request.match_info["chat_id"], "chat_id", 1, _MAX_ID)


def group_id_of(request: web.Request) -> int:
    return _integer(request.match_info["group_id"], "group_id", -_MAX_ID, -1)


def user_id_of(request: web.Request) -> int:
    return _integer(request.match_info["user_id"], "user_id", 1, _MAX_ID)


def bot_id_of(request: web.Request) -> int | None:
    value = request.query.get("bot")
    return None if value is None else _integer(value, "bot", 1, _MAX_ID)


def version_of(request: web.Request) -> int | None:
    value = request.query.get("after")
    return None if value is None else _integer(value, "after", -1, _MAX_ID)


def wait_of(request: web.Request) -> float:
    """Seconds; a longer wait is cut to `MAX_WAIT_S`."""
    value = request.query.get("timeout", "0")
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if not seconds >= 0:
        raise Problem(FieldProblem("timeout", "number", "must be a number of seconds from 0 on"))
    return min(seconds, MAX_WAIT_S)


def _integer(value: str, field: str, least: int, most: int) -> int:
    if re.fullmatch(r"-?[0-9]{1,16}", value, re.ASCII) and least <= int(value) <= most:
        return int(value)
    raise Problem(FieldProblem(field, "integer", f"must be an integer from {least} to {most}"))


def json_response(value: object, status: int = 200) -> web.Response:
    return web.Response(status=status, body=encode(value), content_type="application/json")


def sent_response(update_id: int | None, stored: StoredMessage) -> web.Response:
    """201 `{"update_id", "message"}`"""
    body = b'{"update_id":%b,"message":%b}' % (encode(update_id), stored.body)
    return web.Response(status=201, body=body, content_type="application/json")
