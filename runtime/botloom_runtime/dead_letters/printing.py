"""Dead letters, for people. Pure."""

from contextlib import suppress

import msgspec

from .letters import Letter

SHORT_MAX = 100


def in_short(letter: Letter) -> str:
    """One line."""
    told = letter.reason if letter.error is None else f"{letter.reason}: {letter.error}"
    again = f" (replayed {letter.replays}×)" if letter.replays else ""
    line = " ".join(told.split())
    if len(line) > SHORT_MAX:
        line = line[: SHORT_MAX - 1] + "…"
    return f"{letter.id}  {letter.at:%Y-%m-%d %H:%M:%S}Z  {line}{again}"


def in_full(letter: Letter) -> str:
    lines = [
        f"letter   {letter.id}",
        f"since    {letter.at.isoformat(timespec='seconds')}",
        f"entry    {letter.entry_id}",
        f"reason   {letter.reason}",
        f"error    {letter.error or '–'}",
        f"replays  {letter.replays}",
        f"data     {_readable(letter.data)}",
    ]
    return "\n".join(lines) + "\n"


def _readable(data: bytes | None) -> str:
    if data is None:
        return "–"
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.json.format(data, indent=2).decode()
    return repr(data)
