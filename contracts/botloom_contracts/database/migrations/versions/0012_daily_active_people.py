"""Who was active on a day, for figures of long ranges; and how often a button was pressed."""

from itertools import groupby
from operator import attrgetter

import sqlalchemy as sa
from alembic import op
from botloom_contracts.number_sets import united

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "daily_active_people",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("numbers", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_daily_active_people"),
    )
    op.create_index("ix_daily_active_people_day", "daily_active_people", ["day"])
    op.create_index(
        "ix_interaction_counts_callback_data_quarter",
        "interaction_counts",
        ["callback_data", "quarter"],
        postgresql_where=sa.text("callback_data <> ''"),
    )
    _fill()


def downgrade() -> None:
    op.drop_index("ix_interaction_counts_callback_data_quarter", "interaction_counts")
    op.drop_table("daily_active_people")


def _fill() -> None:
    connection = op.get_bind()
    insert = sa.text("INSERT INTO daily_active_people (day, numbers) VALUES (:day, :numbers)")
    rows = connection.execute(
        sa.text(
            "SELECT (quarter AT TIME ZONE 'UTC')::date AS day, numbers FROM active_people"
            " ORDER BY quarter"
        )
    )
    for day, group in groupby(rows, attrgetter("day")):
        numbers = united(row.numbers for row in group)
        connection.execute(insert, {"day": day, "numbers": numbers.serialize()})
