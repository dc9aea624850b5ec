"""Accounts for tests, without the quarter of a second that a real hash takes."""

from itertools import count

import asyncpg
from argon2 import PasswordHasher

PASSWORD = "correct horse battery"
_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
_numbers = count(1)


async def add_account(
    database: asyncpg.Connection, role: str, email: str | None = None, disabled: bool = False
) -> int:
    """Its password is `PASSWORD`. Returns the id."""
    account_id: int = await database.fetchval(
        "INSERT INTO accounts (email, name, role, password_hash, disabled)"
        " VALUES ($1, $2, $3, $4, $5) RETURNING id",
        email or f"{role}{next(_numbers)}@example.com",
        role.capitalize(),
        role,
        _HASH,
        disabled,
    )
    return account_id
