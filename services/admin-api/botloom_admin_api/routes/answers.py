"""Answers that several operations give."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from litestar import Request, Response

from ..cursors import encode_id_cursor
from ..preconditions import etag
from ..schemas.fields import Page

RowT = TypeVar("RowT")
ViewT = TypeVar("ViewT")


def versioned(
    view: ViewT, version: int, headers: Mapping[str, str] | None = None
) -> Response[ViewT]:
    """With the ETag of the version."""
    return Response(view, headers={"ETag": etag(version), **(headers or {})})


def located(request: Request[Any, Any, Any], new_id: int) -> dict[str, str]:
    """The header with the address of what `request` has created."""
    return {"Location": f"{request.url.path.rstrip('/')}/{new_id}"}


def id_page(
    found: Sequence[RowT],
    limit: int,
    of: str,
    id_of: Callable[[RowT], int],
    view_of: Callable[[RowT], ViewT],
) -> Page[ViewT]:
    """Of a list in the order of ids, of which one more than `limit` was looked for; see
    `encode_id_cursor`."""
    shown = found[:limit]
    next_cursor = encode_id_cursor(id_of(shown[-1]), of) if len(found) > limit else None
    return Page([view_of(row) for row in shown], next_cursor)
