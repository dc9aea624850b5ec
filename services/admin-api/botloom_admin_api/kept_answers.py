"""The table `idempotency_keys`: what was answered to a request, by the key that came with it."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from hashlib import blake2b
from typing import Any, cast

from botloom_contracts.database.models import IdempotencyKey
from msgspec import Struct
from sqlalchemy import Table, delete, func, select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

KEPT = timedelta(hours=24)

TRIMMED_MAX = 100
"""Whoever keeps an answer takes away so many expired ones, which is more than come in."""

_TABLE = cast(Table, IdempotencyKey.__table__)
_C = _TABLE.c


class Answer(Struct, frozen=True):
    status: int
    headers: Mapping[str, str]
    body: bytes


def fingerprint(parts: Iterable[bytes]) -> bytes:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.digest()


async def claim(connection: AsyncConnection, actor: str, key: str) -> bool:
    """Whether no other transaction, in any process, has the key; it is this one's until its end."""
    digest = fingerprint([actor.encode(), key.encode()])
    # Two numbers: PostgreSQL never mixes these up with locks that have one, as the log's.
    halves = [int.from_bytes(digest[at : at + 4], signed=True) for at in (0, 4)]
    claimed = await connection.scalar(select(func.pg_try_advisory_xact_lock(*halves)))
    return bool(claimed)


async def find(connection: AsyncConnection, actor: str, key: str) -> tuple[bytes, Answer] | None:
    """The fingerprint of the request, and its answer."""
    query = select(_C.fingerprint, _C.status, _C.headers, _C.body).where(
        _C.actor == actor, _C.key == key, _C.expires_at > func.now()
    )
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else (row.fingerprint, Answer(row.status, row.headers, row.body))


async def keep(
    connection: AsyncConnection, actor: str, key: str, request: bytes, answer: Answer
) -> None:
    values: dict[str, Any] = {
        "fingerprint": request,
        "status": answer.status,
        "headers": answer.headers,
        "body": answer.body,
        "expires_at": func.now() + KEPT,
    }
    # An expired answer may still stand under the key.
    upsert = insert(_TABLE).values(actor=actor, key=key, **values)
    await connection.execute(
        upsert.on_conflict_do_update(index_elements=["actor", "key"], set_=values)
    )
    expired = (
        select(_C.actor, _C.key)
        .where(_C.expires_at <= func.now())
        .order_by(_C.expires_at)
        .limit(TRIMMED_MAX)
        .with_for_update(skip_locked=True)
    )
    await connection.execute(delete(_TABLE).where(tuple_(_C.actor, _C.key).in_(expired)))
