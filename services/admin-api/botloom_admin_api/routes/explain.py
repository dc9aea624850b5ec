from datetime import UTC, datetime
from typing import NamedTuple

from botloom_constructor.explain import explain
from botloom_constructor.explanation import Explanation
from botloom_constructor.identity import Identity
from botloom_constructor.imagine import (
    BOT_CHAT,
    imagined_event,
    imagined_kind,
    imagined_message,
    imagined_press,
)
from botloom_constructor.rehearsal import World
from botloom_constructor.snapshot import Snapshot
from botloom_constructor.told_question import read_question
from botloom_constructor.updates import Chat, Update
from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar import post
from litestar.params import JSONBody
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import VIEWER
from ..live_configuration import LiveConfiguration, changed
from ..problems import documented
from ..schemas.explain import ExplainRequest
from ..trying import try_changes
from .router import Router


def explain_router(sessions: async_sessionmaker[AsyncSession], live: LiveConfiguration) -> Router:
    @post(
        "/",
        operation_id="explain",
        summary="Tell what the bot would do",
        description=(
            "Which handler or callback takes it, why the others don't, the steps that would run "
            "and the messages that would be sent. Nothing is sent, and no statistics are written. "
            "With `changes`, it is told as if these were saved; what saving would refuse is "
            "refused the same way, and problems name the place: `changes[0].fields.message`."
        ),
        status_code=200,
        responses=documented(404, 409, 413, 422),
        opt=VIEWER,
    )
    async def explain_update(data: JSONBody[ExplainRequest]) -> Explanation:
        asked, snapshot = question(data), await live.snapshot()
        if data.changes:
            async with sessions() as session:
                tried = await try_changes(session, data.changes)
            snapshot = await changed(snapshot, tried)
        return asked.explained(snapshot, await live.identity())

    return Router("/explain", route_handlers=[explain_update], tags=["explain"])


class Question(NamedTuple):
    update: Update
    world: World
    asked_at: datetime

    def explained(self, snapshot: Snapshot, identity: Identity) -> Explanation:
        return explain(self.update, snapshot, identity, self.asked_at, self.world)


def question(asked: ExplainRequest) -> Question:
    """Raises `InvalidInput`."""
    now = datetime.now(UTC)
    pending = None if asked.question is None else read_question(asked.question)
    world = World(asked.variables, asked.subscriptions, pending)
    return Question(_imagined(asked, now), world, now)


def _imagined(asked: ExplainRequest, now: datetime) -> Update:
    given = [
        name for name in ("text", "button", "kind", "event") if getattr(asked, name) is not None
    ]
    if len(given) != 1:
        detail = f"give one of text, button, kind and event; there are {len(given)}"
        raise InvalidInput(FieldProblem("text", "one_of", detail))
    user = asked.person.user()
    in_private = asked.chat_type == "private"
    chat = Chat(user.id if in_private else BOT_CHAT, asked.chat_type)
    if asked.text is not None:
        return imagined_message(user, chat, now, text=asked.text)
    if asked.button is not None:
        return imagined_press(asked.button, user, chat, now, asked.button_under)
    if asked.kind is not None:
        return imagined_kind(asked.kind, user, chat, now)
    assert asked.event is not None  # noqa: S101 - one of the four is given
    return imagined_event(asked.event, user, chat, now)
