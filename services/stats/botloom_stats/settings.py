"""What the environment configures."""

from botloom_runtime.settings import ServiceSettings
from pydantic import Field, SecretStr


class Settings(ServiceSettings):
    database_url: SecretStr
    """SQLAlchemy's form: `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`."""

    redis_url: SecretStr
    """`redis://HOST:PORT/DATABASE`."""

    stats_port: int = Field(default=8082, ge=0, le=65535)
    """Of the probes and metrics."""

    stats_batch_size: int = Field(default=8000, ge=1, le=10_000)
    """The most interactions in one transaction."""

    stats_readers: int = Field(default=2, ge=1, le=16)
    """Batches under way at once: one is decoded while PostgreSQL works on another."""

    stats_idle_seconds: float = Field(default=15.0, gt=0)
    """After this an unfinished interaction counts as left by a dead consumer and is claimed."""

    stats_retention_months: int | None = Field(default=None, ge=1, le=1200)
    """Rows are kept of the present month and so many before it; unset, of all. Sums are kept."""
