from collections.abc import Sequence

from botloom_contracts.errors import FieldProblem
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

    def check_form(self, fields: KeyboardFields) -> list[FieldProblem]:
        if fields.name.strip():
            return []
        return [FieldProblem("name", "required", "is only white space")]

    async def check_links(
        self, fields: KeyboardFields, entity_id: int, rows: Repository
    ) -> list[FieldProblem]:
        held = {button_id for row in fields.layout for button_id in row}
        buttons = await rows.buttons(held)
        return check_keyboard(fields.kind, fields.layout, buttons, fields.options)

    async def check_conflicts(
        self, fields: KeyboardFields, entity_id: int, rows: Repository
    ) -> None:
        refuse_second("name", "keyboard", await rows.keyboard_named(fields.name, but=entity_id))

    async def users(self, entity_id: int, rows: Repository) -> Sequence[Reference]:
        return await rows.handlers_with(entity_id)
