"""The Redis client that every service uses, with bounds on every wait."""

from typing import Any

import hiredis
from redis.asyncio import (
    Connection,
    ConnectionPool,
    Redis,
    SSLConnection,
    UnixDomainSocketConnection,
)
from redis.asyncio.connection import AbstractConnection, parse_url
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import DataError, RedisError

OUTAGES = (RedisError, OSError, TimeoutError)
"""What a command raises while Redis is away."""


def connect_redis(url: str, retries: int = 1) -> Redis:
    """A pool that connects when it is used. Bytes in, bytes out.

    A lost connection is tried again `retries` times at once; a command that may have been carried
    out is then carried out twice, so callers keep their commands idempotent.
    """
    options: dict[str, Any] = {
        **parse_url(url),
        "connection_class": connection_class(url),
        "socket_connect_timeout": 2.0,
        "socket_timeout": 10.0,
        "health_check_interval": 30,
        "retry": Retry(ExponentialBackoff(cap=0.5, base=0.05), retries),
        "retry_on_error": [RedisConnectionError],
    }
    return Redis.from_pool(ConnectionPool(**options))


class _Packing:
    """Packs commands in C, as redis-py does in its synchronous connections only. Scripts and
    acknowledgements have thousands of arguments here."""

    __slots__ = ()

    def pack_command(self, *arguments: Any) -> list[bytes]:
        name, *others = arguments  # a name can be two words: `XINFO GROUPS`
        try:
            return [hiredis.pack_command((*name.split(), *others))]
        except TypeError as error:  # an argument that is neither text, bytes nor a number
            raise DataError(str(error)) from None


class _PackingConnection(_Packing, Connection):
    pass


class _PackingSSLConnection(_Packing, SSLConnection):
    pass


class _PackingUnixDomainSocketConnection(_Packing, UnixDomainSocketConnection):
    pass


_CLASSES: dict[type[AbstractConnection], type[AbstractConnection]] = {
    Connection: _PackingConnection,
    SSLConnection: _PackingSSLConnection,
    UnixDomainSocketConnection: _PackingUnixDomainSocketConnection,
}


def connection_class(url: str) -> type[AbstractConnection]:
    """For `redis://`, `rediss://` and `unix://` addresses."""
    return _CLASSES[parse_url(url).get("connection_class", Connection)]
