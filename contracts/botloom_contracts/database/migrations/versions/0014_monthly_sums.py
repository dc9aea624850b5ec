"""What figures of a long range are read from.

stats fills both tables, as soon as a month is over.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "monthly_interaction_counts",
        sa.Column("month", sa.Date, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("handler_id", sa.BigInteger, nullable=False),
        sa.Column("callback_data", sa.Text, nullable=False),
        sa.Column("count", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint(
            "month",
            "event",
            "handler_id",
            "callback_data",
            name="pk_monthly_interaction_counts",
        ),
    )
    op.create_table(
        "monthly_active_people",
        sa.Column("month", sa.Date, nullable=False),
        sa.Column("numbers", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("month", name="pk_monthly_active_people"),
    )


def downgrade() -> None:
    op.drop_table("monthly_active_people")
    op.drop_table("monthly_interaction_counts")
