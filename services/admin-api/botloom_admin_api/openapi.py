"""The description of the API, at `/schema`, as JSON and YAML; nothing is loaded from elsewhere."""

from http import HTTPStatus
from importlib.metadata import version
from typing import Any

from litestar import Response, Router
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme, Tag

from .auth.cookies import COOKIE, CSRF_HEADER, SECURE_COOKIE
from .errors import NotFound
from .openapi_document import DescribedJson, DescribedYaml

SECURITY = [{"bearer": list[str]()}, {"session": list[str]()}]
"""What operations under `/api/v1` need: one of these."""


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
                    description=(
                        "An API token (`btl_…`), the access token of a log-in, or what the service"
                        " was given as `BOTLOOM_ADMIN_TOKEN`."
                    ),
                ),
                "session": SecurityScheme(
                    type="apiKey",
                    security_scheme_in="cookie",
                    name=COOKIE,
                    description=(
                        f"The cookie of a log-in; by https it is called `{SECURE_COOKIE}`. All but"
                        f" GET need the header `{CSRF_HEADER}` as well, with what the log-in"
                        " answered."
                    ),
                ),
            }
        ),
        tags=[
            Tag("handlers", "What the bot answers to what people write"),
            Tag("callbacks", "What the bot does when a button is pressed"),
            Tag("buttons", "Buttons, to be placed on keyboards"),
            Tag("keyboards", "Rows of buttons"),
            Tag("drafts", "Changes that are collected, tried, and published at once"),
            Tag("config as code", "The whole configuration as one document"),
            Tag("explain", "What the bot would do, and why"),
            Tag("lint", "What is hardly meant"),
            Tag("map", "What leads where in the bot"),
            Tag("events", "What was changed, by whom, and what the configuration was"),
            Tag("statistics", "What people did"),
            Tag("people", "Who uses the bot"),
            Tag("webhooks", "Whom to tell of changes (beta)"),
            Tag("cache", "The Redis cache that gateways read"),
            Tag("auth", "Log-in, and what belongs to whoever is logged in"),
            Tag("accounts", "The people who may use this API"),
            Tag("tokens", "API tokens, for programs"),
            Tag("propagation", "How far a change has come"),
            Tag("bot", "How updates come to the bot"),
        ],
    )
