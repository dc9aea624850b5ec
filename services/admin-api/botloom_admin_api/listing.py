"""Lists: which rows are asked for, in which order, and from where on.

A list declares itself once, as a `Listing`; from that come its query parameters
(`routes/list_parameters.py`) and its SQL. Nothing here touches the database.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import reduce
from operator import and_, or_
from typing import Annotated, Any, NamedTuple, TypeVar

import msgspec
from botloom_contracts.errors import FieldProblem, InvalidInput
from msgspec import Meta, Struct
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    DateTime,
    Integer,
    Select,
    Table,
    Text,
    collate,
    func,
    literal,
    select,
    tuple_,
)
from sqlalchemy.types import TypeEngine

from .cursors import decode_cursor, encode_cursor

RowT = TypeVar("RowT", bound=Mapping[str, Any])
Condition = Callable[[Any], ColumnElement[bool]]

LIMIT_DEFAULT = 50
LIMIT_MAX = 200

COLLATION = "pg_c_utf8"
"""Sorts by code points, and knows upper and lower case of every script, whatever the locale of the
database: https://www.postgresql.org/docs/current/collation.html"""

_PLACE = "place_{}"
"""Labels of the values that the rows are sorted by."""


class Filter(NamedTuple):
    """A query parameter that lets some rows through."""

    name: str
    type: Any
    condition: Condition | None
    """Of the given value, which is of `type`. May raise `InvalidInput` that names the filter. None
    where only the list's own route knows it."""
    description: str


class Listing(Struct, frozen=True, kw_only=True):
    name: str
    """Of the list's path."""
    table: Table
    key: str = "id"
    """A unique column: the order of rows that are otherwise equal."""
    sorts: Mapping[str, ColumnElement[Any]] = {}
    """What can be sorted by beside `key`: expressions that are never null (`order_of`)."""
    filters: tuple[Filter, ...] = ()
    searched: tuple[Column[Any], ...] = ()
    """The text columns that `q` looks into."""
    fields: tuple[str, ...] = ()
    """What `fields` can choose from; each is a column of the table."""
    default_sort: str = ""
    """In the form of the parameter; empty for the order of `key`."""
    only: tuple[ColumnElement[bool], ...] = ()
    """What holds for every row of the list, whatever it is asked for."""

    @property
    def sortable(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.key, *self.sorts)))


class Order(Struct, frozen=True):
    name: str
    descending: bool


class ListQuery(Struct, frozen=True, kw_only=True):
    """What a list is asked for."""

    order: tuple[Order, ...]
    """The last one is of the key, or else the rows would have no order of their own."""
    filters: Mapping[str, Any]
    search: str | None
    after: tuple[Any, ...] | None
    """The place of the row before the first, by `order`."""
    limit: int
    fields: tuple[str, ...] | None
    """Those that are wanted; None for all."""


def order_of(column: Column[Any]) -> ColumnElement[Any]:
    """What to sort by, where the column is of text, or may be null: no text comes first."""
    if not isinstance(column.type, Text):
        return column
    return collate(func.coalesce(column, "") if column.nullable else column, COLLATION)


def equal(column: Column[Any], kind: Any, description: str) -> Filter:
    return Filter(column.key, kind, lambda value: column == value, description)


def after(name: str, column: Column[Any], description: str) -> Filter:
    """Of a time that comes later; raises `InvalidInput` where the given one has no zone."""
    return Filter(name, datetime, lambda value: column > utc(name, value), description)


