from collections.abc import Collection, Sequence

from botloom_constructor.actions import check_action, sends_content, shown_handlers
from botloom_constructor.steps import Action
from botloom_contracts.content import check_content
from botloom_contracts.errors import FieldProblem, InvalidPattern
from botloom_contracts.patterns import Regex, parse_pattern
from botloom_contracts.patterns.regexes import group_names

from ..listing import Filter, equal
from ..projection import TABLES
from ..repository import Repository, Row
from ..schemas.fields import Id, SoughtText
from ..schemas.handlers import HandlerFields, HandlerPatch, HandlerView
from ..schemas.problems import Reference
from .resource import Resource, refuse_second, resource_listing

_COLUMNS = TABLES["handler"].c


class Handlers(Resource[HandlerFields, HandlerPatch, HandlerView]):
    entity = "handler"
    fields = HandlerFields
    patch = HandlerPatch
    view = HandlerView
    listing = resource_listing(
        "handler",
        HandlerView,
        sorts=("pattern", "title", "priority", "enabled"),
        filters=(
            equal(_COLUMNS.enabled, bool, "Those that are live, or those that are not."),
            Filter(
                "pattern",
                SoughtText,
                lambda pattern: _COLUMNS.match_key == _match_key(pattern),
                "Those with this pattern, whichever way it is written.",
            ),
            equal(_COLUMNS.keyboard_id, Id, "Those that show this keyboard."),
        ),
        searched=("pattern", "title", "message"),
    )

    def check_form(self, fields: HandlerFields) -> list[FieldProblem]:
        pattern_problems, groups = _read_pattern(fields.pattern)
        return [
            *pattern_problems,
            *check_action(fields.action, groups),
            *check_content(fields, groups),
        ]

    async def check_links(
        self, fields: HandlerFields, entity_id: int, rows: Repository
    ) -> list[FieldProblem]:
        problems = [
            *await check_shown(fields.action, rows),
            *await _check_keyboard(fields, rows),
            *await _check_has_content(fields, entity_id, rows),
        ]
        if await rows.leads_back(entity_id, fields.action):
            problems.append(FieldProblem("action", "loop", "shows, in the end, this handler again"))
        return problems

    async def check_conflicts(
        self, fields: HandlerFields, entity_id: int, rows: Repository
    ) -> None:
        if fields.enabled:
            holder = await rows.handler_of_pattern(_match_key(fields.pattern), but=entity_id)
            refuse_second("pattern", "handler", holder)

    async def users(self, entity_id: int, rows: Repository) -> Sequence[Reference]:
        return await rows.users_of_handler(entity_id)

    def columns(self, fields: HandlerFields) -> Row:
        pattern = fields.pattern.strip()
        return {**super().columns(fields), "pattern": pattern, "match_key": _match_key(pattern)}


async def check_shown(action: Action, rows: Repository) -> list[FieldProblem]:
    """Every handler that a step names must exist."""
    named = list(shown_handlers(action))
    existing = await rows.existing("handler", {handler_id for _, handler_id in named})
    return [
        FieldProblem(field, "exists", f"there is no handler {handler_id}")
        for field, handler_id in named
        if handler_id not in existing
    ]


def _match_key(pattern: str) -> str:
    return str(parse_pattern(pattern))


def _read_pattern(source: str) -> tuple[Sequence[FieldProblem], Collection[str]]:
    """What is wrong with it, and the names that it gives to parts of what it matches."""
    try:
        pattern = parse_pattern(source)
    except InvalidPattern as error:
        return error.problems, ()
    return (), group_names(pattern.source) if isinstance(pattern, Regex) else ()


async def _check_keyboard(fields: HandlerFields, rows: Repository) -> list[FieldProblem]:
    keyboard_id = fields.keyboard_id
    if keyboard_id is None or await rows.existing("keyboard", [keyboard_id]):
        return []
    return [FieldProblem("keyboard_id", "exists", f"there is no keyboard {keyboard_id}")]


async def _check_has_content(
    fields: HandlerFields, entity_id: int, rows: Repository
) -> list[FieldProblem]:
    """Whoever sends the content needs one: the handler itself, or a callback that shows it."""
    if fields.message is not None or fields.photo_url is not None or fields.media:
        return []
    if sends_content(fields.action):
        return [FieldProblem("message", "required", "there is neither a message nor media")]
    callbacks = await rows.callback_actions(entity_id)
    return [
        FieldProblem("message", "required", f"callback {callback_id} shows the message or media")
        for callback_id, action in callbacks.items()
        if sends_content(action)
    ]
