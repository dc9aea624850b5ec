"""What people did: the rows, and the sums that are kept of them in the same transaction."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Identity, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base

ROLLUP_STORAGE = {"postgresql_with": {"fillfactor": 70}}
"""Room for new versions of a row beside the old ones: the newest sums change with each batch."""


class Statistics(Base):
    """What people did, one row for each update; partitioned by month of `timestamp`, in UTC.

    Each partition is unique on `event_id`, which no constraint of the whole table can say.
    """

    __tablename__ = "statistics"
    __table_args__ = (
        Index("ix_statistics_user_id_timestamp", "user_id", "timestamp"),
        Index(
            "ix_statistics_timestamp",
            "timestamp",
            postgresql_using="brin",
            postgresql_with={"pages_per_range": 32, "autosummarize": True},
        ),
        Index(
            "ix_statistics_timestamp_unmatched",
            "timestamp",
            postgresql_where=text("event = 'unmatched'"),
        ),
        {"postgresql_partition_by": "RANGE (timestamp)"},
    )
    # For SQLAlchemy, which maps no table without one: the database has no primary key here.
    __mapper_args__ = {"primary_key": ["timestamp", "event_id"]}  # noqa: RUF012 - SQLAlchemy's

    id: Mapped[int] = mapped_column(server_default=text("nextval('statistics_id_seq')"))
    event: Mapped[str]
    user_id: Mapped[int]
    timestamp: Mapped[datetime] = mapped_column(server_default=text("now()"))
    event_id: Mapped[int]
    """The update's id: a second copy of the same interaction changes nothing."""
    chat_id: Mapped[int]
    handler_id: Mapped[int | None]
    """No foreign key: statistics outlive the handler."""
    callback_data: Mapped[str | None]
    payload: Mapped[str | None]
    config_seq: Mapped[int]


class InteractionCount(Base):
    """Interactions of a quarter of an hour by event, handler and button."""

    __tablename__ = "interaction_counts"
    __table_args__ = (
        Index("ix_interaction_counts_handler_id_quarter", "handler_id", "quarter"),
        Index(
            "ix_interaction_counts_callback_data_quarter",
            "callback_data",
            "quarter",
            postgresql_where=text("callback_data <> ''"),
        ),
        ROLLUP_STORAGE,
    )

    quarter: Mapped[datetime] = mapped_column(primary_key=True)
    """When it begins."""
    event: Mapped[str] = mapped_column(primary_key=True)
    handler_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """0 where no handler answered."""
    callback_data: Mapped[str] = mapped_column(primary_key=True)
    """Empty where no button was pressed."""
    count: Mapped[int]


class DailyInteractionCount(Base):
    """The same of a day in UTC, for long ranges."""

    __tablename__ = "daily_interaction_counts"
    __table_args__ = ROLLUP_STORAGE

    day: Mapped[date] = mapped_column(primary_key=True)
    event: Mapped[str] = mapped_column(primary_key=True)
    handler_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    callback_data: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class MonthlyInteractionCount(Base):
    """The same of a month in UTC that is over, where `MonthlyActivePeople` has the month."""

    __tablename__ = "monthly_interaction_counts"

    month: Mapped[date] = mapped_column(primary_key=True)
    """Its first day."""
    event: Mapped[str] = mapped_column(primary_key=True)
    handler_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    callback_data: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class EventCount(Base):
    """Interactions of a quarter of an hour by event alone, for series."""

    __tablename__ = "event_counts"
    __table_args__ = ROLLUP_STORAGE

    quarter: Mapped[datetime] = mapped_column(primary_key=True)
    event: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class StartCount(Base):
    """`start` interactions of a quarter of an hour by the payload of their deep link."""

    __tablename__ = "start_counts"
    __table_args__ = ROLLUP_STORAGE

    quarter: Mapped[datetime] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class DailyStartCount(Base):
    """The same of a day in UTC, for long ranges."""

    __tablename__ = "daily_start_counts"
    __table_args__ = ROLLUP_STORAGE

    day: Mapped[date] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class StatsProgress(Base):
    """What stats has done since the database is there; one row, or none before the first batch."""

    __tablename__ = "stats_progress"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"), ROLLUP_STORAGE)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    written: Mapped[int]
    duplicates: Mapped[int]
    """Copies that changed nothing."""
    last_write: Mapped[datetime]


class StatisticsRetention(Base):
    """The first month whose rows of `statistics` are kept; one row, or none where all are."""

    __tablename__ = "statistics_retention"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kept_from: Mapped[date]
    """Its first day. No partition is made for a month before."""


class ActivePeople(Base):
    """Who did something in a quarter of an hour: the union of all its rows.

    Each batch appends its own; stats unites them afterwards.
    """

    __tablename__ = "active_people"
    __table_args__ = (Index("ix_active_people_quarter", "quarter"),)

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    quarter: Mapped[datetime]
    numbers: Mapped[bytes]
    """Of `people`, as `number_sets` encodes them."""


class DailyActivePeople(Base):
    """The same of a day in UTC, for long ranges."""

    __tablename__ = "daily_active_people"
    __table_args__ = (Index("ix_daily_active_people_day", "day"),)

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    day: Mapped[date]
    numbers: Mapped[bytes]


class MonthlyActivePeople(Base):
    """The same of a month in UTC that is over.

    stats makes it of the days, with the counts of the month, and anew where more comes later.
    """

    __tablename__ = "monthly_active_people"

    month: Mapped[date] = mapped_column(primary_key=True)
    numbers: Mapped[bytes]


class DailyUses(Base):
    """Who did what on a day in UTC, and when, for funnels over long ranges.

    Of days that are over: stats makes them of the rows, and anew where more rows come later. A day
    has all its interactions here, or none.
    """

    __tablename__ = "daily_uses"
    __table_args__ = (Index("ix_daily_uses_day", "day"),)

    kind: Mapped[str] = mapped_column(primary_key=True)
    """`event`, `handler` or `button`."""
    value: Mapped[str] = mapped_column(primary_key=True)
    """The kind of interaction, the handler's id, or what the press sent."""
    day: Mapped[date] = mapped_column(primary_key=True)
    numbers: Mapped[bytes]
    """Of `people`: four bytes for each interaction, the most significant one first, in the order of
    time."""
    moments: Mapped[bytes]
    """When each was, in microseconds of Unix time: eight bytes, in the same order."""
