"""The query parameters of a list, as its `Listing` declares them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from inspect import Parameter, Signature
from typing import Annotated, Any, TypeVar, get_args, get_origin

from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar.params import QueryParameter

from ..auth import AuthRequest
from ..cursors import CURSOR_MAX
from ..listing import LIMIT_DEFAULT, LIMIT_MAX, Listing, ListQuery, read_query

HandlerT = TypeVar("HandlerT", bound=Callable[..., Any])

SEARCH_MAX = 256
NAMES_MAX = 1024
"""Characters of a list of names."""

_BOUNDS = ("ge", "le", "min_length", "max_length")

_SUFFIX = "_"
"""Of the function's arguments, for Litestar reserves some names, `data` among them."""


def takes(listing: Listing) -> Callable[[HandlerT], HandlerT]:
    """Litestar then hands the function `request` and what each parameter was given.

    `query_of` reads these. Apply it below `get`: that one reads the signature.
    """
    return _takes({**_of_pages(listing), **_of_choice(listing)}, {})


def chooses(listing: Listing, **others: Any) -> Callable[[HandlerT], HandlerT]:
    """The same of what has no pages: only what lets rows through. `others` are the types of what
    the function takes beside."""
    return _takes(_of_choice(listing), others)


def _takes(
    declared: Mapping[str, tuple[Any, QueryParameter]], others: Mapping[str, Any]
) -> Callable[[HandlerT], HandlerT]:
    parameters = [
        Parameter("request", Parameter.KEYWORD_ONLY, annotation=AuthRequest),
        *(
            Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind)
            for name, kind in others.items()
        ),
        *(_optional(name, *one) for name, one in declared.items()),
    ]

    def declare(handler: HandlerT) -> HandlerT:
        types = {one.name: one.annotation for one in parameters}
        handler.__annotations__ = {**types, "return": handler.__annotations__["return"]}
        setattr(handler, "__signature__", Signature(parameters))  # noqa: B010 - unknown to mypy
        return handler

    return declare


def query_of(listing: Listing, request: AuthRequest, given: Mapping[str, Any]) -> ListQuery:
    """What `request` asks of the list; raises `InvalidInput`, also for a parameter that the list
    does not have: its author would take the answer for a filtered one."""
    given = {name.removesuffix(_SUFFIX): value for name, value in given.items()}
    unknown = sorted(request.query_params.keys() - given.keys())
    if unknown:
        detail = f"is no parameter of this list; there are {', '.join(given)}"
        raise InvalidInput(
            *(FieldProblem(name[:64], "unknown_parameter", detail) for name in unknown)
        )
    return read_query(listing, given)


def fields_parameter(names: Sequence[str]) -> QueryParameter:
    return QueryParameter(
        max_length=NAMES_MAX,
        description="The fields to show, separated by commas; without it, all of them.",
        schema_extra={"pattern": _several(names)},
    )


def _of_pages(listing: Listing) -> dict[str, tuple[Any, QueryParameter]]:
    declared: dict[str, tuple[Any, QueryParameter]] = {
        "limit": (
            int,
            QueryParameter(
                ge=1,
                le=LIMIT_MAX,
                description=f"The most items of a page; {LIMIT_DEFAULT} without it.",
            ),
        ),
        "cursor": (
            str,
            QueryParameter(
                max_length=CURSOR_MAX,
                description="`next_cursor` of the page before; all else must stay as it was.",
            ),
        ),
        "sort": (
            str,
            QueryParameter(
                max_length=NAMES_MAX,
                description=(
                    f"Fields to sort by, separated by commas; `-` before one turns it around. "
                    f"Without it: `{listing.default_sort or listing.key}`."
                ),
                schema_extra={"pattern": _several(listing.sortable, "-?")},
            ),
        ),
    }
    if listing.fields:
        declared["fields"] = (str, fields_parameter(listing.fields))
    return declared


def _of_choice(listing: Listing) -> dict[str, tuple[Any, QueryParameter]]:
    """Of what lets rows through."""
    declared: dict[str, tuple[Any, QueryParameter]] = {}
    if listing.searched:
        names = ", ".join(column.key for column in listing.searched)
        declared["q"] = (
            str,
            QueryParameter(
                min_length=1,
                max_length=SEARCH_MAX,
                description=f"A part of {names}, in upper or lower case.",
            ),
        )
    for one in listing.filters:
        declared[one.name] = (one.type, QueryParameter(description=one.description))
    return declared


def _several(names: Sequence[str], prefix: str = "") -> str:
    one = f"{prefix}({'|'.join(names)})"
    return f"^{one}(,{one})*$"


def _optional(name: str, kind: Any, declared: QueryParameter) -> Parameter:
    kind, bounds = _bounds(kind)
    annotation = Annotated[kind | None, replace(declared, name=name, **bounds)]
    return Parameter(name + _SUFFIX, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


def _bounds(kind: Any) -> tuple[Any, dict[str, Any]]:
    """The type without msgspec's bounds, which Litestar only heeds as those of the parameter."""
    if get_origin(kind) is not Annotated:
        return kind, {}
    plain, *metas = get_args(kind)
    given = ((name, getattr(meta, name)) for meta in metas for name in _BOUNDS)
    return plain, {name: bound for name, bound in given if bound is not None}
