"""Sums of the interactions, and the people; both are made of the rows that are there.

Each partition of `statistics` becomes unique on `event_id`. The primary key was `timestamp` and
`event_id`, which let a copy pass that another gateway took, with a time of its own.
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op
from botloom_contracts.number_sets import encode_numbers
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLES = (
    "erasures",
    "active_people",
    "stats_progress",
    "start_counts",
    "event_counts",
    "daily_interaction_counts",
    "interaction_counts",
    "people",
)

FUNCTION = """
    CREATE OR REPLACE FUNCTION create_statistics_partition(month date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
        first_day date := date_trunc('month', month)::date;
        name text := format('statistics_%s', to_char(first_day, 'YYYY_MM'));
    BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('create_statistics_partition'));
        IF to_regclass(name) IS NULL THEN
            EXECUTE format(
                'CREATE TABLE %I PARTITION OF statistics FOR VALUES FROM (%L) TO (%L)',
                name,
                first_day::timestamp AT TIME ZONE 'UTC',
                (first_day + interval '1 month')::timestamp AT TIME ZONE 'UTC'
            );
            {unique}
        END IF;
    END
    $$
"""
UNIQUE = "EXECUTE format('CREATE UNIQUE INDEX ON %I (event_id)', name);"

QUARTER = "date_bin('15 minutes', timestamp, '2000-01-01 00:00:00+00')"


def upgrade() -> None:
    _let_copies_in_no_more()
    _create_sums()
    _create_people()
    _fill()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    for name in ("user_id_timestamp", "timestamp", "timestamp_unmatched"):
        op.drop_index(f"ix_statistics_{name}", "statistics")
    for partition in _partitions():
        op.execute(f'DROP INDEX IF EXISTS "{partition}_event_id_idx"')
    op.create_primary_key("pk_statistics", "statistics", ["timestamp", "event_id"])
    op.execute(FUNCTION.format(unique=""))


def _let_copies_in_no_more() -> None:
    op.execute("""
        DELETE FROM statistics copy USING statistics first
        WHERE copy.event_id = first.event_id AND copy.timestamp > first.timestamp
            AND (copy.timestamp - first.timestamp < interval '3 days'
                OR date_trunc('month', copy.timestamp, 'UTC')
                    = date_trunc('month', first.timestamp, 'UTC'))
    """)
    op.drop_constraint("pk_statistics", "statistics")
    for partition in _partitions():
        op.execute(f'CREATE UNIQUE INDEX ON "{partition}" (event_id)')
    op.execute(FUNCTION.format(unique=UNIQUE))
    op.create_index("ix_statistics_user_id_timestamp", "statistics", ["user_id", "timestamp"])
    op.create_index(
        "ix_statistics_timestamp",
        "statistics",
        ["timestamp"],
        postgresql_using="brin",
        postgresql_with={"pages_per_range": 32, "autosummarize": True},
    )
    op.create_index(
        "ix_statistics_timestamp_unmatched",
        "statistics",
        ["timestamp"],
        postgresql_where=sa.text("event = 'unmatched'"),
    )


def _partitions() -> list[str]:
    of_statistics = "inhparent = 'statistics'::regclass"
    found = op.get_bind().scalars(
        sa.text(f"SELECT inhrelid::regclass::text FROM pg_inherits WHERE {of_statistics}")  # noqa: S608 - a constant
    )
    return list(found)


def _create_sums() -> None:
    _create_counts("interaction_counts", _moment("quarter"), *_of_interactions())
    op.create_index(
        "ix_interaction_counts_handler_id_quarter", "interaction_counts", ["handler_id", "quarter"]
    )
    _create_counts(
        "daily_interaction_counts", sa.Column("day", sa.Date, nullable=False), *_of_interactions()
    )
    _create_counts("event_counts", _moment("quarter"), _text("event"))
    _create_counts("start_counts", _moment("quarter"), _text("source"))
    op.create_table(
        "stats_progress",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        _number("written"),
        _number("duplicates"),
        _moment("last_write"),
        sa.PrimaryKeyConstraint("id", name="pk_stats_progress"),
        sa.CheckConstraint("id = 1", name="ck_stats_progress_one_row"),
        postgresql_with={"fillfactor": 70},
    )
    op.create_table(
        "active_people",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), nullable=False),
        _moment("quarter"),
        sa.Column("numbers", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_active_people"),
    )
    op.create_index("ix_active_people_quarter", "active_people", ["quarter"])


def _create_counts(table: str, *key: "sa.Column[object]") -> None:
    op.create_table(
        table,
        *key,
        _number("count"),
        sa.PrimaryKeyConstraint(*(column.name for column in key), name=f"pk_{table}"),
        postgresql_with={"fillfactor": 70},
    )


def _of_interactions() -> Iterator["sa.Column[object]"]:
    yield _text("event")
    yield _number("handler_id")
    yield _text("callback_data")


def _create_people() -> None:
    op.create_table(
        "people",
        _number("user_id"),
        sa.Column("number", sa.Integer, sa.Identity(always=True), nullable=False),
        _moment("first_quarter"),
        _moment("last_quarter"),
        sa.Column("first_name", sa.Text),
        sa.Column("last_name", sa.Text),
        sa.Column("username", sa.Text),
        sa.Column("language_code", sa.Text),
        _moment("profile_at"),
        sa.Column("source", sa.Text),
        _moment("source_at", nullable=True),
        _moment("blocked_since", nullable=True),
        _moment("blocking_at", nullable=True),
        sa.Column(
            "tags", postgresql.ARRAY(sa.Text), server_default=sa.text("'{}'"), nullable=False
        ),
        sa.PrimaryKeyConstraint("user_id", name="pk_people"),
        sa.UniqueConstraint("number", name="uq_people_number"),
        postgresql_with={"fillfactor": 80},
    )
    for column in ("first_quarter", "last_quarter"):
        op.create_index(f"ix_people_{column}", "people", [column])
    op.create_index(
        "ix_people_source", "people", ["source"], postgresql_where=sa.text("source IS NOT NULL")
    )
    op.create_index("ix_people_tags", "people", ["tags"], postgresql_using="gin")
    op.create_table(
        "erasures",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), nullable=False),
        _number("user_id"),
        _moment("erased_at"),
        sa.PrimaryKeyConstraint("id", name="pk_erasures"),
    )


def _moment(name: str, *, nullable: bool = False) -> "sa.Column[object]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _number(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.BigInteger, autoincrement=False, nullable=False)


def _text(name: str) -> "sa.Column[object]":
    return sa.Column(name, sa.Text, nullable=False)


def _fill() -> None:
    of_interactions = "event, coalesce(handler_id, 0), coalesce(callback_data, '')"
    for table, key, condition in (
        ("interaction_counts", f"{QUARTER}, {of_interactions}", "true"),
        (
            "daily_interaction_counts",
            f"(timestamp AT TIME ZONE 'UTC')::date, {of_interactions}",
            "true",
        ),
        ("event_counts", f"{QUARTER}, event", "true"),
        ("start_counts", f"{QUARTER}, payload", "event = 'start' AND payload IS NOT NULL"),
    ):
        op.execute(
            f"INSERT INTO {table} SELECT {key}, count(*) FROM statistics WHERE {condition} "  # noqa: S608 - constants
            # As batches write them: what is of one time lies together.
            f"GROUP BY {key} ORDER BY {key}"
        )
    op.execute(f"""
        INSERT INTO people (user_id, first_quarter, last_quarter, profile_at)
        SELECT user_id, min({QUARTER}), max({QUARTER}), min(timestamp)
        FROM statistics GROUP BY user_id ORDER BY min(timestamp), user_id
    """)  # noqa: S608 - constants
    op.execute("""
        UPDATE people SET source = first.payload, source_at = first.timestamp
        FROM (
            SELECT DISTINCT ON (user_id) user_id, payload, timestamp FROM statistics
            WHERE event = 'start' AND payload IS NOT NULL ORDER BY user_id, timestamp, event_id
        ) first WHERE first.user_id = people.user_id
    """)
    op.execute("""
        UPDATE people SET blocking_at = last.timestamp,
            blocked_since = CASE WHEN last.event = 'blocked' THEN last.timestamp END
        FROM (
            SELECT DISTINCT ON (user_id) user_id, event, timestamp FROM statistics
            WHERE event IN ('blocked', 'unblocked')
            ORDER BY user_id, timestamp DESC, event_id DESC
        ) last WHERE last.user_id = people.user_id
    """)
    op.execute("""
        INSERT INTO stats_progress
        SELECT 1, count(*), 0, max(timestamp) FROM statistics HAVING count(*) > 0
    """)
    _fill_active_people()


def _fill_active_people() -> None:
    connection = op.get_bind()
    rows = connection.execute(
        sa.text(
            f"SELECT {QUARTER} AS quarter, array_agg(DISTINCT number) AS numbers "  # noqa: S608 - a constant
            "FROM statistics JOIN people USING (user_id) GROUP BY 1 ORDER BY 1"
        ),
        execution_options={"yield_per": 100},
    )
    insert = sa.text("INSERT INTO active_people (quarter, numbers) VALUES (:quarter, :numbers)")
    for some in rows.partitions():
        connection.execute(
            insert,
            [{"quarter": row.quarter, "numbers": encode_numbers(row.numbers)} for row in some],
        )
