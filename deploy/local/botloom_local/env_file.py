"""`.botloom/env`: the addresses and tokens of the running system, as `KEY=value` lines."""

import os
from collections.abc import Mapping
from pathlib import Path


def read_env_file(path: Path) -> dict[str, str]:
    """Empty where there is no file."""
    if not path.exists():
        return {}
    lines = path.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def write_env_file(path: Path, environment: Mapping[str, str]) -> None:
    """Only the owner can read it, for it holds secrets."""
    lines = [
        f"{key}={value}\n"
        for key, value in sorted(environment.items())
        if key.startswith("BOTLOOM_")
    ]
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.writelines(lines)
