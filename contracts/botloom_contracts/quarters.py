"""Quarters of an hour: the grain in which statistics are kept.

The offset of every time zone of today is a multiple of 15 minutes, so an hour, a day or a week of
any zone is a whole number of quarters.
"""

from datetime import UTC, datetime, timedelta

QUARTER = timedelta(minutes=15)


def quarter_of(moment: datetime) -> datetime:
    """The beginning, in UTC, of the quarter of an hour in which `moment`, which has a zone, is."""
    in_utc = moment.astimezone(UTC)
    return in_utc.replace(minute=in_utc.minute // 15 * 15, second=0, microsecond=0)
