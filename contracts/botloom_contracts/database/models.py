"""The tables, as SQLAlchemy sees them. `migrations` creates them; a test holds both against
each other.

The columns of the original specification keep their names and meaning.
"""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    SmallInteger,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    type_annotation_map: ClassVar = {
        int: BigInteger,
        str: Text,
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB,
        list[dict[str, Any]]: JSONB,
        list[list[int]]: JSONB,
        UUID: Uuid,
    }


Base.metadata.naming_convention = NAMING_CONVENTION


class Configured:
    """What every table of the configuration has."""

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, server_default="1")
    """Counts the changes of the row; the ETag of the admin API."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class Button(Configured, Base):
    __tablename__ = "buttons"

    label: Mapped[str]
    data: Mapped[str | None]
    kind: Mapped[str] = mapped_column(server_default="callback")
    url: Mapped[str | None]
    style: Mapped[str | None]
    icon: Mapped[str | None]
    """The id of a custom emoji."""


class Keyboard(Configured, Base):
    __tablename__ = "keyboards"

    name: Mapped[str] = mapped_column(unique=True)
    layout: Mapped[list[list[int]]]
    """Rows of button ids: `[[1, 2, 3], [4]]`."""
    kind: Mapped[str] = mapped_column(server_default="inline")
    options: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))


class Handler(Configured, Base):
    __tablename__ = "handlers"
    __table_args__ = (
        # Two ways to write one pattern are one pattern, as long as both are live.
        Index(
            "uq_handlers_match_key_enabled",
            "match_key",
            unique=True,
            postgresql_where=text("enabled"),
        ),
        Index("ix_handlers_keyboard_id", "keyboard_id"),
    )

    pattern: Mapped[str]
    match_key: Mapped[str]
    """The canonical form of `pattern`."""
    action: Mapped[str]
    """A JSON array of steps."""
    message: Mapped[str | None]
    photo_url: Mapped[str | None]
    keyboard_id: Mapped[int | None] = mapped_column(ForeignKey("keyboards.id"))
    parse_mode: Mapped[str | None] = mapped_column(server_default="HTML")
    title: Mapped[str | None]
    enabled: Mapped[bool] = mapped_column(Boolean, server_default=text("true"))
    priority: Mapped[int] = mapped_column(Integer, server_default="0")
    media: Mapped[list[dict[str, Any]]] = mapped_column(server_default=text("'[]'::jsonb"))
    options: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    """How the content is sent."""


class Callback(Configured, Base):
    __tablename__ = "callbacks"
    __table_args__ = (
        Index(
            "uq_callbacks_callback_data_enabled",
            "callback_data",
            unique=True,
            postgresql_where=text("enabled"),
        ),
        Index("ix_callbacks_handler_id", "handler_id"),
    )

    handler_id: Mapped[int | None] = mapped_column(ForeignKey("handlers.id"))
    """The handler whose content the callback shows."""
    callback_data: Mapped[str]
    action: Mapped[str]
    """A JSON array of steps."""
    enabled: Mapped[bool] = mapped_column(Boolean, server_default=text("true"))


class ConfigEvent(Base):
    """The log of the configuration: the source of truth, of which the tables are the sum."""

    __tablename__ = "config_events"
    __table_args__ = (
        UniqueConstraint("event_id"),
        Index("ix_config_events_entity_entity_id_seq", "entity", "entity_id", "seq"),
        CheckConstraint("state IS NOT NULL OR previous IS NOT NULL", name="has_a_state"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Without gaps, in the order of the commits."""
    event_id: Mapped[UUID]
    occurred_at: Mapped[datetime]
    actor: Mapped[str]
    type: Mapped[str]
    entity: Mapped[str]
    entity_id: Mapped[int]
    state: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    previous: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))


class ConfigRelay(Base):
    """One row: up to which event the log is published on the stream."""

    __tablename__ = "config_relay"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, server_default="1")
    published_seq: Mapped[int] = mapped_column(server_default="0")


class Statistics(Base):
    """What people did, one row for each update; partitioned by month of `timestamp`, in UTC."""

    __tablename__ = "statistics"
    __table_args__ = {"postgresql_partition_by": "RANGE (timestamp)"}  # noqa: RUF012 - SQLAlchemy's

    id: Mapped[int] = mapped_column(server_default=text("nextval('statistics_id_seq')"))
    event: Mapped[str]
    user_id: Mapped[int]
    timestamp: Mapped[datetime] = mapped_column(primary_key=True, server_default=text("now()"))
    event_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """The update's id: a second copy of the same interaction changes nothing."""
    chat_id: Mapped[int]
    handler_id: Mapped[int | None]
    """No foreign key: statistics outlive the handler."""
    callback_data: Mapped[str | None]
    payload: Mapped[str | None]
    config_seq: Mapped[int]
