"""What `config` looks for: handlers by their patterns, keyboards by their buttons."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_handlers_pattern", "handlers", ["pattern"])
    op.create_index(
        "ix_keyboards_layout",
        "keyboards",
        ["layout"],
        postgresql_using="gin",
        postgresql_ops={"layout": "jsonb_path_ops"},
        postgresql_with={"fastupdate": "off"},
    )


def downgrade() -> None:
    op.drop_index("ix_keyboards_layout", table_name="keyboards")
    op.drop_index("ix_handlers_pattern", table_name="handlers")
