"""What all operations have in common, added to the description that Litestar makes.

So a route only describes what is its own.
"""

import re
from abc import abstractmethod
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import msgspec
import yaml
from litestar import Litestar, Request
from litestar.openapi.plugins import JsonRenderPlugin, OpenAPIRenderPlugin, YamlRenderPlugin
from litestar.routes import HTTPRoute

from .idempotency import KEY_HEADER, KEY_MAX, REPLAYED_HEADER, is_keyed
from .openapi_examples import EXAMPLES
from .problems import MEDIA_TYPE, STATUS_CODES, TYPE_PREFIX
from .request_log import ID_HEADER

Json = dict[str, Any]

METHODS = ("get", "post", "put", "patch", "delete")

_HEADERS: dict[str, tuple[str, Json]] = {
    ID_HEADER: ("The id of the request, also in the log.", {"type": "string"}),
    "RateLimit-Policy": ("How much may be asked for.", {"type": "string"}),
    "RateLimit": ("How much is left of it.", {"type": "string"}),
    "Retry-After": ("Seconds until it is worth while to try again.", {"type": "integer"}),
    REPLAYED_HEADER: ("`true` where it is the answer to an earlier request.", {"type": "string"}),
    "WWW-Authenticate": ("How to tell who is asking.", {"type": "string"}),
    "ETag": ("The present version, in quotes.", {"type": "string"}),
}
_COMMON = (ID_HEADER, "RateLimit-Policy", "RateLimit")
_BY_STATUS = {
    "304": "ETag",
    "401": "WWW-Authenticate",
    "412": "ETag",
    "429": "Retry-After",
    "503": "Retry-After",
}

_KEY_PARAMETER: Json = {
    "name": KEY_HEADER,
    "in": "header",
    "description": (
        "Sent twice with the same key, the request is carried out once; the answer is kept for a "
        "day."
    ),
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": KEY_MAX, "pattern": "^[ -~]+$"},
    "example": "9a1f2c6e-0d3b-4a58-8f5e-6d1c2b7a9e40",
}

_NULL = {"type": "null"}

_GENERIC = re.compile(r"(Page|BulkResult|Bulk)_(?:\w+\.)*?([A-Z]\w*?)(?:View|Fields)?_.*")

_LEFT_OUT = {"Problem": {"present"}}
"""Fields that answers do not always have, by their components; of parts, none is certain."""


class _RenderedOnce(OpenAPIRenderPlugin):
    """Everybody may ask for it, and making it takes a second in which nothing else runs."""

    _rendered: bytes | None = None

    def render(self, request: Request[Any, Any, Any], openapi_schema: Json) -> bytes:
        if self._rendered is None:
            self._rendered = self._text(describe(openapi_schema, request.app))
        return self._rendered

    @abstractmethod
    def _text(self, described: Json) -> bytes: ...


class DescribedJson(_RenderedOnce, JsonRenderPlugin):
    def _text(self, described: Json) -> bytes:
        return msgspec.json.encode(described)


class DescribedYaml(_RenderedOnce, YamlRenderPlugin):
    def _text(self, described: Json) -> bytes:
        plain = msgspec.to_builtins(described)
        return yaml.dump(plain, Dumper=yaml.CSafeDumper, encoding="utf-8", sort_keys=False)


def describe(schema: Json, app: Litestar) -> Json:
    """`schema` with what is common; describing it again changes nothing."""
    schema["components"].setdefault("headers", {}).update(
        {name: {"description": text, "schema": kind} for name, (text, kind) in _HEADERS.items()}
    )
    keyed = {
        handler.operation_id
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if is_keyed(handler)
    }
    for operation in operations(schema):
        _describe(operation, operation["operationId"] in keyed)
    _state_fields(schema)
    for component in schema["components"]["schemas"].values():
        # Of a field with this type, and only where Litestar came to that one before all others.
        component.pop("default", None)
    described: Json = _renamed(_of_one_kind(_any_of_parts(schema)))
    return described


def operations(schema: Json) -> Iterator[Json]:
    for path in schema["paths"].values():
        yield from (path[method] for method in METHODS if method in path)


