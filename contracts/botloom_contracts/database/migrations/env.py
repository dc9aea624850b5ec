"""Alembic's entry: runs on the connection that `migrate` opened, in its transaction."""

from alembic import context
from botloom_contracts.database.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
