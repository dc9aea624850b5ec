"""Connections to addresses that were checked, and to no others.

A name is resolved once for a connection, and the connection is made to an address out of that
answer: what the name stands for a moment later does not matter.
"""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from aiohttp import TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from .addresses import AllowedNetworks

CONNECTIONS_MAX = 32
IDLE_SECONDS = 15.0


class RefusedAddressError(OSError):
    """A host stands for no address that may be connected to."""


class Names(AbstractResolver):
    """The system's resolver in threads of its own: a slow name server must not hold back the
    resolving that the event loop's threads do for everything else."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(CONNECTIONS_MAX, "names")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return await asyncio.get_running_loop().run_in_executor(
            self._threads, _look_up, host, port, family
        )

    async def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


def _look_up(host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
    found = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return [
        ResolveResult(
            hostname=host,
            host=str(address[0]),
            port=port,
            family=found_family,
            proto=protocol,
            flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
        )
        for found_family, _, protocol, _, address in found
    ]


class _CheckedNames(AbstractResolver):
    def __init__(self, names: AbstractResolver, allowed: AllowedNetworks) -> None:
        self._names = names
        self._allowed = allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._names.resolve(host, port, family)
        checked = [result for result in found if self._allowed.allow(host, result["host"])]
        if not checked:
            raise RefusedAddressError(f"{host} stands for no address that is allowed")
        return checked

    async def close(self) -> None:
        await self._names.close()


def checked_connector(names: AbstractResolver, allowed: AllowedNetworks) -> TCPConnector:
    """Hosts that are addresses themselves never come to a resolver: check them before."""
    return TCPConnector(
        resolver=_CheckedNames(names, allowed),
        use_dns_cache=False,
        limit=CONNECTIONS_MAX,
        keepalive_timeout=IDLE_SECONDS,
    )
