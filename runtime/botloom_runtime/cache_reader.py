"""Reading the whole of the configuration's cache."""

from typing import NamedTuple

from botloom_contracts.cache import CONFIG_SEQ, ENTRY_PREFIXES
from redis.asyncio import Redis

READ_CHUNK = 1000


class Cache(NamedTuple):
    seq: int
    values: dict[str, bytes]
    """Every key of the configuration with its value."""


async def read_seq(redis: Redis) -> int | None:
    """None where there is no cache."""
    seq = await redis.get(CONFIG_SEQ)
    return None if seq is None else int(seq)


async def read_cache(redis: Redis) -> Cache | None:
    """None where there is none. Raises `ValueError` where `config:seq` is no number."""
    # The seq first: what changes while the rest is read is announced, and applied once more.
    seq = await read_seq(redis)
    if seq is None:
        return None
    values: dict[str, bytes] = {}
    for prefix in ENTRY_PREFIXES:
        keys = [key async for key in redis.scan_iter(match=f"{prefix}*", count=READ_CHUNK)]
        for start in range(0, len(keys), READ_CHUNK):
            chunk = keys[start : start + READ_CHUNK]
            found = await redis.mget(chunk)
            values |= {
                key.decode(errors="replace"): value
                for key, value in zip(chunk, found, strict=True)
                if value is not None
            }
    return Cache(seq, values)
