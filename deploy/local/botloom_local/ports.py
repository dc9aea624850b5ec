"""The ports of everything that `just up` starts, and whether they are free."""

import socket
from collections.abc import Mapping
from typing import NamedTuple

HOST = "127.0.0.1"


class Port(NamedTuple):
    number: int
    user: str
    variable: str
    """What to set in order to have another one."""


class TakenPortError(Exception):
    """Something listens there already."""

    def __init__(self, port: Port) -> None:
        super().__init__(
            f"Port {port.number} ({port.user}) is taken by another process. "
            f"End that process, or set {port.variable} to a free port."
        )


DEFAULT_PORTS = {
    "admin-api": 8000,
    "gateway": 8080,
    "config": 8081,
    "stats": 8082,
    "simulator": 8090,
    "redis": 6380,
}


def port_variable(user: str) -> str:
    return f"BOTLOOM_{user.replace('-', '_').upper()}_PORT"


def choose_port(user: str, environment: Mapping[str, str]) -> Port:
    """Raises `ValueError` naming the variable where it holds no port."""
    variable = port_variable(user)
    text = environment.get(variable, str(DEFAULT_PORTS[user]))
    if not text.isdecimal() or not 1 <= int(text) <= 65535:  # noqa: PLR2004 - the greatest port
        raise ValueError(f"{variable}: {text!r} is no port; a port is a number from 1 to 65535")
    return Port(int(text), user, variable)


def check_free(port: Port) -> None:
    """Raises `TakenPortError`."""
    with socket.socket() as probe:
        # As servers do: a port whose last connections are still closing is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port.number))
        except OSError:
            raise TakenPortError(port) from None
