"""What the placeholders `date`, `time`, `weekday` and `datetime` stand for."""

from datetime import datetime
from zoneinfo import ZoneInfo

from .placeholder_grammar import known_zones

_WEEKDAYS = {
    "ru": (
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    ),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}  # fmt: skip


def time_value(
    name: str, zone: str | None, now: datetime, default_zone: ZoneInfo, language: str | None
) -> str:
    """`24.11.2026`, `22:50`, `вторник` or `Tuesday`, `24.11.2026 22:50`; "" for another name.

    `now` has a time zone of its own. `language` is an IETF tag (`ru-RU`); a weekday is in Russian
    for Russian, else in English. An unknown zone counts as none.
    """
    local = now.astimezone(ZoneInfo(zone) if zone in known_zones() else default_zone)
    match name:
        case "date":
            return f"{local:%d.%m.%Y}"
        case "time":
            return f"{local:%H:%M}"
        case "datetime":
            return f"{local:%d.%m.%Y %H:%M}"
        case "weekday":
            primary = (language or "").partition("-")[0].lower()
            return _WEEKDAYS["ru" if primary == "ru" else "en"][local.weekday()]
    return ""
