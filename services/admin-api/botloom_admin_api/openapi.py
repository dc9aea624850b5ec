"""The description of the API, at `/schema`, as JSON and YAML; nothing is loaded from elsewhere."""

from importlib.metadata import version

from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, YamlRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme, Tag

SECURITY = [{"bearer": list[str]()}]
"""What every operation under `/api/v1` needs."""


def openapi_config() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="Botloom admin API",
        version=version("botloom-admin-api"),
        description="Build a Telegram bot and read what people do with it.",
        path="/schema",
        render_plugins=[
            JsonRenderPlugin(path=["/openapi.json", "/"]),
            YamlRenderPlugin(path=["/openapi.yaml", "/openapi.yml"]),
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
            Tag("config as code", "The whole configuration as one document"),
            Tag("events", "What was changed, by whom, and what the configuration was"),
            Tag("statistics", "What people did"),
            Tag("cache", "The Redis cache that gateways read"),
        ],
    )
