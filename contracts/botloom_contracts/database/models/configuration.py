"""The configuration: its tables, and the log of which they are the sum.

Constraints between rows are checked at the commit, so that one transaction may change many rows in
any order.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    Integer,
    SmallInteger,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ...events import Entity
from .base import Base


def _unique_when_enabled(table: str, column: str) -> ExcludeConstraint:
    # Not a unique index: that one can be partial, but not deferred.
    return ExcludeConstraint(
        (column, "="),
        name=f"uq_{table}_{column}_enabled",
        using="btree",
        where=text("enabled"),
        deferrable=True,
        initially="DEFERRED",
    )


def _reference(column: str) -> ForeignKey:
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


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

    __table_args__ = (
        UniqueConstraint("name", deferrable=True, initially="DEFERRED"),
        # Which keyboards hold a button.
        Index(
            "ix_keyboards_layout",
            "layout",
            postgresql_using="gin",
            postgresql_ops={"layout": "jsonb_path_ops"},
            # It is read at each change: what was written last must not wait in a list.
            postgresql_with={"fastupdate": "off"},
        ),
    )

    name: Mapped[str]
    layout: Mapped[list[list[int]]]
    """Rows of button ids: `[[1, 2, 3], [4]]`."""
    kind: Mapped[str] = mapped_column(server_default="inline")
    options: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))


class Handler(Configured, Base):
    __tablename__ = "handlers"
    __table_args__ = (
        # Two ways to write one pattern are one pattern, as long as both are live.
        _unique_when_enabled("handlers", "match_key"),
        Index("ix_handlers_keyboard_id", "keyboard_id"),
        Index("ix_handlers_pattern", "pattern"),
    )

    pattern: Mapped[str]
    match_key: Mapped[str]
    """The canonical form of `pattern`."""
    action: Mapped[str]
    """A JSON array of steps."""
    message: Mapped[str | None]
    photo_url: Mapped[str | None]
    keyboard_id: Mapped[int | None] = mapped_column(_reference("keyboards.id"))
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
        _unique_when_enabled("callbacks", "callback_data"),
        Index("ix_callbacks_handler_id", "handler_id"),
    )

    handler_id: Mapped[int | None] = mapped_column(_reference("handlers.id"))
    """The handler whose content the callback shows."""
    callback_data: Mapped[str]
    action: Mapped[str]
    """A JSON array of steps."""
    enabled: Mapped[bool] = mapped_column(Boolean, server_default=text("true"))


TABLES: Mapping[Entity, Table] = {
    "button": cast(Table, Button.__table__),
    "callback": cast(Table, Callback.__table__),
    "handler": cast(Table, Handler.__table__),
    "keyboard": cast(Table, Keyboard.__table__),
}
"""Of what can be configured."""


class ConfigEvent(Base):
    """The log of the configuration: the source of truth, of which the tables are the sum."""

    __tablename__ = "config_events"
    __table_args__ = (
        UniqueConstraint("event_id"),
        Index("ix_config_events_entity_entity_id_seq", "entity", "entity_id", "seq"),
        Index("ix_config_events_actor_seq", "actor", "seq"),
        Index(
            "ix_config_events_cause_seq",
            "cause",
            "seq",
            postgresql_where=text("cause IS NOT NULL"),
        ),
        Index("ix_config_events_occurred_at", "occurred_at"),
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
    cause: Mapped[str | None]
    """Of which larger act it is a part: `restore:120`, `apply`, `draft:summer`."""


class ConfigRelay(Base):
    """One row: up to which event the log is published on the stream."""

    __tablename__ = "config_relay"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, server_default="1")
    published_seq: Mapped[int] = mapped_column(server_default="0")