def utc(field: str, moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise InvalidInput(FieldProblem(field, "zone", "needs a zone: +03:00 (%2B03:00) or Z"))
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise InvalidInput(FieldProblem(field, "range", "is no time that can be kept")) from None


def read_query(listing: Listing, given: Mapping[str, Any]) -> ListQuery:
    """`given` are the values of the query parameters, each of its type; None and what is missing
    are the same. Raises `InvalidInput`."""
    filters = {
        one.name: given[one.name] for one in listing.filters if given.get(one.name) is not None
    }
    order = _read_order(listing, given.get("sort") or listing.default_sort)
    query = ListQuery(
        order=order,
        filters=filters,
        search=given.get("q") if listing.searched else None,
        after=None,
        limit=given.get("limit") or LIMIT_DEFAULT,
        fields=read_fields(listing.fields, given.get("fields")),
    )
    cursor = given.get("cursor")
    if cursor is None:
        return query
    types = [_cursor_type(_expression(listing, one).type) for one in order]
    return msgspec.structs.replace(
        query, after=decode_cursor(cursor, types, _asked(listing, query))
    )


def read_fields(known: Sequence[str], given: str | None) -> tuple[str, ...] | None:
    """The parameter `fields`; raises `InvalidInput`. The order is that of the whole."""
    if given is None:
        return None
    wanted = given.split(",")
    _refuse_unknown("fields", wanted, known)
    return tuple(name for name in known if name in wanted)


def select_page(listing: Listing, query: ListQuery) -> Select[Any]:
    """One row more than the page has, which tells whether there is a next one."""
    table, columns = listing.table, query.fields
    chosen = [table] if columns is None else [table.c[name] for name in columns]
    keys = [_expression(listing, one) for one in query.order]
    places = [key.label(_PLACE.format(number)) for number, key in enumerate(keys)]
    conditions = conditions_of(listing, query)
    if query.after is not None:
        conditions.append(_behind(query.order, keys, query.after))
    order = [
        key.desc() if one.descending else key.asc()
        for one, key in zip(query.order, keys, strict=True)
    ]
    statement = select(*chosen, *places).where(*conditions)
    return statement.order_by(*order).limit(query.limit + 1)


def conditions_of(listing: Listing, query: ListQuery) -> list[ColumnElement[bool]]:
    """Of the rows that are on one of the list's pages."""
    filters = [
        one.condition(query.filters[one.name])
        for one in listing.filters
        if one.name in query.filters and one.condition is not None
    ]
    found = [] if query.search is None else [_search(listing.searched, query.search)]
    return [*listing.only, *filters, *found]


def cut_page(
    listing: Listing, query: ListQuery, rows: Sequence[RowT]
) -> tuple[Sequence[RowT], str | None]:
    """The rows to show, of those that `select_page` found, and the cursor of the next page."""
    if len(rows) <= query.limit:
        return rows, None
    shown = rows[: query.limit]
    place = [shown[-1][_PLACE.format(number)] for number in range(len(query.order))]
    return shown, encode_cursor(place, _asked(listing, query))


def _read_order(listing: Listing, text: str) -> tuple[Order, ...]:
    given = [
        Order(name.removeprefix("-"), name.startswith("-")) for name in text.split(",") if text
    ]
    names = [one.name for one in given]
    _refuse_unknown("sort", names, listing.sortable)
    if len(set(names)) < len(names):
        raise InvalidInput(FieldProblem("sort", "unique", "names a field twice"))
    if listing.key in names:
        # Nothing is equal in what comes behind the key.
        return tuple(given[: names.index(listing.key) + 1])
    # In the same direction as what stands before it: then an index of both can be read through.
    return (*given, Order(listing.key, bool(given) and given[-1].descending))


def _refuse_unknown(field: str, names: Sequence[str], known: Sequence[str]) -> None:
    unknown = [name for name in names if name not in known]
    if unknown:
        detail = f"`{unknown[0][:64]}` is none of {', '.join(known)}"
        raise InvalidInput(FieldProblem(field, "choice", detail))


def _asked(listing: Listing, query: ListQuery) -> Any:
    """What a cursor belongs to, in builtin types."""
    filters = {
        name: utc(name, value) if isinstance(value, datetime) else value
        for name, value in query.filters.items()
    }
    return msgspec.to_builtins([listing.name, query.order, filters, query.search])


def _expression(listing: Listing, order: Order) -> ColumnElement[Any]:
    return listing.sorts.get(order.name, listing.table.c[listing.key])


_BIGINT = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
_INTEGER = Annotated[int, Meta(ge=-(2**31), le=2**31 - 1)]
_TIME = Annotated[datetime, Meta(tz=True)]


def _cursor_type(kind: TypeEngine[Any]) -> Any:
    """So that PostgreSQL takes the value, whoever made the cursor."""
    if isinstance(kind, BigInteger):
        return _BIGINT
    if isinstance(kind, Integer):
        return _INTEGER
    if isinstance(kind, DateTime):
        return _TIME
    return kind.python_type


def _search(columns: Sequence[Column[Any]], text: str) -> ColumnElement[bool]:
    found = [collate(column, COLLATION).icontains(text, autoescape=True) for column in columns]
    return reduce(or_, found)


def _behind(
    order: Sequence[Order], keys: Sequence[ColumnElement[Any]], place: Sequence[Any]
) -> ColumnElement[bool]:
    """That a row comes later in the order than `place`."""
    values = [literal(value, key.type) for key, value in zip(keys, place, strict=True)]
    if len({one.descending for one in order}) == 1:
        row = tuple_(*keys)
        behind = tuple_(*values)
        return row < behind if order[0].descending else row > behind
    ways: list[ColumnElement[bool]] = []
    for number, (one, key, value) in enumerate(zip(order, keys, values, strict=True)):
        same = [before == known for before, known in zip(keys[:number], values, strict=False)]
        ways.append(reduce(and_, [*same, key < value if one.descending else key > value]))
    return reduce(or_, ways)
