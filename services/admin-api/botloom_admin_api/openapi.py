"""The description of the API, at `/schema`, as JSON and YAML; nothing is loaded from elsewhere."""

from http import HTTPStatus
from importlib.metadata import version
from typing import Any

from litestar import Response, Router
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme, Tag

from .errors import NotFound
from .openapi_document import DescribedJson, DescribedYaml

SECURITY = [{"bearer": list[str]()}]
"""What every operation under `/api/v1` needs."""


def _refuse_unknown(response: Response[Any]) -> Response[Any]:
    """Litestar's own page for an unknown address is HTML."""
    if response.status_code == HTTPStatus.NOT_FOUND:
        raise NotFound("There is no such description of the API.")
    return response


def openapi_config() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="Botloom admin API",
        version=version("botloom-admin-api"),
        description="Build a Telegram bot and read what people do with it.",
        openapi_router=Router(
            "/schema", route_handlers=[], include_in_schema=False, after_request=_refuse_unknown
        ),
        render_plugins=[
            DescribedJson(path=["/openapi.json", "/"]),
            DescribedYaml(path=["/openapi.yaml", "/openapi.yml"]),
        ],
        components=Components(
            security_schemes={
                "bearer": SecurityScheme(
                    type="http",
                    scheme="bearer",
                    description="The token that the service was given as `BOTLOOM_ADMIN_TOKEN`.",
                )
            }
        ),
        tags=[
            Tag("handlers", "What the bot answers to what people write"),
            Tag("callbacks", "What the bot does when a button is pressed"),
            Tag("buttons", "Buttons, to be placed on keyboards"),
            Tag("keyboards", "Rows of buttons"),
            Tag("explain", "What the bot would do, and why"),
            Tag("lint", "What is hardly meant"),
            Tag("statistics", "What people did"),
            Tag("cache", "The Redis cache that gateways read"),
        ],
    )
