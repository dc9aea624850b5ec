"""What the environment configures."""

import re
from typing import Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from botloom_runtime.outgoing.addresses import AllowedNetworks, parse_allowed_networks
from botloom_runtime.settings import ServiceSettings
from pydantic import Field, SecretStr, field_validator, model_validator
from redis.asyncio.connection import parse_url

from .limit_script import Limits

TELEGRAM = "https://api.telegram.org"


class Settings(ServiceSettings):
    redis_url: SecretStr
    """`redis://HOST:PORT/DATABASE`."""

    bot_token: SecretStr
    """As @BotFather gives it."""

    bot_api_url: str = TELEGRAM
    """Of the Bot API server: Telegram's, a local one, or the simulator."""

    webhook_url: str | None = None
    """Where Telegram sends updates. Set: webhook mode. Unset: polling."""

    webhook_secret: SecretStr | None = None
    """Comes with each update, so that nobody else can send one. Needed in webhook mode."""

    gateway_port: int = Field(default=8080, ge=0, le=65535)
    """Of the webhook, the probes and the metrics."""

    stream_max_length: int = Field(default=5_000_000, ge=1000)
    """With so many interactions waiting, updates are refused; Telegram keeps them for a day."""

    limit_per_second: float = Field(default=30, ge=0, le=10_000)
    """Messages of the bot over all chats. 0: no limit."""

    limit_per_chat_per_second: float = Field(default=1, ge=0, le=1000)
    """Messages in one chat; a few at once may exceed it. 0: no limit."""

    limit_per_group_per_minute: int = Field(default=20, ge=0, le=10_000)
    """Messages in one group. 0: no limit."""

    request_allowed_networks: str = Field(default="", max_length=4096)
    """Where `request` steps may go besides the internet: networks and host names, by commas."""

    time_zone: str = "UTC"
    """Of dates and times in texts that name no zone of their own: `Europe/Moscow`."""

    person_days: int = Field(default=90, ge=8, le=3650)
    """After so many days without a change, a person's variables are forgotten. More than the 7 days
    that a question can wait."""

    @field_validator("time_zone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("is no time zone such as Europe/Moscow")
        return value

    @field_validator("redis_url")
    @classmethod
    def _is_a_redis_url(cls, value: SecretStr) -> SecretStr:
        try:
            parse_url(value.get_secret_value())
        except ValueError:
            raise ValueError("must be a redis://, rediss:// or unix:// address") from None
        return value

    @field_validator("bot_token")
    @classmethod
    def _is_a_token(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"\d+:[\w-]{5,}", value.get_secret_value(), re.ASCII):
            raise ValueError("is no bot token: digits, a colon, and letters")
        return value

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _is_a_url(cls, value: str | None) -> str | None:
        if value is None:
            return None
        try:
            parts = urlsplit(value)
            is_a_url = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        except ValueError:
            is_a_url = False
        if not is_a_url:
            raise ValueError("must be an http:// or https:// address")
        return value.rstrip("/")

    @field_validator("request_allowed_networks")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        parse_allowed_networks(value)
        return value

    @model_validator(mode="after")
    def _webhook_has_a_secret(self) -> Self:
        if self.webhook_url is None:
            return self
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret):
            raise ValueError(
                "BOTLOOM_WEBHOOK_SECRET: must be 16 to 256 of the characters A-Z, a-z, 0-9, _ "
                "and -, for BOTLOOM_WEBHOOK_URL is set"
            )
        return self

    @property
    def bot_id(self) -> int:
        return int(self.bot_token.get_secret_value().partition(":")[0])

    @property
    def limits(self) -> Limits:
        return Limits(
            self.limit_per_second, self.limit_per_chat_per_second, self.limit_per_group_per_minute
        )

    @property
    def allowed_networks(self) -> AllowedNetworks:
        return parse_allowed_networks(self.request_allowed_networks)
