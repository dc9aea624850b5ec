import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import quote, urlsplit

import msgspec
from botloom_contracts.errors import FieldProblem
from botloom_contracts.telegram import URL_MAX
from msgspec import Meta

from ..effects import Fetch, Outcome
from ..json_path import find, is_path
from ..templates import template
from . import nesting
from .base import Place, Step
from .fields import check_variable

if TYPE_CHECKING:
    from ..run import Run

BODY_MAX = 16_384
BODY_DEPTH_MAX = 20
"""Lists and objects within one another; Python's stack bounds how deep JSON can be read."""
HEADERS_MAX = 20
HEADER_MAX = 1024
SAVED_MAX = 20
VALUE_MAX = 1024

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}")
_ORIGIN = re.compile(r"https?://[^/?#{}@\s]+(?=[/?#]|$)", re.IGNORECASE)
_DOT_SEGMENT = re.compile(r"[^?#]*/\.{1,2}(?:[/?#]|$)")
"""What servers and clients resolve away: https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4"""
_OK = range(200, 300)


class Request(Step, frozen=True, tag="request"):
    """Call someone else's server, and keep parts of its answer in variables of the person."""

    url: str
    """Placeholders may stand behind the host; their values are percent-encoded. A value that makes
    a part of the path `.` or `..`, which would lead to another path, is an error."""
    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"] = "GET"
    headers: dict[str, str] = msgspec.field(default_factory=dict)
    body: Any = None
    """JSON; its texts may have placeholders."""
    save: dict[str, str] = msgspec.field(default_factory=dict)
    """Variables, and where in the JSON of the answer their values stand: `items[0].name`. An empty
    path is the whole answer as text."""
    timeout_seconds: Annotated[float, Meta(gt=0, le=30)] = 10
    on_error: "nesting.Steps" = ()
    """Run where there is no answer, or a status that is no 2xx. The run then goes on."""

    def check(self, place: Place) -> Iterable[FieldProblem]:
        yield from self._check_url(place)
        if len(self.headers) > HEADERS_MAX:
            yield place.problem("headers", "length", f"are more than {HEADERS_MAX}")
        for name, value in self.headers.items():
            field = f"headers.{name}"
            if not _HEADER_NAME.fullmatch(name):
                yield place.problem(field, "header", f"{name!r} is no name of a header")
            yield from place.text(field, value, HEADER_MAX, least=0)
        yield from self._check_body(place)
        if len(self.save) > SAVED_MAX:
            yield place.problem("save", "length", f"are more than {SAVED_MAX}")
        for name, path in self.save.items():
            yield from check_variable(place, f"save.{name}", name)
            if not is_path(path):
                yield place.problem(f"save.{name}", "path", "is no path such as items[0].name")

    def _check_body(self, place: Place) -> Iterable[FieldProblem]:
        if self.body is None:
            return
        if self.method in ("GET", "DELETE"):
            yield place.problem("body", "unused", f"is not sent with {self.method}")
        if _is_deeper(self.body, BODY_DEPTH_MAX):
            yield place.problem("body", "depth", f"is more than {BODY_DEPTH_MAX} lists deep")
            return
        if len(msgspec.json.encode(self.body)) > BODY_MAX:
            yield place.problem("body", "length", f"is more than {BODY_MAX} bytes of JSON")
        for path, text in _texts(self.body, "body"):
            yield from place.text(path, text, BODY_MAX, least=0)

    def _check_url(self, place: Place) -> Iterable[FieldProblem]:
        yield from place.text("url", self.url, URL_MAX)
        origin = _ORIGIN.match(self.url)
        try:
            is_url = origin is not None and bool(urlsplit(origin[0]).hostname)
            is_url = is_url and urlsplit(origin[0]).port != 0 if origin else False
        except ValueError:
            is_url = False
        if not is_url:
            detail = "must be an http:// or https:// address, without placeholders in its host"
            yield place.problem("url", "url", detail)

    def branches(self) -> "Iterable[tuple[str, nesting.Steps]]":
        yield "on_error", self.on_error

    def run(self, run: "Run") -> Fetch | None:
        url = template(self.url).render(_Quoted(run))
        if _DOT_SEGMENT.match(url):
            run.enter(self.on_error)
            return None
        headers = {name: _one_line(run.text(value)) for name, value in self.headers.items()}
        body = None
        if self.body is not None:
            body = msgspec.json.encode(_filled(self.body, run))
            headers = {"Content-Type": "application/json", **headers}
        return Fetch(self.method, url, headers, body, self.timeout_seconds, self._resume)

    def _resume(self, run: "Run", outcome: Outcome) -> None:
        if outcome.error is not None or outcome.status not in _OK:
            run.enter(self.on_error)
            return
        try:
            found = msgspec.json.decode(outcome.body) if any(self.save.values()) else None
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            run.enter(self.on_error)
            return
        for name, path in self.save.items():
            value = find(found, path) if path else outcome.body.decode(errors="replace")
            run.set(name, value.replace("\0", "")[:VALUE_MAX])


class _Quoted:
    """Values as parts of an address, so that none leads to another host or path."""

    def __init__(self, run: "Run") -> None:
        self._run = run

    def value(self, name: str) -> str:
        return quote(self._run.value(name), safe="")


def _one_line(text: str) -> str:
    return re.sub(r"[\0-\x1f\x7f]+", " ", text)


def _is_deeper(value: Any, levels: int) -> bool:
    inner = value.values() if isinstance(value, Mapping) else value
    if not isinstance(value, Mapping | list):
        return False
    return levels == 0 or any(_is_deeper(one, levels - 1) for one in inner)


def _texts(value: Any, path: str) -> Iterable[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{path}[{index}]")


def _filled(value: Any, run: "Run") -> Any:
    if isinstance(value, str):
        return run.text(value)
    if isinstance(value, Mapping):
        return {name: _filled(inner, run) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, run) for inner in value]
    return value
