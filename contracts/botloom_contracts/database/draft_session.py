"""Reading the tables of the configuration as a draft has them.

What a draft does not change is live. Nothing is copied or locked for it, and every query serves
for both: in PostgreSQL a CTE hides the table of its name from the statement that it belongs to.
https://www.postgresql.org/docs/current/sql-select.html#SQL-WITH

Changes that stand nowhere yet are read the same way: a CTE adds them to `draft_changes` itself.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Table, Text, TextClause, bindparam, event, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.schema import DefaultClause
from sqlalchemy.sql.selectable import CTE

from ..events import Entity
from .models import TABLES

# NOT IN, so that the first part stays a scan of one table, which any condition on the CTE reaches.
_OVERLAY = """
SELECT {table}.* FROM {table} WHERE {table}.id NOT IN (
    SELECT c.entity_id FROM draft_changes c WHERE c.draft_id = :draft_id AND c.entity = '{entity}'
)
UNION ALL
SELECT drafted.* FROM draft_changes c
CROSS JOIN jsonb_populate_record(NULL::{table}, jsonb_build_object({defaults}) || c.state) drafted
WHERE c.draft_id = :draft_id AND c.entity = '{entity}' AND c.state IS NOT NULL
"""

_UNSAVED = """
SELECT * FROM jsonb_to_recordset(CAST(:unsaved AS jsonb))
AS u (entity text, entity_id bigint, state jsonb)
"""
_WITH_UNSAVED = """
SELECT c.draft_id, c.entity, c.entity_id, c.state FROM draft_changes c
WHERE c.draft_id = :draft_id
AND (c.entity, c.entity_id) NOT IN (SELECT u.entity, u.entity_id FROM unsaved u)
UNION ALL
SELECT :draft_id, u.entity, u.entity_id, u.state FROM unsaved u
"""

NO_DRAFT = 0
"""The id of none: what is live."""


class Unsaved(msgspec.Struct, frozen=True):
    """What becomes of one object, though nothing says so yet."""

    entity: Entity
    entity_id: int
    state: dict[str, Any] | None
    """The whole row, as the log would have it; None where it is deleted."""


class DraftSession(Session):
    """Its `info["draft_id"]` says whose, and `info["unsaved"]`, where it is there, the JSON of what
    is `Unsaved` besides. It reads only: a write would go to the live tables."""


@event.listens_for(DraftSession, "do_orm_execute")
def _read_the_draft(execution: ORMExecuteState) -> None:
    if execution.is_select:
        info = execution.session.info
        execution.statement = execution.statement.add_cte(  # type: ignore[attr-defined] # a select
            *_overlays(info["draft_id"], info.get("unsaved"))
        )


def _overlays(draft_id: int, unsaved: str | None) -> list[CTE]:
    given = bindparam("draft_id", draft_id, BigInteger)
    changes: list[CTE] = []
    if unsaved is not None:
        listed = text(_UNSAVED).bindparams(bindparam("unsaved", unsaved, Text))
        changes = [
            listed.columns().cte("unsaved"),
            text(_WITH_UNSAVED).bindparams(given).columns().cte("draft_changes"),
        ]
    return changes + [
        statement.bindparams(given).columns().cte(table.name)
        for table, statement in zip(TABLES.values(), _STATEMENTS, strict=True)
    ]


def _statement(entity: Entity, table: Table) -> TextClause:
    # A state may be older than a column, which then has its default.
    defaults = ", ".join(
        f"'{column.name}', {_default(column.server_default)}"
        for column in table.columns
        if isinstance(column.server_default, DefaultClause)
    )
    return text(_OVERLAY.format(table=table.name, entity=entity, defaults=defaults))


def _default(clause: DefaultClause) -> str:
    value = clause.arg
    return value.text if isinstance(value, TextClause) else f"'{value}'"


_STATEMENTS = [_statement(entity, table) for entity, table in TABLES.items()]


def in_draft(connection: AsyncConnection, draft_id: int) -> AsyncSession:
    """Reads within the transaction of `connection`."""
    return AsyncSession(connection, sync_session_class=DraftSession, info={"draft_id": draft_id})


def with_unsaved(
    connection: AsyncConnection, changes: Sequence[Unsaved], draft_id: int = NO_DRAFT
) -> AsyncSession:
    """Reads the live configuration, or a draft, as these changes would make it."""
    info = {"draft_id": draft_id, "unsaved": msgspec.json.encode(changes).decode()}
    return AsyncSession(connection, sync_session_class=DraftSession, info=info)
