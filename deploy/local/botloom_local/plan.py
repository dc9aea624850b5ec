"""What is to be started and with which environment. Pure: the environment in, a plan out.

A `BOTLOOM_` variable that is set already wins, and what is then not needed is not started: with a
`BOT_TOKEN` or a `BOT_API_URL` no simulator, with a `DATABASE_URL` or `REDIS_URL` no such server.
The admin panel is built unless `ADMIN_UI_DIRECTORY` is set: to a built one, or to nothing for none.
"""

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from .ports import HOST, Port, choose_port, port_variable

ADMIN_UI = "BOTLOOM_ADMIN_UI_DIRECTORY"
DATABASE = "botloom"
ENV_FILE = "env"
SIMULATED_TOKEN = "100000001:SIMULATED-BOT-TOKEN-NOT-SECRET"  # noqa: S105 - of no real bot
OWNER_EMAIL = "owner@localhost"
GENERATED = (
    "BOTLOOM_ADMIN_TOKEN",
    "BOTLOOM_JWT_SECRET",
    "BOTLOOM_OWNER_PASSWORD",
    "BOTLOOM_WEBHOOK_SECRET",
)
"""Secrets made at the first run, and kept for the next."""
SERVICES = ("config", "stats", "admin-api", "gateway")


class Plan(NamedTuple):
    environment: dict[str, str]
    """Of every process. The address of an embedded PostgreSQL is added when it has started."""
    ports: tuple[Port, ...]
    """All that must be free."""
    processes: dict[str, str]
    """Names and the modules to run."""
    embedded_postgres: bool
    embedded_redis: Port | None
    builds_admin_ui: bool
    """Its folder is added to the environment when it is built."""
    directory: Path


def data_directory(environment: Mapping[str, str]) -> Path:
    """Where the embedded servers keep their data."""
    return Path(environment.get("BOTLOOM_DATA_DIRECTORY", ".botloom")).resolve()


def make_plan(environment: Mapping[str, str], kept: Mapping[str, str]) -> Plan:
    """`kept` is what the last run wrote: its tokens are used again.

    Raises `ValueError` naming the variable that can't be used.
    """
    given = {key: value for key, value in environment.items() if key.startswith("BOTLOOM_")}
    settings = {key: value for key, value in given.items() if value}
    ports = {name: choose_port(name, settings) for name in SERVICES}
    if "BOTLOOM_BOT_TOKEN" not in settings and "BOTLOOM_BOT_API_URL" not in settings:
        ports["simulator"] = choose_port("simulator", settings)
        settings["BOTLOOM_BOT_API_URL"] = _address(ports["simulator"])
    embedded_redis = None
    if "BOTLOOM_REDIS_URL" not in settings:
        embedded_redis = ports["redis"] = choose_port("redis", settings)
        settings["BOTLOOM_REDIS_URL"] = f"redis://{HOST}:{embedded_redis.number}/0"
    settings.setdefault("BOTLOOM_BOT_TOKEN", SIMULATED_TOKEN)
    settings.setdefault("BOTLOOM_LOG_LEVEL", "warning")
    settings.setdefault("BOTLOOM_OWNER_EMAIL", OWNER_EMAIL)
    for variable in GENERATED:
        settings.setdefault(variable, kept.get(variable) or secrets.token_urlsafe(24))
    for name, port in ports.items():
        settings[port_variable(name)] = str(port.number)
        if name != "redis":
            settings[url_variable(name)] = _address(port)
    started = [name for name in ("simulator", *SERVICES) if name in ports]
    return Plan(
        environment={**environment, **settings},
        ports=tuple(ports.values()),
        processes={
            **{name: f"botloom_{name.replace('-', '_')}" for name in started},
            "botloom": "botloom_local.greeter",
        },
        embedded_postgres="BOTLOOM_DATABASE_URL" not in settings,
        embedded_redis=embedded_redis,
        builds_admin_ui=ADMIN_UI not in given,
        directory=data_directory(environment),
    )


def url_variable(name: str) -> str:
    """Where a process is reached, for programs that read `.botloom/env`."""
    return f"BOTLOOM_{name.replace('-', '_').upper()}_URL"


def _address(port: Port) -> str:
    return f"http://{HOST}:{port.number}"
