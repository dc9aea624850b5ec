from collections.abc import Sequence

import msgspec
from botloom_contracts.errors import FieldProblem
from botloom_contracts.keyboard_rules import check_button, check_size
from botloom_contracts.keyboards import (
    BUTTON_KINDS,
    ButtonKind,
    KeyboardEntry,
    KeyboardOptions,
)

from ..errors import Conflict
from ..listing import equal
from ..projection import TABLES
from ..repository import Repository
from ..schemas.buttons import ButtonFields, ButtonPatch, ButtonView
from ..schemas.fields import SoughtText
from ..schemas.problems import Reference
from .resource import Resource, resource_listing

_COLUMNS = TABLES["button"].c


class Buttons(Resource[ButtonFields, ButtonPatch, ButtonView]):
    entity = "button"
    fields = ButtonFields
    patch = ButtonPatch
    view = ButtonView
    listing = resource_listing(
        "button",
        ButtonView,
        sorts=("label", "data", "kind"),
        filters=(
            equal(_COLUMNS.kind, ButtonKind, "Those of this kind."),
            equal(_COLUMNS.data, SoughtText, "Those with exactly this callback data."),
        ),
        searched=("label", "data", "url"),
    )

    def check_form(self, fields: ButtonFields) -> list[FieldProblem]:
        return check_button(fields)

    async def check_links(
        self, fields: ButtonFields, entity_id: int, rows: Repository
    ) -> list[FieldProblem]:
        return []

    async def check_conflicts(self, fields: ButtonFields, entity_id: int, rows: Repository) -> None:
        unfit = [kind for kind, held in BUTTON_KINDS.items() if fields.kind not in held]
        keyboards = await rows.keyboards_with(entity_id, unfit)
        if keyboards:
            named = ", ".join(map(str, keyboards))
            detail = f"a {fields.kind} button can't be on {named}, which this button is on"
            raise Conflict(FieldProblem("kind", "button_kind", detail), keyboards)
        await _refuse_too_long(fields, entity_id, rows)

    async def users(self, entity_id: int, rows: Repository) -> Sequence[Reference]:
        return await rows.keyboards_with(entity_id)


async def _refuse_too_long(fields: ButtonFields, button_id: int, rows: Repository) -> None:
    """A longer button makes each of its keyboards longer."""
    keyboards = await rows.keyboard_rows_with(button_id)
    held = {one for keyboard in keyboards for row in keyboard["layout"] for one in row}
    buttons = {**await rows.buttons(held), button_id: fields}
    for keyboard in keyboards:
        layout = tuple(tuple(buttons[one] for one in row) for row in keyboard["layout"])
        options = msgspec.convert(keyboard["options"], KeyboardOptions)
        for problem in check_size(KeyboardEntry(layout, keyboard["kind"], options)):
            other = Reference("keyboard", keyboard["id"])
            detail = f"{other}, which this button is on, then {problem.detail}"
            raise Conflict(FieldProblem("label", "bytes", detail), [other])
