"""The people who use the bot."""

from datetime import datetime

from sqlalchemy import Identity, Index, Integer, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base


class Person(Base):
    """A Telegram user who did something. Erased, one keeps the number and nothing that tells who
    it was: `user_id` is then a random negative number."""

    __tablename__ = "people"
    __table_args__ = (
        Index("ix_people_first_quarter", "first_quarter"),
        Index("ix_people_last_quarter", "last_quarter"),
        Index("ix_people_source", "source", postgresql_where=text("source IS NOT NULL")),
        Index("ix_people_tags", "tags", postgresql_using="gin"),
        {"postgresql_with": {"fillfactor": 80}},
    )

    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Integer, Identity(always=True), unique=True)
    """Dense, so that sets of people are small."""
    first_quarter: Mapped[datetime]
    """The quarter of an hour of the first interaction."""
    last_quarter: Mapped[datetime]
    """Of the last one."""
    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    username: Mapped[str | None]
    language_code: Mapped[str | None]
    profile_at: Mapped[datetime]
    """When the interaction was that these names came with."""
    source: Mapped[str | None]
    """The payload of the first deep link."""
    source_at: Mapped[datetime | None]
    blocked_since: Mapped[datetime | None]
    blocking_at: Mapped[datetime | None]
    """When the bot was last blocked or unblocked."""
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))


class Erasure(Base):
    """A person who was erased, for as long as interactions from before may still come.

    Those up to `erased_at` are discarded. A change of this table tells stats to look up again whom
    it knows.
    """

    __tablename__ = "erasures"

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    user_id: Mapped[int]
    erased_at: Mapped[datetime]
