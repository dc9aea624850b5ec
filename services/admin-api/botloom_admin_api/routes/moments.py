"""Reading moments that stand in a query."""

from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

from botloom_contracts.errors import FieldProblem, InvalidInput


def read_time(field: str, text: str, zone: tzinfo | None = None) -> datetime:
    """In UTC. A date is its midnight in `zone`, or in UTC; a time without an offset is in `zone`,
    where one is given. Raises `InvalidInput`, which names the field."""
    try:
        if len(text) == len("2026-01-31"):
            return datetime.combine(date.fromisoformat(text), time(), zone or UTC).astimezone(UTC)
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None and zone is not None:
            moment = moment.replace(tzinfo=zone)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise InvalidInput(FieldProblem(field, "time", "is no ISO 8601 time or date")) from None
    raise InvalidInput(FieldProblem(field, "zone", "needs a zone: +03:00 (%2B03:00) or Z"))


def read_zone(field: str, name: str) -> ZoneInfo:
    """By its IANA name, such as `Europe/Moscow`. Raises `InvalidInput`."""
    try:
        return ZoneInfo(name)
    # Of a name that is none, that is a folder, or that is unknown.
    except (ValueError, OSError, KeyError):
        raise InvalidInput(
            FieldProblem(field, "zone", "is no time zone, such as Europe/Moscow")
        ) from None
