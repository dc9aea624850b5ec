"""Months of `statistics` can be dropped, and do not come back."""

import sqlalchemy as sa
from alembic import op
from botloom_contracts.database.locks import AdvisoryLock

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

DEFINER = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp"

# A table that is attached takes no lock that a batch waits for; one that is created as a partition
# waits for all who use `statistics`, and they for it.
CREATE = f"""
    CREATE OR REPLACE FUNCTION create_statistics_partition(month date) RETURNS void
    {DEFINER} AS $$
    DECLARE
        first_day date := date_trunc('month', month)::date;
        name text := format('statistics_%s', to_char(first_day, 'YYYY_MM'));
        kept date;
    BEGIN
        PERFORM pg_advisory_xact_lock({AdvisoryLock.PARTITIONS});
        SELECT kept_from INTO kept FROM statistics_retention;
        IF first_day < kept THEN
            RAISE EXCEPTION 'rows from before % are not kept', kept
                USING ERRCODE = 'datetime_field_overflow';
        END IF;
        IF to_regclass(name) IS NULL THEN
            EXECUTE format(
                'CREATE TABLE %I (LIKE statistics INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name
            );
            EXECUTE format('CREATE UNIQUE INDEX ON %I (event_id)', name);
            EXECUTE format(
                'ALTER TABLE statistics ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                name,
                first_day::timestamp AT TIME ZONE 'UTC',
                (first_day + interval '1 month')::timestamp AT TIME ZONE 'UTC'
            );
        END IF;
    END
    $$
"""  # noqa: S608 - made of constants

CREATE_BEFORE = f"""
    CREATE OR REPLACE FUNCTION create_statistics_partition(month date) RETURNS void
    {DEFINER} AS $$
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
            EXECUTE format('CREATE UNIQUE INDEX ON %I (event_id)', name);
        END IF;
    END
    $$
"""  # noqa: S608 - made of constants

# Batches wait while it waits for those who use `statistics`, so it gives up soon.
DROP = f"""
    CREATE FUNCTION drop_statistics_partitions(before date) RETURNS SETOF text
    {DEFINER} SET lock_timeout = '2s' AS $$
    DECLARE
        first_day date := date_trunc('month', before)::date;
        name text;
    BEGIN
        IF first_day > (now() AT TIME ZONE 'UTC')::date THEN
            RAISE EXCEPTION 'the present month stays';
        END IF;
        PERFORM pg_advisory_xact_lock({AdvisoryLock.PARTITIONS});
        FOR name IN
            SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent = 'statistics'::regclass
                AND relname < format('statistics_%s', to_char(first_day, 'YYYY_MM'))
            ORDER BY relname
        LOOP
            EXECUTE format('DROP TABLE %I', name);
            RETURN NEXT name;
        END LOOP;
        INSERT INTO statistics_retention AS old VALUES (1, first_day)
        ON CONFLICT (id) DO UPDATE SET kept_from = excluded.kept_from
        WHERE old.kept_from < excluded.kept_from;
    END
    $$
"""  # noqa: S608 - made of constants


def upgrade() -> None:
    op.create_table(
        "statistics_retention",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("kept_from", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statistics_retention"),
        sa.CheckConstraint("id = 1", name="ck_statistics_retention_one_row"),
    )
    op.execute(CREATE)
    op.execute(DROP)
    # Unlike the other function it destroys: whoever is to call it is granted that.
    op.execute("REVOKE EXECUTE ON FUNCTION drop_statistics_partitions(date) FROM PUBLIC")


def downgrade() -> None:
    op.execute("DROP FUNCTION drop_statistics_partitions(date)")
    op.execute(CREATE_BEFORE)
    op.drop_table("statistics_retention")
