"""Changes of the configuration that are kept in a draft instead of being made live."""

from collections.abc import Callable, Sequence
from functools import partial

from botloom_contracts.database.draft_session import DraftSession
from botloom_contracts.database.models import ConfigEvent
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from ..commands import Editing
from ..idempotency import RequestSessions
from ..operations import Changed, Operation
from ..writing import carry_out
from .rows import keep, lock_draft

DraftSessions = Callable[[int], AsyncSession]
"""Makes a session that reads the tables as the draft with that id has them."""


def draft_sessions(engine: AsyncEngine) -> DraftSessions:
    make = RequestSessions(engine, sync_session_class=DraftSession, expire_on_commit=False)
    return lambda draft_id: make(info={"draft_id": draft_id})


class DraftCommands(Editing):
    """The rules are those of live changes, held against the tables as the draft has them. Live
    writers are not kept waiting: what they do meanwhile is a conflict at the worst."""

    def __init__(self, sessions: DraftSessions, draft_id: int) -> None:
        self._sessions = sessions
        self._draft_id = draft_id

    async def run(
        self,
        operations: Sequence[Operation],
        actor: str,
        cause: str | None = None,
        places: Sequence[str] | None = None,
    ) -> list[Changed]:
        """The `seq` of a change is the version of the draft that has it."""
        async with self._sessions(self._draft_id) as session, session.begin():
            draft = await lock_draft(session, self._draft_id)
            kept = partial(_keep, draft_id=self._draft_id)
            written = await carry_out(
                session, draft.version, operations, actor, cause, places, keep=kept
            )
        return written.changes


async def _keep(session: AsyncSession, events: Sequence[ConfigEvent], draft_id: int) -> None:
    await keep(session, draft_id, events)
