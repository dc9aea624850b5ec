"""Lets a request through to its route, or refuses it: by the role that the route names."""

from typing import Any

from litestar import Litestar
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.routes import HTTPRoute
from litestar.types import Guard

from ..errors import Forbidden
from .authentication import Authentication
from .principal import ANYONE, ROLES

PREFIX = "/api/v1/"


def role_guard(authentication: Authentication) -> Guard:
    """Raises `Unauthorized` without a principal, `Forbidden` with one whose role is too small.

    Then `Request.auth` is the principal, unless the route is for anyone.
    """

    async def guard(
        connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
    ) -> None:
        least = handler.opt["role"]
        if least == ANYONE["role"]:
            return
        principal = await authentication.principal(connection)
        if principal.role not in ROLES[ROLES.index(least) :]:
            raise Forbidden(f"This needs the role {least}; {principal.name} is {principal.role}.")
        connection.scope["auth"] = principal

    return guard


def require_roles(app: Litestar) -> None:
    """Raises `ValueError` where a route under `/api/v1` does not say who may use it."""
    known = {*ROLES, ANYONE["role"]}
    for route in app.routes:
        if not isinstance(route, HTTPRoute) or not route.path.startswith(PREFIX):
            continue
        for handler in route.route_handlers:
            # Litestar adds OPTIONS by itself, which tells the methods and nothing else.
            if handler.http_methods != {"OPTIONS"} and handler.opt.get("role") not in known:
                methods = ", ".join(sorted(handler.http_methods))
                raise ValueError(f"{methods} {route.path}: `opt` names no role")
