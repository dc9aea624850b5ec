"""The document that a command is given."""

import sys
from pathlib import Path

import click

STANDARD_INPUT = "-"


def read_document(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        raise click.UsageError(f"{file} can't be read: {error.strerror}.") from None


def media_type(file: str) -> str:
    """JSON is YAML too, but its own reader says better what is wrong."""
    return "application/json" if file.endswith(".json") else "application/yaml"
