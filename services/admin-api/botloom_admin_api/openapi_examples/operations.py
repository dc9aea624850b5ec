"""How statistics stand, and whether they are right."""

from .example import LATER, OperationExample

EXAMPLES: dict[str, OperationExample] = {
    "getStatsHealth": OperationExample(
        None,
        {
            "status": "stopped",
            "stream_length": 0,
            "lag": 0,
            "pending": 0,
            "oldest_pending_seconds": None,
            "oldest_unwritten_seconds": None,
            "consumers": [],
            "written": 2,
            "duplicates": 0,
            "last_write": LATER,
            "dead_letters": 0,
        },
    ),
    "reconcile": OperationExample(
        None,
        {
            "from": "2026-11-22T00:00:00Z",
            "to": "2026-11-23T00:00:00Z",
            "tz": "Europe/Berlin",
            "compared_from": "2026-11-22T00:00:00Z",
            "compared_to": "2026-11-23T00:00:00Z",
            "kept_from": None,
            "interactions": 0,
            "total": 0,
            "differences": [],
        },
        {"from": "2026-11-22", "to": "2026-11-23", "tz": "Europe/Berlin"},
    ),
}
