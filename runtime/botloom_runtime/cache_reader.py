"""Reading the whole of the configuration's cache, and the drafts in it."""

from collections.abc import Collection
from typing import NamedTuple, cast

from botloom_contracts.cache import (
    CONFIG_SEQ,
    DRAFTS,
    DRAFTS_ENTRIES,
    ENTRY_PREFIXES,
    DraftEntries,
    DraftHead,
    decode_draft_entries,
    decode_draft_head,
)
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


class DraftHeads(NamedTuple):
    seq: int
    """Of the cache that the drafts are made for; 0 where there is none."""
    heads: dict[int, DraftHead]
    """By the draft's id."""


async def read_draft_heads(redis: Redis) -> DraftHeads:
    """Raises `ValueError` where something can't be read."""
    async with redis.pipeline(transaction=True) as pipeline:
        pipeline.get(CONFIG_SEQ)
        pipeline.hgetall(DRAFTS)
        seq, found = await pipeline.execute()
    heads = {int(draft_id): decode_draft_head(head) for draft_id, head in found.items()}
    return DraftHeads(int(seq or 0), heads)


async def read_draft_entries(redis: Redis, ids: Collection[int]) -> dict[int, DraftEntries]:
    """Those of `ids` that there are. Raises `ValueError` where something can't be read."""
    if not ids:
        return {}
    names = [str(draft_id) for draft_id in ids]
    found = cast(list[bytes | None], await redis.hmget(DRAFTS_ENTRIES, names))
    return {
        draft_id: decode_draft_entries(entries)
        for draft_id, entries in zip(ids, found, strict=True)
        if entries is not None
    }
