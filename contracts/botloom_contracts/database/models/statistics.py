"""What people did."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base


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
