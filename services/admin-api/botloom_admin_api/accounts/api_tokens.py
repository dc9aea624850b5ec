"""API tokens: `btl_` and a secret. They belong to the installation, not to an account."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, cast

import structlog
from botloom_contracts.database.models import ApiToken
from botloom_contracts.errors import InvalidInput
from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth.principal import Role
from ..errors import NotFound
from ..schemas.fields import is_id
from ..schemas.tokens import ApiTokenFields
from .actor_names import maker_names
from .random_secrets import hash_secret, new_secret
from .rules import check_name
from .sessions import NOTED

API_TOKEN_PREFIX = "btl_"  # noqa: S105 - what all begin with
"""Lets people and scanners of leaked secrets know what it is."""

log = structlog.stdlib.get_logger()


class UsedApiToken(NamedTuple):
    id: int
    role: Role
    name: str


async def use_api_token(database: AsyncSession, token: str, now: datetime) -> UsedApiToken | None:
    """None where it is not known, revoked or expired."""
    query = select(ApiToken.id, ApiToken.role, ApiToken.name, ApiToken.last_used_at).where(
        ApiToken.secret_hash == hash_secret(token),
        ApiToken.revoked_at.is_(None),
        or_(ApiToken.expires_at.is_(None), ApiToken.expires_at > now),
    )
    row = (await database.execute(query)).one_or_none()
    if row is None:
        return None
    if row.last_used_at is None or now - row.last_used_at >= NOTED:
        noted = update(ApiToken).where(ApiToken.id == row.id).values(last_used_at=now)
        await database.execute(noted)
    return UsedApiToken(row.id, cast(Role, row.role), row.name)


class ApiTokens:
    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def after(self, after_id: int, limit: int) -> Sequence[ApiToken]:
        """Those that are not revoked, in the order of their ids."""
        query = select(ApiToken).where(ApiToken.id > after_id, ApiToken.revoked_at.is_(None))
        async with self._sessions() as database:
            return (await database.scalars(query.order_by(ApiToken.id).limit(limit))).all()

    async def makers(self, rows: Sequence[ApiToken]) -> Mapping[str, str]:
        """What those who made them are called, by actor."""
        async with self._sessions() as database:
            return await maker_names(database, rows)

    async def create(self, fields: ApiTokenFields, actor: str) -> tuple[ApiToken, str]:
        """With the token itself, which is kept nowhere. Raises `InvalidInput`."""
        if problems := list(check_name(fields.name)):
            raise InvalidInput(*problems)
        token = API_TOKEN_PREFIX + new_secret()
        now = datetime.now(UTC)
        days = fields.expires_in_days
        row = ApiToken(
            name=fields.name,
            role=fields.role,
            secret_hash=hash_secret(token),
            last_four=token[-4:],
            created_by=actor,
            created_at=now,
            expires_at=None if days is None else now + timedelta(days=days),
        )
        async with self._sessions.begin() as database:
            database.add(row)
        log.info("api_token_created", token_id=row.id, role=row.role, actor=actor)
        return row, token

    async def revoke(self, token_id: int, actor: str) -> None:
        """From now on it lets nobody in. Raises `NotFound`."""
        revoked = None
        if is_id(token_id):
            change = (
                update(ApiToken)
                .where(ApiToken.id == token_id, ApiToken.revoked_at.is_(None))
                .values(revoked_at=datetime.now(UTC))
            )
            async with self._sessions.begin() as database:
                revoked = await database.scalar(change.returning(ApiToken.id))
        if revoked is None:
            raise NotFound(f"There is no API token {token_id}.")
        log.info("api_token_revoked", token_id=token_id, actor=actor)
