from datetime import UTC, datetime

import pytest
from botloom_admin_api.listing import (
    LIMIT_DEFAULT,
    Order,
    cut_page,
    read_fields,
    read_query,
    select_page,
)
from botloom_admin_api.resources import Buttons, Callbacks, Handlers, Keyboards
from botloom_contracts.errors import InvalidInput
from sqlalchemy.dialects import postgresql

LISTING = Handlers.listing


def query(**given):
    return read_query(LISTING, given)


def sql(**given):
    statement = select_page(LISTING, query(**given))
    return str(statement.compile(dialect=postgresql.dialect()))


def refused(**given):
    with pytest.raises(InvalidInput) as caught:
        select_page(LISTING, query(**given))
    return [(one.field, one.rule) for one in caught.value.problems]


def test_without_parameters_all_rows_come_in_the_order_of_their_ids():
    assert query().order == (Order("id", False),)
    assert query().limit == LIMIT_DEFAULT
    assert "WHERE" not in sql()


def test_every_order_ends_with_the_key_in_the_direction_before_it():
    assert query(sort="priority,-updated_at").order == (
        Order("priority", False),
        Order("updated_at", True),
        Order("id", True),
    )


def test_what_comes_behind_the_key_in_a_sort_is_left_out():
    assert query(sort="-id,pattern").order == (Order("id", True),)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"sort": "message"}, ("sort", "choice")),
        ({"sort": "priority,"}, ("sort", "choice")),
        ({"sort": "--priority"}, ("sort", "choice")),
        ({"sort": "priority,-priority"}, ("sort", "unique")),
        ({"fields": "id,match_key"}, ("fields", "choice")),
        ({"fields": ""}, ("fields", "choice")),
        ({"pattern": "re:("}, ("pattern", "regex")),
        ({"updated_after": datetime(2026, 1, 1)}, ("updated_after", "zone")),  # noqa: DTZ001 - as is
        ({"updated_after": datetime.max.replace(tzinfo=UTC), "cursor": "x"}, ("cursor", "cursor")),
    ],
)
def test_what_is_not_on_the_list_is_refused_by_name(given, error):
    assert refused(**given) == [error]


def test_one_direction_compares_rows_as_a_whole_which_an_index_serves():
    place = {"place_0": 5, "place_1": 9}
    _, cursor = cut_page(LISTING, query(sort="-priority", limit=1), [place, place])
    assert "(handlers.priority, handlers.id) < (" in sql(sort="-priority", cursor=cursor)


def test_two_directions_compare_column_by_column():
    place = {"place_0": 5, "place_1": datetime.now(UTC), "place_2": 9}
    _, cursor = cut_page(LISTING, query(sort="priority,-updated_at", limit=1), [place, place])
    text = sql(sort="priority,-updated_at", cursor=cursor)
    assert "handlers.priority > " in text
    assert "handlers.updated_at < " in text
    assert " OR " in text


def test_a_page_that_is_full_and_the_last_has_no_next_one():
    asked = query(limit=2)
    rows = [{"place_0": 1}, {"place_0": 2}]
    assert cut_page(LISTING, asked, rows) == (rows, None)


@pytest.mark.parametrize("size", [1, 3])
def test_the_cursor_fits_pages_of_another_size_and_of_other_fields(size):
    _, cursor = cut_page(LISTING, query(limit=1), [{"place_0": 1}, {"place_0": 2}])
    assert query(limit=size, fields="id", cursor=cursor).after == (1,)


def test_a_number_that_no_column_holds_is_refused_in_a_cursor_too():
    place = {"place_0": 2**40, "place_1": 1}
    _, cursor = cut_page(LISTING, query(sort="priority", limit=1), [place, place])
    assert refused(sort="priority", cursor=cursor) == [("cursor", "cursor")]


def test_sparse_rows_are_read_sparsely():
    text = sql(fields="pattern,id,id")
    assert "handlers.action" not in text
    assert read_fields(LISTING.fields, "pattern,id,id") == ("id", "pattern")


@pytest.mark.parametrize("resource", [Buttons, Callbacks, Handlers, Keyboards])
def test_every_list_sorts_by_what_is_never_null(resource):
    for name in resource.listing.sortable:
        text = str(resource.listing.sorts.get(name, name))
        assert not resource.listing.table.c[name].nullable or "coalesce" in text
