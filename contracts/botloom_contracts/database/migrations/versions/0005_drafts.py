"""Drafts: named sets of changes that are not live."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _moment(name: str) -> sa.Column[datetime]:
    return sa.Column(
        name, sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
    )


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, server_default="1", nullable=False),
        sa.Column(
            "testers",
            sa.ARRAY(sa.BigInteger),
            server_default=sa.text("'{}'::bigint[]"),
            nullable=False,
        ),
        sa.Column("created_by", sa.Text, nullable=False),
        _moment("created_at"),
        _moment("updated_at"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "draft_changes",
        sa.Column(
            "draft_id",
            sa.BigInteger,
            sa.ForeignKey("drafts.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("entity", sa.Text, primary_key=True),
        sa.Column("entity_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("state", JSONB),
        sa.Column("base_version", sa.Integer),
        sa.CheckConstraint("state IS NOT NULL OR base_version IS NOT NULL", "changes_something"),
    )


def downgrade() -> None:
    op.drop_table("draft_changes")
    op.drop_table("drafts")
