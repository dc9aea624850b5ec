"""The configuration's keys as `config` writes them; they merge with `|`."""

from collections.abc import Mapping
from hashlib import sha256

import msgspec
from botloom_constructor.actions import encode_action
from botloom_constructor.steps import DEFAULT_ACTION, Action, Edit
from botloom_contracts.cache import (
    CONFIG_APPLIED,
    CONFIG_SEQ,
    DRAFTS,
    DRAFTS_APPLIED,
    DRAFTS_ENTRIES,
    CallbackEntry,
    DraftEntries,
    DraftHead,
    HandlerEntry,
    callback_key,
    encode_entry,
    handler_key,
    keyboard_key,
)
from botloom_contracts.codec import encode_event, encode_json
from botloom_contracts.events import ConfigApplied
from botloom_contracts.keyboards import ButtonEntry, KeyboardEntry
from redis.asyncio import Redis

Values = dict[str, bytes]

EDIT: Action = (Edit(),)


def handler(
    pattern: str, handler_id: int = 1, action: Action = DEFAULT_ACTION, **fields: object
) -> Values:
    entry = HandlerEntry(**{"id": handler_id, "action": _raw(action), **fields})
    return {handler_key(pattern): encode_entry(entry)}


def callback(data: str, callback_id: int = 1, action: Action = EDIT, **fields: object) -> Values:
    entry = CallbackEntry(**{"id": callback_id, "action": _raw(action), **fields})
    return {callback_key(data): encode_entry(entry)}


def _raw(action: Action) -> msgspec.Raw:
    return msgspec.Raw(encode_action(action).encode())


def inline_keyboard(keyboard_id: int, data: str) -> Values:
    entry = KeyboardEntry(((ButtonEntry(f"Button {data}", data),),))
    return {keyboard_key(keyboard_id): encode_entry(entry)}


def reply_keyboard(keyboard_id: int, label: str) -> Values:
    entry = KeyboardEntry(((ButtonEntry(label, kind="text"),),), kind="reply")
    return {keyboard_key(keyboard_id): encode_entry(entry)}


async def fill(redis: Redis, seq: int, values: Values) -> None:
    """Without an announcement."""
    await redis.mset({**values, CONFIG_SEQ: str(seq).encode()})


async def announce(redis: Redis, applied: ConfigApplied) -> None:
    await redis.publish(CONFIG_APPLIED, encode_event(applied))


async def apply(redis: Redis, since: int, changes: Mapping[str, bytes | None]) -> None:
    """Change these keys as `config` does, to stand at `since + 1`; None deletes one."""
    applied = ConfigApplied(seq=since + 1, since=since, keys=tuple(changes))
    async with redis.pipeline(transaction=True) as pipeline:
        for key, value in changes.items():
            pipeline.delete(key) if value is None else pipeline.set(key, value)
        pipeline.set(CONFIG_SEQ, since + 1)
        pipeline.publish(CONFIG_APPLIED, encode_event(applied))
        await pipeline.execute()


async def put_draft(
    redis: Redis, draft_id: int, testers: tuple[int, ...], changes: Mapping[str, bytes | None]
) -> None:
    """As `config` does, without an announcement."""
    there = {key: msgspec.Raw(value) for key, value in changes.items() if value is not None}
    entries = encode_json(DraftEntries(there, gone=tuple(changes.keys() - there.keys())))
    head = DraftHead(1, testers, sha256(entries).hexdigest())
    async with redis.pipeline(transaction=True) as pipeline:
        pipeline.hset(DRAFTS, str(draft_id), encode_json(head))
        pipeline.hset(DRAFTS_ENTRIES, str(draft_id), entries)
        await pipeline.execute()


async def drop_draft(redis: Redis, draft_id: int) -> None:
    """Without an announcement."""
    await redis.hdel(DRAFTS, str(draft_id))
    await redis.hdel(DRAFTS_ENTRIES, str(draft_id))


async def announce_drafts(redis: Redis) -> None:
    await redis.publish(DRAFTS_APPLIED, b"")