def _describe(operation: Json, keyed: bool) -> None:
    for parameter in operation.get("parameters", ()):
        _drop_null(parameter)
    responses = operation["responses"]
    if keyed:
        parameters = operation.setdefault("parameters", [])
        if _KEY_PARAMETER not in parameters:
            parameters.append(_KEY_PARAMETER)
        for status in ("409", "413", "422"):
            responses.setdefault(status, _problem(status))
    operation["responses"] = {status: responses[status] for status in sorted(responses)}
    for status, response in responses.items():
        names = [*_COMMON]
        if status in _BY_STATUS:
            names.append(_BY_STATUS[status])
        if keyed and status < "5":
            names.append(REPLAYED_HEADER)
        if keyed and status == "409":
            names.append("Retry-After")
        headers = response.get("headers", {})
        headers.update({name: {"$ref": f"#/components/headers/{name}"} for name in names})
        # Litestar keeps those of a route in a set, so each process has an order of its own.
        response["headers"] = dict(sorted(headers.items()))
        if response.get("content", {}).get("application/json", {}).get("schema") == _NULL:
            del response["content"]  # so Litestar says that there is no body
        if MEDIA_TYPE in response.get("content", {}):
            response["content"][MEDIA_TYPE]["example"] = _example_problem(status)
    _add_example(operation)


def _add_example(operation: Json) -> None:
    example = EXAMPLES.get(operation["operationId"])
    if example is None:
        return
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in example.parameters:
            parameter["example"] = example.parameters[parameter["name"]]
    if example.body is not None:
        operation["requestBody"]["content"]["application/json"]["example"] = example.body
    for status, response in operation["responses"].items():
        if status.startswith("2") and "content" in response:
            response["content"]["application/json"]["example"] = example.answer


def _problem(status: str) -> Json:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": HTTPStatus(int(status)).phrase, "content": content}


def _example_problem(status: str) -> Json:
    code, phrase = STATUS_CODES[int(status)], HTTPStatus(int(status)).phrase
    return {
        "type": TYPE_PREFIX + code,
        "code": code,
        "title": phrase,
        "status": int(status),
        "detail": "A sentence for people.",
        "errors": [],
        "conflicts": [],
    }


def _drop_null(parameter: Json) -> None:
    """A parameter that is not given is none; there is no null in a query or a header."""
    schema = parameter["schema"]
    if "null" in schema.get("type", ()):
        (schema["type"],) = [one for one in schema["type"] if one != "null"]
        schema["enum"] = [one for one in schema["enum"] if one is not None]
    kinds = schema.get("oneOf", ())
    if _NULL in kinds:
        (kind,) = [one for one in kinds if one != _NULL]
        del schema["oneOf"]
        parameter["schema"] = {**kind, **schema}


def _state_fields(schema: Json) -> None:
    """What Litestar does not tell: bodies are decoded strictly, so all that they consist of has no
    other fields, and what only answers have has all of its fields, defaults included."""
    components = schema["components"]["schemas"]
    sent: set[str] = set()
    waiting = [operation.get("requestBody", {}) for operation in operations(schema)]
    while waiting:
        for name in set(_references(waiting.pop())) - sent:
            sent.add(name)
            waiting.append(components[name])
    for name, component in components.items():
        if component.get("type") != "object":
            continue
        if name in sent:
            component["additionalProperties"] = False
        elif not name.endswith("Part"):
            certain = component["properties"].keys() - _LEFT_OUT.get(name, set())
            component["required"] = sorted(certain)


def _references(schema: Any) -> Iterator[str]:
    """The names of the components that it refers to."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        schema = list(schema.values())
    if isinstance(schema, list):
        for one in schema:
            yield from _references(one)


def _any_of_parts(schema: Any) -> Any:
    """The whole of a resource is one of its parts too, so it can't be just one of both."""
    if isinstance(schema, list):
        return [_any_of_parts(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kinds = schema.get("oneOf", ())
    if any(str(one.get("$ref", "")).endswith("Part") for one in kinds):
        schema["anyOf"] = schema.pop("oneOf")
    return {name: _any_of_parts(value) for name, value in schema.items()}


def _of_one_kind(schema: Any) -> Any:
    """Of a list whose length is limited Litestar says that its items can be anything besides."""
    if isinstance(schema, list):
        return [_of_one_kind(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kinds = schema.get("items", {}).get("oneOf", ()) if schema.get("type") == "array" else ()
    if {} in kinds:
        (schema["items"],) = [one for one in kinds if one != {}]
    return {name: _of_one_kind(value) for name, value in schema.items()}


def _renamed(schema: Any) -> Any:
    """`HandlerPage` and `HandlerBulk`, rather than names of modules and types in a row."""
    if isinstance(schema, list):
        return [_renamed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        _short(name): _short(value) if name == "$ref" else _renamed(value)
        for name, value in schema.items()
    }


def _short(name: str) -> str:
    return _GENERIC.sub(r"\2\1", name)
