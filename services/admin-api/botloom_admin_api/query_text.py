"""Query parameters must be text that can be stored: the database would refuse it otherwise."""

from typing import Any

from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

NUL = "\0"


def storable_query_guard(
    connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler
) -> None:
    """Raises `InvalidInput` for a NUL character. What is no UTF-8 has become U+FFFD already."""
    query = connection.scope.get("query_string", b"")
    if b"%00" not in query and b"\0" not in query:
        return
    problems = [
        FieldProblem(name.replace(NUL, "")[:64], "characters", "holds a NUL character")
        for name, value in connection.query_params.multi_items()
        if NUL in name or NUL in str(value)
    ]
    if problems:
        raise InvalidInput(*problems)
