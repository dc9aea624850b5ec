"""Questions that wait for an answer: what a person's next message does to one."""

from datetime import datetime
from typing import Literal

import msgspec
from botloom_contracts.patterns import normalise_text, read_command

from .answers import read_answer
from .identity import Identity
from .run import Run, SavedRun, restore, save
from .snapshot import Snapshot
from .steps import Ask
from .trigger import Trigger
from .updates import Message

Taken = Literal["answered", "cancelled", "refused"]

_RETRY = {
    "ru": "Не получилось разобрать ответ. Попробуйте ещё раз.",
    "en": "That does not look right. Please try again.",
}
_CANCELLED = {"ru": "Отменено.", "en": "Cancelled."}


class Pending(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question that was asked. The first step of the run's last frame is the question."""

    id: str
    chat_id: int
    run: SavedRun
    failed: int = 0

    @property
    def ask(self) -> Ask | None:
        """None where it was saved by another version, and can't be read as a question any more."""
        step = self.run.frames[-1].steps[0] if self.run.frames else None
        return step if isinstance(step, Ask) else None


def pending(run: Run, question_id: str) -> Pending:
    """The question that the run has just asked."""
    run.frames[-1].index -= 1
    return Pending(question_id, run.trigger.chat.id, save(run))


def is_answer(found: Pending, message: Message) -> bool:
    """A command is no answer: it ends the question."""
    in_its_chat = message.chat.id == found.chat_id
    return in_its_chat and found.ask is not None and read_command(message.text or "") is None


def take_answer(
    found: Pending,
    trigger: Trigger,
    snapshot: Snapshot,
    identity: Identity,
    now: datetime,
    variables: dict[str, str],
) -> tuple[Taken, Run]:
    """The run that goes on: `proceed` runs it, unless the answer is refused, whose run has only
    the call that says so."""
    ask, message = found.ask, trigger.message
    assert ask is not None and message is not None  # noqa: S101, PT018 - see `is_answer`
    saved = msgspec.structs.replace(found.run, trigger=trigger)
    run = restore(saved, snapshot, identity, now)
    run.variables = variables
    if ask.cancel is not None and _same(message.text, ask.cancel):
        return "cancelled", cancel(run, ask)
    value = read_answer(ask.answer, ask.choices, message)
    if value is not None:
        run.frames[-1].index += 1
        run.set(ask.variable, value)
        return "answered", run
    if found.failed + 1 >= ask.attempts:
        return "cancelled", cancel(run, ask)
    text = run.text(ask.retry) if ask.retry else in_language(_RETRY, trigger)
    run.call("sendMessage", chat_id=trigger.chat.id, text=text)
    return "refused", run


def cancel(run: Run, ask: Ask) -> Run:
    """End the question, and what was to come after it."""
    rule = run.frames[-1].rule
    run.frames.clear()
    if ask.on_cancel:
        run.enter(ask.on_cancel, rule)
    else:
        run.call(
            "sendMessage",
            chat_id=run.trigger.chat.id,
            text=in_language(_CANCELLED, run.trigger),
            reply_markup={"remove_keyboard": True},
        )
    return run


def time_out(found: Pending, snapshot: Snapshot, identity: Identity, now: datetime) -> Run | None:
    """The run that goes on where no answer came in time; None where there is nothing to do."""
    ask = found.ask
    if ask is None or not ask.on_timeout:
        return None
    run = restore(found.run, snapshot, identity, now)
    rule = run.frames[-1].rule
    run.frames.clear()
    run.enter(ask.on_timeout, rule)
    return run


def in_language(texts: dict[str, str], trigger: Trigger) -> str:
    return texts["ru" if (trigger.user.language_code or "").startswith("ru") else "en"]


def _same(text: str | None, word: str) -> bool:
    return text is not None and normalise_text(text) == normalise_text(word)
