"""Small files for people who send what they do not have: a picture, a film, a tone, a text."""

import struct
import zlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILM = Path(__file__).with_name("placeholder.webm")
_SIDE = 320
_RATE = 8000
_TONE_HZ = 440


class Placeholder(NamedTuple):
    name: str
    content: bytes


@cache
def placeholder(kind: str) -> Placeholder:
    """A file that can be sent as this kind (`file_kinds`)."""
    if kind in ("photo", "sticker"):
        return Placeholder(f"{kind}.png", picture(_SIDE, _SIDE))
    if kind in ("audio", "voice"):
        return Placeholder(f"{kind}.wav", tone(1.0))
    if kind == "document":
        return Placeholder("document.txt", b"A document of the simulator.\n")
    return Placeholder(f"{kind}.webm", _FILM.read_bytes())


def picture(width: int, height: int) -> bytes:
    """A PNG that goes from blue to green."""
    rows = bytearray()
    for y in range(height):
        row = bytearray(b"\0")
        for x in range(width):
            row += bytes((64, 96 + 120 * x // width, 220 - 120 * y // height))
        rows += row
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data)
        for name, data in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(bytes(rows), 9)),
            (b"IEND", b""),
        )
    )


def tone(seconds: float) -> bytes:
    """A WAV of one square wave: 8 bits, mono."""
    half = _RATE // (2 * _TONE_HZ)
    data = bytes(144 if n // half % 2 else 112 for n in range(int(_RATE * seconds)))
    form = struct.pack("<HHIIHH", 1, 1, _RATE, _RATE, 1, 8)
    return (
        b"RIFF" + struct.pack("<I", 36 + len(data)) + b"WAVEfmt "
        + struct.pack("<I", len(form)) + form
        + b"data" + struct.pack("<I", len(data)) + data
    )  # fmt: skip


def _chunk(name: bytes, data: bytes) -> bytes:
    body = name + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
