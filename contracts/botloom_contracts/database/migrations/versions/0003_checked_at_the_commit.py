"""Constraints between the rows of the configuration are checked at the commit.

So a transaction can change many rows in any order: exchange two patterns, delete a handler before
the callbacks that show it. Events tell of which larger act they are a part.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ENABLED = (("handlers", "match_key"), ("callbacks", "callback_data"))
REFERENCES = (("handlers", "keyboard_id"), ("callbacks", "handler_id"))


def upgrade() -> None:
    for table, column in ENABLED:
        name = f"uq_{table}_{column}_enabled"
        op.drop_index(name, table)
        op.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING btree ({column} WITH =) "
            "WHERE (enabled) DEFERRABLE INITIALLY DEFERRED"
        )
    for table, column in REFERENCES:
        name = f"fk_{table}_{column}"
        op.execute(f"ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE INITIALLY DEFERRED")
    op.drop_constraint("uq_keyboards_name", "keyboards")
    op.create_unique_constraint(
        "uq_keyboards_name", "keyboards", ["name"], deferrable=True, initially="DEFERRED"
    )
    op.add_column("config_events", sa.Column("cause", sa.Text))


def downgrade() -> None:
    op.drop_column("config_events", "cause")
    op.drop_constraint("uq_keyboards_name", "keyboards")
    op.create_unique_constraint("uq_keyboards_name", "keyboards", ["name"])
    for table, column in REFERENCES:
        name = f"fk_{table}_{column}"
        op.execute(f"ALTER TABLE {table} ALTER CONSTRAINT {name} NOT DEFERRABLE")
    for table, column in ENABLED:
        name = f"uq_{table}_{column}_enabled"
        op.drop_constraint(name, table)
        op.create_index(name, table, [column], unique=True, postgresql_where="enabled")
