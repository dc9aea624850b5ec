"""What the environment configures."""

from typing import Annotated

from botloom_runtime.settings import ServiceSettings
from pydantic import AfterValidator, Field, SecretStr
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

    api_limit_per_second: float = Field(default=20.0, ge=0, le=100_000)
    """Requests of one actor under `/api/v1`, over all replicas; ten times as many may come at once.
    0: no limit."""

    admin_api_port: int = Field(default=8000, ge=0, le=65535)
