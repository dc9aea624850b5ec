"""Reading the tables of the configuration as a draft has them.

What a draft does not change is live. Nothing is copied or locked for it, and every query serves
for both: in PostgreSQL a CTE hides the table of its name from the statement that it belongs to.
https://www.postgresql.org/docs/current/sql-select.html#SQL-WITH
"""

from sqlalchemy import BigInteger, Table, TextClause, bindparam, event, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.schema import DefaultClause
from sqlalchemy.sql.selectable import CTE

from ..events import Entity
from .models import TABLES

_OVERLAY = """
SELECT {table}.* FROM {table} WHERE NOT EXISTS (
    SELECT FROM draft_changes c
    WHERE c.draft_id = :draft_id AND c.entity = '{entity}' AND c.entity_id = {table}.id
)
UNION ALL
SELECT drafted.* FROM draft_changes c
CROSS JOIN jsonb_populate_record(NULL::{table}, jsonb_build_object({defaults}) || c.state) drafted
WHERE c.draft_id = :draft_id AND c.entity = '{entity}' AND c.state IS NOT NULL
"""


class DraftSession(Session):
    """Its `info["draft_id"]` says whose. It reads only: a write would go to the live tables."""


@event.listens_for(DraftSession, "do_orm_execute")
def _read_the_draft(execution: ORMExecuteState) -> None:
    if execution.is_select:
        execution.statement = execution.statement.add_cte(  # type: ignore[attr-defined] # a select
            *_overlays(execution.session.info["draft_id"])
        )


def _overlays(draft_id: int) -> list[CTE]:
    given = bindparam("draft_id", draft_id, BigInteger)
    return [
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
