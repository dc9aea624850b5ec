from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from botloom_contracts.time_values import time_value

NOW = datetime(2026, 11, 24, 19, 50, 59, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")


@pytest.mark.parametrize(
    ("name", "zone", "language", "value"),
    [
        ("date", None, None, "24.11.2026"),
        ("time", None, None, "22:50"),
        ("datetime", None, None, "24.11.2026 22:50"),
        ("weekday", None, "ru", "вторник"),
        ("weekday", None, "ru-RU", "вторник"),
        ("weekday", None, "en", "Tuesday"),
        ("weekday", None, None, "Tuesday"),
        ("time", "Asia/Tokyo", None, "04:50"),
        ("date", "Asia/Tokyo", None, "25.11.2026"),
        ("weekday", "Asia/Tokyo", "de", "Wednesday"),
        ("time", "Nowhere/Else", None, "22:50"),
        ("first_name", None, None, ""),
    ],
)
def test_time_is_told_in_its_zone(name, zone, language, value):
    assert time_value(name, zone, NOW, MOSCOW, language) == value
