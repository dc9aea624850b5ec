"""The Redis client that every service uses, with bounds on every wait."""

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import ConnectionError as RedisConnectionError


def connect_redis(url: str, retries: int = 1) -> Redis:
    """A pool that connects when it is used. Bytes in, bytes out.

    A lost connection is tried again `retries` times at once; a command that may have been carried
    out is then carried out twice, so callers keep their commands idempotent.
    """
    return Redis.from_url(
        url,
        socket_connect_timeout=2.0,
        socket_timeout=10.0,
        health_check_interval=30,
        retry=Retry(ExponentialBackoff(cap=0.5, base=0.05), retries),
        retry_on_error=[RedisConnectionError],
    )
