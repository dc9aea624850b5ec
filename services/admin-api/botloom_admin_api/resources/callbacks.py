from collections.abc import Sequence

import msgspec
from botloom_constructor.actions import check_action, sends_content
from botloom_constructor.steps import Edit
from botloom_contracts.errors import FieldProblem, InvalidPattern
from botloom_contracts.keyboard_rules import check_press_data
from botloom_contracts.patterns import parse_callback_pattern

from ..repository import Repository, Row
from ..schemas.callbacks import CallbackFields, CallbackPatch, CallbackView
from ..schemas.problems import Reference
from .handlers import check_shown
from .resource import Resource, refuse_second


class Callbacks(Resource[CallbackFields, CallbackPatch, CallbackView]):
    entity = "callback"
    fields = CallbackFields
    patch = CallbackPatch
    view = CallbackView

    def complete(self, fields: CallbackFields) -> CallbackFields:
        if fields.action is msgspec.UNSET and fields.handler_id is not None:
            return msgspec.structs.replace(fields, action=(Edit(),))
        return fields

    def check_form(self, fields: CallbackFields) -> list[FieldProblem]:
        problems = _check_data(fields.callback_data)
        if fields.action is msgspec.UNSET:
            detail = "is needed where there is no handler_id"
            return [*problems, FieldProblem("action", "required", detail)]
        return [*problems, *check_action(fields.action)]

    async def check_links(
        self, fields: CallbackFields, entity_id: int, rows: Repository
    ) -> list[FieldProblem]:
        problems = await _check_handler(fields, rows)
        if fields.action is not msgspec.UNSET:
            problems = [*await check_shown(fields.action, rows), *problems]
        return problems

    async def check_conflicts(
        self, fields: CallbackFields, entity_id: int, rows: Repository
    ) -> None:
        if fields.enabled:
            canonical = str(parse_callback_pattern(fields.callback_data))
            holder = await rows.callback_of_data(canonical, but=entity_id)
            refuse_second("callback_data", "callback", holder)

    def columns(self, fields: CallbackFields) -> Row:
        canonical = str(parse_callback_pattern(fields.callback_data))
        return {**super().columns(fields), "callback_data": canonical}

    async def users(self, entity_id: int, rows: Repository) -> Sequence[Reference]:
        return ()  # buttons name the data and not the callback; a stale one ends in a toast


def _check_data(source: str) -> list[FieldProblem]:
    """Callback data, or a pattern of some: `item:*`."""
    try:
        pattern = parse_callback_pattern(source)
    except InvalidPattern as error:
        return [msgspec.structs.replace(one, field="callback_data") for one in error.problems]
    return check_press_data("callback_data", "".join(pattern.parts)) if any(pattern.parts) else []


async def _check_handler(fields: CallbackFields, rows: Repository) -> list[FieldProblem]:
    handler_id = fields.handler_id
    needed = fields.action is not msgspec.UNSET and sends_content(fields.action)
    if handler_id is None:
        detail = "the steps reply and edit show the content of a handler"
        return [FieldProblem("handler_id", "required", detail)] if needed else []
    handler = await rows.row("handler", handler_id)
    if handler is None:
        return [FieldProblem("handler_id", "exists", f"there is no handler {handler_id}")]
    if needed and not (handler["message"] or handler["photo_url"] or handler["media"]):
        detail = f"handler {handler_id} has neither a message nor media to show"
        return [FieldProblem("handler_id", "content", detail)]
    return []
