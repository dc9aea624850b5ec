"""From what an update was resolved to, to the run that answers it. Pure."""

from collections.abc import Callable
from datetime import datetime

from .delivery import turn_page
from .effects import Effect
from .identity import Identity
from .resolve import Resolved
from .run import Run, proceed
from .snapshot import Snapshot
from .trigger import Trigger

_STALE = {"ru": "Эта кнопка больше не действует.", "en": "This button no longer works."}


def start(
    resolved: Resolved,
    snapshot: Snapshot,
    identity: Identity,
    now: datetime,
    prepare: Callable[[Run], None] | None = None,
) -> tuple[Run, Effect | None]:
    """The run with its first calls, and what it then needs from outside, if anything.

    `prepare` gets it before its first step.
    """
    run = Run(resolved.trigger, snapshot, identity, now, resolved.matched)
    if prepare is not None:
        prepare(run)
    if resolved.rule is not None:
        run.enter(resolved.rule.action, resolved.rule)
    elif resolved.page is not None:
        turn_page(run, *resolved.page)
    elif resolved.trigger.query_id is not None:
        run.answer(text=stale_text(resolved.trigger))
    return run, proceed(run)


def stale_text(trigger: Trigger) -> str:
    """What ends the spinner of a button that nothing stands behind any more."""
    return _STALE["ru" if (trigger.user.language_code or "").startswith("ru") else "en"]
