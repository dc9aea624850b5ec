"""What the environment configures."""

from typing import Annotated

from botloom_runtime.outgoing.addresses import AllowedNetworks, parse_allowed_networks
from botloom_runtime.settings import ServiceSettings
from pydantic import AfterValidator, Field, SecretStr, field_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

DATABASE_DRIVER = "postgresql+asyncpg"
REDIS_SCHEMES = ("redis://", "rediss://", "unix://")
TOKEN_MIN = 16


def _database_url(value: SecretStr) -> SecretStr:
    try:
        driver = make_url(value.get_secret_value()).drivername
    except (ArgumentError, ValueError):
        driver = None
    if driver != DATABASE_DRIVER:
        raise PydanticCustomError("database_url", f"must be a {DATABASE_DRIVER}:// address")
    return value


def _redis_url(value: SecretStr) -> SecretStr:
    if not value.get_secret_value().startswith(REDIS_SCHEMES):
        raise PydanticCustomError("redis_url", f"must start with {', '.join(REDIS_SCHEMES)}")
    return value


def _token(value: SecretStr) -> SecretStr:
    token = value.get_secret_value()
    if len(token) < TOKEN_MIN or not (token.isascii() and token.isprintable()) or " " in token:
        detail = f"must be at least {TOKEN_MIN} ASCII characters without spaces"
        raise PydanticCustomError("token", detail)
    return value


class Settings(ServiceSettings):
    database_url: Annotated[SecretStr, AfterValidator(_database_url)]
    """SQLAlchemy's form: `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`."""

    redis_url: Annotated[SecretStr, AfterValidator(_redis_url)]
    """`redis://HOST:PORT/DATABASE`."""

    admin_token: Annotated[SecretStr, AfterValidator(_token)]
    """The bearer token of every request under `/api/v1`."""

    admin_api_port: int = Field(default=8000, ge=0, le=65535)

    webhook_allowed_networks: str = Field(default="", max_length=4096)
    """Where webhooks may be besides the internet: networks and host names, by commas."""

    @field_validator("webhook_allowed_networks")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        parse_allowed_networks(value)
        return value

    @property
    def webhook_networks(self) -> AllowedNetworks:
        return parse_allowed_networks(self.webhook_allowed_networks)
