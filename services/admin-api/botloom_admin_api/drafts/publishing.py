"""A draft becomes live: all of its changes in one transaction, and then it is gone."""

from collections.abc import Collection, Sequence
from functools import partial

from ..accounts.actor_names import maker_names
from ..commands import Commands, count
from ..errors import DraftConflict
from ..preconditions import require_match
from ..schemas.drafts import Published
from ..schemas.problems import Reference
from ..writing import carry_out
from .changes import conflicts_of, operations_of
from .registry import details
from .rows import lock_draft, notify, read_changes


async def publish(
    commands: Commands,
    draft_id: int,
    overwrite: bool | Collection[Reference],
    if_match: str | None,
    actor: str,
) -> Published:
    """`overwrite` says in which conflicts the draft wins. Raises `DraftConflict` where others are
    left, and whatever a command raises; then nothing is written and the draft is still there."""
    async with commands.writing() as (session, last_seq):
        draft = await lock_draft(session, draft_id)
        changes = await read_changes(session, draft_id)
        names = await maker_names(session, [draft])
        require_match(if_match, draft.version, partial(details, draft, changes, names))
        left = [] if overwrite is True else _left(conflicts_of(changes), overwrite or ())
        if left:
            raise DraftConflict(left)
        operations, places = operations_of(changes)
        cause = f"draft:{draft.name}"
        written = await carry_out(session, last_seq, operations, actor, cause, places)
        await session.delete(draft)
        await notify(session)
    count(written.events)
    return Published(seq=last_seq + len(written.events), changes=len(written.events))


def _left(conflicts: Sequence[Reference], settled: Collection[Reference]) -> list[Reference]:
    return [one for one in conflicts if one not in settled]
