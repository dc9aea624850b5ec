from collections.abc import Sequence

import msgspec
from botloom_constructor.actions import check_action, sends_content
from botloom_constructor.steps import Edit
from botloom_contracts.errors import FieldProblem, InvalidInput, InvalidPattern
from botloom_contracts.keyboard_rules import check_press_data
from botloom_contracts.patterns import CallbackPattern, parse_callback_pattern

from ..listing import Filter, equal
from ..projection import TABLES
from ..repository import Repository, Row
from ..schemas.callbacks import CallbackFields, CallbackPatch, CallbackView
from ..schemas.fields import Id, SoughtText
from ..schemas.problems import Reference
from .handlers import check_shown
from .resource import Resource, refuse_second, resource_listing

_COLUMNS = TABLES["callback"].c


class Callbacks(Resource[CallbackFields, CallbackPatch, CallbackView]):
    entity = "callback"
    fields = CallbackFields
    patch = CallbackPatch
    view = CallbackView
    listing = resource_listing(
        "callback",
        CallbackView,
        sorts=("callback_data", "enabled"),
        filters=(
            equal(_COLUMNS.enabled, bool, "Those that are live, or those that are not."),
            Filter(
                "callback_data",
                SoughtText,
                lambda source: _COLUMNS.callback_data == _canonical(source),
                "Those with this callback data, whichever way it is written.",
            ),
            equal(_COLUMNS.handler_id, Id, "Those that show the content of this handler."),
        ),
        searched=("callback_data",),
    )

    def complete(self, fields: CallbackFields) -> CallbackFields:
        if fields.action is msgspec.UNSET and fields.handler_id is not None:
            return msgspec.structs.replace(fields, action=(Edit(),))
        return fields

    def check_form(self, fields: CallbackFields) -> list[FieldProblem]:
        problems = [*_check_data(fields.callback_data)]
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
            holder = await rows.callback_of_data(_canonical(fields.callback_data), but=entity_id)
            refuse_second("callback_data", "callback", holder)

    def columns(self, fields: CallbackFields) -> Row:
        return {**super().columns(fields), "callback_data": _canonical(fields.callback_data)}

    async def users(self, entity_id: int, rows: Repository) -> Sequence[Reference]:
        return ()  # buttons name the data and not the callback; a stale one ends in a toast


def _canonical(source: str) -> str:
    return str(_parse(source))


def _parse(source: str) -> CallbackPattern:
    """Raises `InvalidInput` that names `callback_data`."""
    try:
        return parse_callback_pattern(source)
    except InvalidPattern as error:
        named = [msgspec.structs.replace(one, field="callback_data") for one in error.problems]
        raise InvalidInput(*named) from None


def _check_data(source: str) -> Sequence[FieldProblem]:
    """Callback data, or a pattern of some: `item:*`."""
    try:
        pattern = _parse(source)
    except InvalidInput as error:
        return error.problems
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
