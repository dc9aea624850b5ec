"""The parameters of a call, in any of the ways that a bot may send them.

https://core.telegram.org/bots/api#making-requests: the query string, a form, a multipart form or
JSON. In all but JSON, objects stand as strings of JSON; in JSON both are taken.
"""

import asyncio
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

import msgspec
from aiohttp import BodyPartReader, MultipartReader, StreamReader
from aiohttp.base_protocol import BaseProtocol

from ..errors import BadRequest

_INTEGER = re.compile(r"\s*[+-]?[0-9]{1,18}")
_TRUE = ("true", "yes", "1")


class Upload(NamedTuple):
    """A part of a multipart form that has a file name."""

    name: str
    content: bytes


class Parameters:
    __slots__ = ("_files", "_values")

    def __init__(
        self, values: Mapping[str, Any], files: Mapping[str, Upload] | None = None
    ) -> None:
        self._values = values
        self._files = files or {}

    def has(self, name: str) -> bool:
        return self._values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """Empty where it is not given; numbers and objects as their JSON."""
        value = self._values.get(name)
        if isinstance(value, str):
            return value
        return "" if value is None else msgspec.json.encode(value).decode()

    def integer(self, name: str, default: int, least: int, most: int) -> int:
        """Brought into the bounds, and 0 where it is no number, as Telegram's servers do."""
        value = self.text(name)
        if not value:
            return default
        match = _INTEGER.match(value)
        return min(max(int(match.group()) if match else 0, least), most)

    def boolean(self, name: str) -> bool:
        return self.text(name).strip().lower() in _TRUE

    def json(self, name: str, description: str) -> Any:
        """None where it is not given. Raises `BadRequest(description)` where it is no JSON."""
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return msgspec.json.decode(value)
        except (msgspec.DecodeError, RecursionError):
            raise BadRequest(description) from None

    def file(self, name: str) -> Upload | None:
        return self._files.get(name)

    def within(self, values: Mapping[str, Any]) -> "Parameters":
        """Those of an object inside the call, such as one media of several, with its files."""
        return Parameters(values, self._files)

    def shown(self) -> dict[str, Any]:
        """All that was given; of files their names."""
        return {**self._values, **{name: upload.name for name, upload in self._files.items()}}


async def read_parameters(content_type: str, body: bytes, query: str = "") -> Parameters:
    """Raises `BadRequest` for a body that is not what its content type says."""
    values: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
    files: dict[str, Upload] = {}
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json" and body:
        values |= _json_object(body)
    elif kind == "application/x-www-form-urlencoded":
        values |= parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    elif kind == "multipart/form-data":
        try:
            await _read_multipart(content_type, body, values, files)
        except ValueError:
            raise BadRequest("can't parse the multipart form of the request") from None
    return Parameters(values, files)


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadRequest("can't parse the JSON of the request") from None
    if not isinstance(value, dict):
        raise BadRequest("the JSON of the request must be an object")
    return value


async def _read_multipart(
    content_type: str, body: bytes, values: dict[str, Any], files: dict[str, Upload]
) -> None:
    loop = asyncio.get_running_loop()
    stream = StreamReader(BaseProtocol(loop), limit=2**16, loop=loop)
    stream.feed_data(body)
    stream.feed_eof()
    reader = MultipartReader({"Content-Type": content_type}, stream)
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            values[part.name] = content.decode("utf-8", "replace")
        else:
            files[part.name] = Upload(part.filename, content)
