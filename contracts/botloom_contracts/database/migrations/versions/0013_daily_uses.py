"""What a year's funnel and a year's deep links are read from.

`daily_uses` is filled by stats, some days at a time.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "daily_start_counts",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("count", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("day", "source", name="pk_daily_start_counts"),
        postgresql_with={"fillfactor": 70},
    )
    op.execute("""
        INSERT INTO daily_start_counts
        SELECT (quarter AT TIME ZONE 'UTC')::date AS day, source, sum(count) FROM start_counts
        GROUP BY day, source ORDER BY day, source
    """)
    op.create_table(
        "daily_uses",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("numbers", sa.LargeBinary, nullable=False),
        sa.Column("moments", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("kind", "value", "day", name="pk_daily_uses"),
    )
    op.create_index("ix_daily_uses_day", "daily_uses", ["day"])
    for column in ("numbers", "moments"):
        # Compressed they would be little smaller, and a year takes a second to decompress.
        op.execute(f"ALTER TABLE daily_uses ALTER COLUMN {column} SET STORAGE EXTERNAL")


def downgrade() -> None:
    op.drop_table("daily_uses")
    op.drop_table("daily_start_counts")
