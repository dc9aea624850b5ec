"""What the environment configures."""

from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Self

from botloom_runtime.outgoing.addresses import AllowedNetworks, parse_allowed_networks
from botloom_runtime.settings import ServiceSettings
from pydantic import AfterValidator, Field, SecretStr, field_validator, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from .accounts.first_owner import Owner
from .accounts.rules import canonical_email, check_email, check_password

DATABASE_DRIVER = "postgresql+asyncpg"
REDIS_SCHEMES = ("redis://", "rediss://", "unix://")
TOKEN_MIN = 16
JWT_SECRET_MIN = 32


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


def _jwt_secret(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value()) < JWT_SECRET_MIN:
        detail = f"must have at least {JWT_SECRET_MIN} characters"
        raise PydanticCustomError("jwt_secret", detail)
    return value


def _email(value: str) -> str:
    email = canonical_email(value)
    for problem in check_email(email):
        raise PydanticCustomError("email", problem.detail)
    return email


def _built(value: Path) -> Path:
    if not (value / "index.html").is_file():
        detail = "must be the folder of a built admin panel, and has no index.html"
        raise PydanticCustomError("admin_ui_directory", detail)
    return value


def _networks(value: str) -> str:
    for network in _split(value):
        try:
            ip_network(network)
        except ValueError:
            detail = "must be addresses and networks such as 10.0.0.0/8, separated by commas"
            raise PydanticCustomError("networks", detail) from None
    return value


def _split(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


class Settings(ServiceSettings):
    database_url: Annotated[SecretStr, AfterValidator(_database_url)]
    """SQLAlchemy's form: `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`."""

    redis_url: Annotated[SecretStr, AfterValidator(_redis_url)]
    """`redis://HOST:PORT/DATABASE`."""

    admin_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    """An API token with the role owner, for programs; it stands in no table."""

    owner_email: Annotated[str, AfterValidator(_email)] | None = None
    """Of the first account, made where there is none. Set: `owner_password` is needed."""

    owner_password: SecretStr | None = None
    """Of the first account, at its making."""

    jwt_secret: Annotated[SecretStr, AfterValidator(_jwt_secret)] | None = None
    """Signs access tokens. Unset: programs get in by API tokens only."""

    cookie_secure: bool = False
    """The session's cookie is sent over https only. False: only where the log-in came by https."""

    trusted_proxies: Annotated[str, AfterValidator(_networks)] = Field(default="", max_length=4096)
    """Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed: addresses and networks."""

    api_limit_per_second: float = Field(default=20.0, ge=0, le=100_000)
    """Requests of one actor under `/api/v1`, over all replicas; ten times as many may come at once.
    0: no limit."""

    admin_api_port: int = Field(default=8000, ge=0, le=65535)

    admin_ui_directory: Annotated[Path, AfterValidator(_built)] | None = None
    """The built admin panel, served at `/`. Unset: there is none."""

    @model_validator(mode="after")
    def _owner_is_complete(self) -> Self:
        if self.owner_email is None:
            return self
        password = "" if self.owner_password is None else self.owner_password.get_secret_value()
        for problem in check_password(password, self.owner_email):
            raise ValueError(f"BOTLOOM_OWNER_PASSWORD: {problem.detail}")
        return self

    @property
    def first_owner(self) -> Owner | None:
        if self.owner_email is None or self.owner_password is None:
            return None
        return Owner(self.owner_email, self.owner_password.get_secret_value())

    @property
    def trusted_networks(self) -> list[str]:
        return _split(self.trusted_proxies)

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
