"""What a draft changes, held against what is live."""

from typing import Any

import pytest
from botloom_admin_api.drafts.changes import DraftedChange, conflicts_of, operations_of
from botloom_admin_api.operations import Delete, Put
from botloom_admin_api.schemas.problems import Reference


def button(version: int, **fields: Any) -> dict[str, Any]:
    whole = {"label": "Prices", "data": "prices", "kind": "callback", "url": None, "style": None}
    return {"id": 7, "version": version, "icon": None, **whole, **fields}


def change(base: int | None, live: Any, drafted: Any) -> DraftedChange:
    return DraftedChange("button", 7, base, live, drafted)


@pytest.mark.parametrize(
    ("found", "is_conflict"),
    [
        (change(1, button(1), button(2, label="New")), False),
        (change(1, button(2, label="Other"), button(2, label="New")), True),
        (change(1, button(2, label="New"), button(2, label="New")), False),
        (change(1, None, button(2, label="New")), True),
        (change(1, button(1), None), False),
        (change(1, button(2), None), True),
        (change(1, None, None), False),
        (change(None, None, button(1)), False),
    ],
    ids=[
        "only the draft changed it",
        "both changed it",
        "both made the same of it",
        "deleted live",
        "only the draft deleted it",
        "deleted by the draft, changed live",
        "both deleted it",
        "made by the draft",
    ],
)
def test_a_conflict_is_what_live_made_something_else_of(
    found: DraftedChange, is_conflict: bool
) -> None:
    assert conflicts_of([found]) == ([Reference("button", 7)] if is_conflict else [])


def test_what_both_deleted_needs_no_operation() -> None:
    found = [
        change(1, None, None),
        change(1, button(1), None),
        change(1, None, button(2, label="New")),
    ]
    operations, places = operations_of(found)
    assert [type(one) for one in operations] == [Delete, Put]
    assert places == ["button 7", "button 7"]
