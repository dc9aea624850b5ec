"""Drafts: changes of the configuration that are not live."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Identity,
    Integer,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base


class Draft(Base):
    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    name: Mapped[str]
    version: Mapped[int] = mapped_column(Integer, server_default="1")
    """Counts the changes of the draft, those in it included."""
    testers: Mapped[list[int]] = mapped_column(
        ARRAY(BigInteger), server_default=text("'{}'::bigint[]")
    )
    """Telegram's ids of the people whom the bot answers by the draft; each is in one at most."""
    created_by: Mapped[str]
    """The actor."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class DraftChange(Base):
    """What a draft makes of one object."""

    __tablename__ = "draft_changes"
    __table_args__ = (
        CheckConstraint("state IS NOT NULL OR base_version IS NOT NULL", name="changes_something"),
    )

    draft_id: Mapped[int] = mapped_column(
        ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    entity: Mapped[str] = mapped_column(primary_key=True)
    entity_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Of the tables' own sequence, so that what a draft creates keeps its id."""
    state: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """The whole row, as the log has it; null where the draft deletes it."""
    base_version: Mapped[int | None] = mapped_column(Integer)
    """Of the live row when the draft first changed it; null where the draft creates it."""
