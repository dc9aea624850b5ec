from collections.abc import Sequence

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.keyboards import BUTTON_KINDS, check_button

from ..errors import Conflict
from ..repository import Repository
from ..schemas.buttons import ButtonFields, ButtonPatch, ButtonView
from ..schemas.problems import Reference
from .resource import Resource


class Buttons(Resource[ButtonFields, ButtonPatch, ButtonView]):
    entity = "button"
    fields = ButtonFields
    patch = ButtonPatch
    view = ButtonView

    async def check(self, fields: ButtonFields, entity_id: int | None, rows: Repository) -> None:
        problems = check_button(fields.kind, fields.label, fields.data, fields.url)
        if problems:
            raise InvalidInput(*problems)
        if entity_id is None:
            return
        unfit = [kind for kind, held in BUTTON_KINDS.items() if fields.kind not in held]
        keyboards = await rows.keyboards_with(entity_id, unfit)
        if keyboards:
            named = ", ".join(map(str, keyboards))
            detail = f"a {fields.kind} button can't be on {named}, which this button is on"
            raise Conflict(FieldProblem("kind", "button_kind", detail), keyboards)

    async def users(self, entity_id: int, rows: Repository) -> Sequence[Reference]:
        return await rows.keyboards_with(entity_id)
