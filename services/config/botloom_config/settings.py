"""What the environment configures."""

from botloom_runtime.settings import ServiceSettings
from pydantic import Field, SecretStr


class Settings(ServiceSettings):
    database_url: SecretStr
    """SQLAlchemy's form: `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`. Only read from."""

    redis_url: SecretStr
    """`redis://HOST:PORT/DATABASE`."""

    config_port: int = Field(default=8081, ge=0, le=65535)
    """Of the probes and metrics."""
