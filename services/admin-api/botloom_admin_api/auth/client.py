"""Who is at the other end of a connection. Behind a proxy the application corrects it first."""

from typing import Any

from litestar.connection import ASGIConnection

from ..accounts.sessions import Client

ADDRESS_MAX = 64
USER_AGENT_MAX = 200


def client_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Client:
    peer = connection.client
    return Client(
        address="" if peer is None else peer.host[:ADDRESS_MAX],
        user_agent=connection.headers.get("User-Agent", "")[:USER_AGENT_MAX],
    )
