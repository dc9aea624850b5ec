"""The way of an update, the same for webhook and polling: resolve, record, start the answer."""

from datetime import UTC, datetime
from typing import NamedTuple

import structlog
from botloom_constructor.answer import start
from botloom_constructor.conversation import Pending, is_answer, take_answer
from botloom_constructor.effects import Effect
from botloom_constructor.identity import Identity
from botloom_constructor.resolve import Resolver, Skipped, answer_interaction
from botloom_constructor.run import Run, proceed
from botloom_constructor.snapshot import Snapshot
from botloom_constructor.trigger import Trigger
from botloom_constructor.updates import Message, Update, User
from botloom_contracts.events import Interaction
from botloom_runtime.redis_client import OUTAGES

from .draft_snapshots import DraftSnapshots
from .metrics import SKIPPED, UPDATES
from .people import People, PersonState
from .recorder import NotRecordedError, Recorder
from .runner import Runner

log = structlog.stdlib.get_logger()


class Processed(NamedTuple):
    """`taken` says that a constructor's rule took the update; code gets the others. `run` has the
    first calls of the answer; `Runner.finish` makes them and goes on from `effect`."""

    taken: bool
    run: Run | None
    effect: Effect | None = None
    trigger: Trigger | None = None


SKIPPED_UPDATE = Processed(False, None)


class Processor:
    def __init__(
        self,
        snapshots: DraftSnapshots,
        resolver: Resolver,
        recorder: Recorder,
        people: People,
        runner: Runner,
        identity: Identity,
    ) -> None:
        self._snapshots = snapshots
        self._resolver = resolver
        self._recorder = recorder
        self._people = people
        self._runner = runner
        self._identity = identity

    async def process(self, update: Update) -> Processed:
        """When it returns the interaction is on the stream. Raises `NotRecordedError`."""
        snapshot = self._snapshots.of_update(update)
        message = update.message
        sender = None if message is None else message.sender
        if message is not None and sender is not None and self._may_answer(sender, snapshot):
            answered = await self._answer(update.update_id, message, sender, snapshot)
            if answered is not None:
                return answered
        now = datetime.now(UTC)
        resolved = self._resolver.resolve(update, snapshot, now)
        if isinstance(resolved, Skipped):
            SKIPPED.labels(resolved.reason).inc()
            return SKIPPED_UPDATE
        await self._record(resolved.interaction)
        try:
            run, effect = start(resolved, snapshot, self._identity, now)
        except Exception:
            # It is recorded: refused now it would come again, and fail again.
            log.exception("run_failed", update_id=update.update_id)
            SKIPPED.labels("failed").inc()
            return Processed(True, None, None, resolved.trigger)
        return Processed(
            resolved.rule is not None or resolved.page is not None, run, effect, resolved.trigger
        )

    def _may_answer(self, sender: User, snapshot: Snapshot) -> bool:
        """Bots that ask nothing are spared the look-up."""
        return snapshot.asks or sender.id in self._snapshots.testers

    async def _answer(
        self, update_id: int, message: Message, sender: User, snapshot: Snapshot
    ) -> Processed | None:
        """None where the message answers no question."""
        try:
            state: PersonState = await self._people.load(sender.id)
        except OUTAGES as error:
            raise NotRecordedError(f"{type(error).__name__}: {error}") from None
        question = state.pending
        if question is None or message.chat.id != question.chat_id:
            return None
        if not is_answer(question, message):
            await self._runner.end_question(sender.id, question)
            return None
        trigger = Trigger(sender, message.chat, message)
        return await self._take(update_id, question, state, trigger, message, snapshot)

    async def _take(
        self,
        update_id: int,
        question: Pending,
        state: PersonState,
        trigger: Trigger,
        message: Message,
        snapshot: Snapshot,
    ) -> Processed:
        now = datetime.now(UTC)
        taken, run = take_answer(question, trigger, snapshot, self._identity, now, state.variables)
        handler_id = question.run.frames[-1].handler
        await self._record(
            answer_interaction(update_id, message, trigger.user, handler_id, snapshot.seq, now)
        )
        if taken == "refused":
            await self._people.refuse(trigger.user.id, question)
            return Processed(True, run, None, trigger)
        if not await self._runner.end_question(trigger.user.id, question):
            return Processed(True, None, None, trigger)
        return Processed(True, run, proceed(run), trigger)

    async def _record(self, interaction: Interaction) -> None:
        await self._recorder.record(interaction)
        UPDATES.labels(interaction.event).inc()
