"""Which people a list shows, and in which order."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, cast

from botloom_contracts.database.models import Person, Statistics
from botloom_contracts.quarters import QUARTER, quarter_of
from msgspec import Meta
from sqlalchemy import Column, ColumnElement, Table, and_, collate, exists, func, not_, or_

from ..listing import COLLATION, Filter, Listing, equal, order_of, utc
from ..schemas.fields import ID_MAX
from ..schemas.people import TAG_MAX
from .tags import read_tag

PEOPLE = cast(Table, Person.__table__)
_COLUMNS = PEOPLE.c

_Sought = Annotated[str, Meta(min_length=1, max_length=256)]
_SoughtTag = Annotated[str, Meta(min_length=1, max_length=4 * TAG_MAX)]

DID, DID_FROM, DID_TO = "did", "did_from", "did_to"
"""Their conditions are those of `people.did`, which asks the database first."""

Border = Callable[[datetime], ColumnElement[bool]]


def _first_seen_before(moment: datetime) -> ColumnElement[bool]:
    quarter = quarter_of(moment)
    in_it = and_(_COLUMNS.first_quarter == quarter, _did_something(quarter, moment))
    return or_(_COLUMNS.first_quarter < quarter, in_it)


def _last_seen_from(moment: datetime) -> ColumnElement[bool]:
    quarter = quarter_of(moment)
    if quarter == moment:
        return _COLUMNS.last_quarter >= quarter
    in_it = and_(_COLUMNS.last_quarter == quarter, _did_something(moment, quarter + QUARTER))
    return or_(_COLUMNS.last_quarter > quarter, in_it)


def _did_something(since: datetime, until: datetime) -> ColumnElement[bool]:
    """Rows of `people` know quarters of an hour, so the moment within one is looked up."""
    return exists().where(
        Statistics.user_id == _COLUMNS.user_id,
        Statistics.timestamp >= since,
        Statistics.timestamp < until,
    )


def _border(name: str, condition: Border, description: str) -> Filter:
    return Filter(name, datetime, lambda value: condition(utc(name, value)), description)


def _search(text: str) -> ColumnElement[bool]:
    """`Anna Petrova` and `@anna` are found; of a number, also whose id it is."""
    empty = [func.coalesce(_COLUMNS[name], "") for name in ("first_name", "last_name", "username")]
    named = empty[0] + " " + empty[1] + " @" + empty[2]
    found = collate(named, COLLATION).icontains(text, autoescape=True)
    if text.isascii() and text.isdecimal() and int(text) <= ID_MAX:
        return or_(found, _COLUMNS.user_id == int(text))
    return found


def _text(name: str, description: str) -> Filter:
    column: Column[Any] = _COLUMNS[name]
    return equal(column, _Sought, description)


LISTING = Listing(
    name="people",
    table=PEOPLE,
    key="user_id",
    only=(_COLUMNS.user_id > 0,),
    sorts={
        "first_seen": _COLUMNS.first_quarter,
        "last_seen": _COLUMNS.last_quarter,
        "first_name": order_of(_COLUMNS.first_name),
        "last_name": order_of(_COLUMNS.last_name),
        "username": order_of(_COLUMNS.username),
    },
    default_sort="-last_seen",
    filters=(
        Filter(
            "q",
            _Sought,
            _search,
            "A part of the names or the username, in upper or lower case; or a user's id.",
        ),
        Filter(
            "tag",
            _SoughtTag,
            lambda tag: _COLUMNS.tags.contains([read_tag("tag", tag)]),
            "Those with this tag.",
        ),
        _text("source", "Those whom a deep link with this payload brought."),
        _text("language_code", "Those whose Telegram is in this language."),
        Filter(
            "blocked",
            bool,
            lambda value: (
                _COLUMNS.blocked_since.is_not(None) if value else _COLUMNS.blocked_since.is_(None)
            ),
            "Those who have blocked the bot, or those who have not.",
        ),
        _border(
            "first_seen_from",
            lambda moment: not_(_first_seen_before(moment)),
            "Those who came at this time or later.",
        ),
        _border("first_seen_to", _first_seen_before, "Those who came before this time."),
        _border(
            "last_seen_from", _last_seen_from, "Those who did something at this time or later."
        ),
        _border(
            "last_seen_to",
            lambda moment: not_(_last_seen_from(moment)),
            "Those who have done nothing since this time.",
        ),
        Filter(
            DID,
            _Sought,
            None,
            "Those who did this at least once: `event:start`, `handler:3` (its id), "
            "`button:prices` (what a press sends).",
        ),
        Filter(DID_FROM, datetime, None, "Those who did it at this time or later; with `did`."),
        Filter(DID_TO, datetime, None, "Those who did it before this time; with `did`."),
    ),
)
"""Of an erased person only figures are left, so nobody is shown of a negative id."""
