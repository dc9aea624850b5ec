"""What the documentation says of the admin API is what the code does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from botloom_admin_api.errors import Refusal
from botloom_admin_api.problems import OTHER_CODE, STATUS_CODES
from botloom_admin_api.resources import Buttons, Callbacks, Handlers, Keyboards, Resource
from botloom_admin_api.resources.resource import STAMPS

PAGES = Path(__file__).parents[3] / "docs" / "admin-api"
ERRORS = (PAGES / "errors.md").read_text(encoding="utf-8")
CONVENTIONS = (PAGES / "README.md").read_text(encoding="utf-8")


def refusals(base: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for one in base.__subclasses__():
        yield one
        yield from refusals(one)


def test_every_code_of_a_refusal_is_documented_with_its_status() -> None:
    documented = set(re.findall(r"^\| (\d+|other) \| `(\w+)` \|", ERRORS, re.MULTILINE))
    raised = {(str(one.status), one.code) for one in refusals()}
    by_status = {(str(status), code) for status, code in STATUS_CODES.items()}
    assert documented == raised | by_status | {("other", OTHER_CODE)}


@pytest.mark.parametrize("resource", [Buttons(), Callbacks(), Handlers(), Keyboards()])
def test_what_a_list_can_be_asked_for_is_documented(resource: Resource) -> None:
    row = re.search(rf"^\| {resource.plural} \|(.*)\|(.*)\|(.*)\|$", CONVENTIONS, re.MULTILINE)
    assert row is not None
    sorts, filters, searched = (re.findall(r"`(\w+)`", cell) for cell in row.groups())
    listing = resource.listing
    assert {*sorts, "id", *STAMPS} == set(listing.sortable)
    assert [*filters, "updated_after"] == [one.name for one in listing.filters]
    assert searched == [column.key for column in listing.searched]
