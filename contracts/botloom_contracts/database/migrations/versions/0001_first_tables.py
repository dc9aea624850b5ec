"""First tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _configured() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.BigInteger, sa.Identity(), nullable=False),
        sa.Column("version", sa.Integer, server_default="1", nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
    ]


def upgrade() -> None:
    op.create_table(
        "buttons",
        *_configured(),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("data", sa.Text),
        sa.Column("kind", sa.Text, server_default="callback", nullable=False),
        sa.Column("url", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_buttons"),
    )
    op.create_table(
        "keyboards",
        *_configured(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("layout", postgresql.JSONB, nullable=False),
        sa.Column("kind", sa.Text, server_default="inline", nullable=False),
        sa.Column(
            "options", postgresql.JSONB, server_default=sa.text("'{}'::jsonb"), nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name="pk_keyboards"),
        sa.UniqueConstraint("name", name="uq_keyboards_name"),
    )
    op.create_table(
        "handlers",
        *_configured(),
        sa.Column("pattern", sa.Text, nullable=False),
        sa.Column("match_key", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("message", sa.Text),
        sa.Column("photo_url", sa.Text),
        sa.Column("keyboard_id", sa.BigInteger),
        sa.Column("parse_mode", sa.Text, server_default="HTML"),
        sa.Column("title", sa.Text),
        sa.Column("enabled", sa.Boolean, server_default=sa.text("true"), nullable=False),
        sa.Column("priority", sa.Integer, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_handlers"),
        sa.ForeignKeyConstraint(["keyboard_id"], ["keyboards.id"], name="fk_handlers_keyboard_id"),
    )
    op.create_index(
        "uq_handlers_match_key_enabled",
        "handlers",
        ["match_key"],
        unique=True,
        postgresql_where=sa.text("enabled"),
    )
    op.create_index("ix_handlers_keyboard_id", "handlers", ["keyboard_id"])
    op.create_table(
        "callbacks",
        *_configured(),
        sa.Column("handler_id", sa.BigInteger),
        sa.Column("callback_data", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("enabled", sa.Boolean, server_default=sa.text("true"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_callbacks"),
        sa.ForeignKeyConstraint(["handler_id"], ["handlers.id"], name="fk_callbacks_handler_id"),
    )
    op.create_index(
        "uq_callbacks_callback_data_enabled",
        "callbacks",
        ["callback_data"],
        unique=True,
        postgresql_where=sa.text("enabled"),
    )
    op.create_index("ix_callbacks_handler_id", "callbacks", ["handler_id"])
    op.create_table(
        "config_events",
        sa.Column("seq", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("event_id", postgresql.UUID, nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("entity_id", sa.BigInteger, nullable=False),
        sa.Column("state", postgresql.JSONB),
        sa.Column("previous", postgresql.JSONB),
        sa.PrimaryKeyConstraint("seq", name="pk_config_events"),
        sa.UniqueConstraint("event_id", name="uq_config_events_event_id"),
        sa.CheckConstraint(
            "state IS NOT NULL OR previous IS NOT NULL", name="ck_config_events_has_a_state"
        ),
    )
    op.create_index(
        "ix_config_events_entity_entity_id_seq", "config_events", ["entity", "entity_id", "seq"]
    )
    op.create_table(
        "config_relay",
        sa.Column("id", sa.SmallInteger, server_default="1", nullable=False),
        sa.Column("published_seq", sa.BigInteger, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_config_relay"),
        sa.CheckConstraint("id = 1", name="ck_config_relay_one_row"),
    )
    op.execute("INSERT INTO config_relay DEFAULT VALUES")
    _create_statistics()


def _create_statistics() -> None:
    op.execute("CREATE SEQUENCE statistics_id_seq CACHE 1000")
    op.create_table(
        "statistics",
        sa.Column(
            "id",
            sa.BigInteger,
            server_default=sa.text("nextval('statistics_id_seq')"),
            nullable=False,
        ),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column(
            "timestamp", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column("event_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("handler_id", sa.BigInteger),
        sa.Column("callback_data", sa.Text),
        sa.Column("payload", sa.Text),
        sa.Column("config_seq", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("timestamp", "event_id", name="pk_statistics"),
        postgresql_partition_by="RANGE (timestamp)",
    )
    # Owned by the migrating role, so that a role that may only insert can have a month's partition
    # made. The lock lets one caller make it and the others find it made.
    op.execute("""
        CREATE FUNCTION create_statistics_partition(month date) RETURNS void
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
            END IF;
        END
        $$
    """)


def downgrade() -> None:
    op.execute("DROP FUNCTION create_statistics_partition(date)")
    op.drop_table("statistics")
    op.execute("DROP SEQUENCE statistics_id_seq")
    for table in ("config_relay", "config_events", "callbacks", "handlers", "keyboards", "buttons"):
        op.drop_table(table)
