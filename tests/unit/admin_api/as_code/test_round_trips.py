"""What is exported and applied is exported again, whatever was there before."""

import copy
from typing import Any

import pytest
from botloom_admin_api.as_code.desired import read_desired
from botloom_admin_api.as_code.document import decode_document, encode_document
from botloom_admin_api.as_code.exporting import export, read_present
from botloom_admin_api.as_code.matching import match
from botloom_admin_api.as_code.planning import Planned, plan
from botloom_admin_api.operations import Put
from hypothesis import given, settings
from support.generated_configurations import RESOURCES, Rows, configurations

EMPTY: Rows = {entity: {} for entity in RESOURCES}


some = settings(max_examples=40, deadline=None)


def exported(rows: Rows) -> dict[str, Any]:
    return decode_document(encode_document(export(read_present(rows)), "json"), "json")


def planned(document: Any, rows: Rows, delete: bool = True) -> Planned:
    present = read_present(rows)
    known = (
        [{}, {}]
        if delete
        else [
            {name: one for one, name in names.items()}
            for names in (present.items.handlers, present.items.keyboards)
        ]
    )
    desired = read_desired(document, *known)
    matching = match(desired, present, delete)
    ids = {entity: range(1000, 1000 + count) for entity, count in matching.new.items()}
    return plan(desired, present, matching, ids, delete)


def applied(document: Any, rows: Rows, delete: bool = True) -> Rows:
    after = copy.deepcopy(rows)
    for operation in planned(document, rows, delete).operations:
        entity = operation.resource.entity
        if isinstance(operation, Put):
            row = {"id": operation.entity_id, **operation.resource.columns(operation.fields)}
            after[entity][operation.entity_id] = {**row, "version": 2}
        else:
            del after[entity][operation.entity_id]
    return after


@some
@given(configurations())
def test_an_export_asks_for_no_change_of_what_it_was_made_of(rows):
    plan = planned(exported(rows), rows)
    assert plan.operations == []
    assert plan.changes == []


@some
@given(configurations())
def test_an_export_applied_to_nothing_is_exported_again(rows):
    document = exported(rows)
    assert exported(applied(document, EMPTY)) == document


@some
@given(configurations(), configurations())
def test_an_export_applied_to_any_other_configuration_is_exported_again(rows, others):
    document = exported(rows)
    after = applied(document, others)
    assert exported(after) == document
    assert planned(document, after).operations == []


@some
@given(configurations(), configurations())
def test_without_deletion_nothing_goes_and_a_second_time_changes_nothing(rows, others):
    document = exported(rows)
    after = applied(document, others, delete=False)
    assert all(others[entity].keys() <= after[entity].keys() for entity in others)
    assert planned(document, after, delete=False).operations == []


@some
@given(configurations(), configurations())
def test_every_update_names_a_field(rows, others):
    changes = planned(exported(rows), others).changes
    assert all(change.fields for change in changes if change.change == "updated")


@pytest.mark.parametrize("form", ["yaml", "json"])
@some
@given(rows=configurations())
def test_a_document_is_read_as_it_was_written(form, rows):
    document = exported(rows)
    text = encode_document(document, form)
    assert decode_document(text, form) == document
    assert encode_document(decode_document(text, form), form) == text
