from collections.abc import Sequence

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.keyboard_rules import check_keyboard
from botloom_contracts.keyboards import KeyboardKind

from ..listing import equal
from ..projection import TABLES
from ..repository import Repository
from ..schemas.fields import SoughtText
from ..schemas.keyboards import KeyboardFields, KeyboardPatch, KeyboardView
from ..schemas.problems import Reference
from .resource import Resource, refuse_second, resource_listing

_COLUMNS = TABLES["keyboard"].c


class Keyboards(Resource[KeyboardFields, KeyboardPatch, KeyboardView]):
    entity = "keyboard"
    fields = KeyboardFields
    patch = KeyboardPatch
    view = KeyboardView
    listing = resource_listing(
        "keyboard",
        KeyboardView,
        sorts=("name", "kind"),
        filters=(
            equal(_COLUMNS.kind, KeyboardKind, "Those of this kind."),
            equal(_COLUMNS.name, SoughtText, "The one with exactly this name."),
        ),
        searched=("name",),
    )

    async def check(self, fields: KeyboardFields, entity_id: int | None, rows: Repository) -> None:
        held = {button_id for row in fields.layout for button_id in row}
        buttons = await rows.buttons(held)
        problems = check_keyboard(fields.kind, fields.layout, buttons, fields.options)
        if not fields.name.strip():
            problems.append(FieldProblem("name", "required", "is only white space"))
        if problems:
            raise InvalidInput(*problems)
        refuse_second("name", "keyboard", await rows.keyboard_named(fields.name), entity_id)

    async def users(self, entity_id: int, rows: Repository) -> Sequence[Reference]:
        return await rows.handlers_with(entity_id)
