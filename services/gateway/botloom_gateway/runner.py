"""Brings a run to its end: makes its calls, and does what its steps need from outside."""

from datetime import UTC, datetime
from uuid import uuid4

import structlog
from botloom_constructor.calls import Call
from botloom_constructor.conversation import Pending, pending, time_out
from botloom_constructor.effects import (
    Effect,
    Fetch,
    LoadVariables,
    Outcome,
    Pause,
    Question,
    Subscription,
)
from botloom_constructor.identity import Identity
from botloom_constructor.run import Run, proceed, restore, save

from .draft_snapshots import DraftSnapshots
from .people import People
from .schedule import Due, Schedule, TimeOut, WaitingRun
from .sender import Sender
from .web_requests import WebRequest, WebRequestError, WebRequests

log = structlog.stdlib.get_logger()

Left = LoadVariables | Pause | Subscription | Fetch
"""Effects that come after what the person sees by now."""


class Runner:
    def __init__(
        self,
        identity: Identity,
        snapshots: DraftSnapshots,
        sender: Sender,
        people: People,
        schedule: Schedule,
        web: WebRequests,
    ) -> None:
        self._identity = identity
        self._snapshots = snapshots
        self._sender = sender
        self._people = people
        self._schedule = schedule
        self._web = web

    async def finish(self, run: Run, effect: Effect | None, due_id: str | None = None) -> None:
        """From what `proceed` answered on. Returns when the run has ended or waits. `due_id` is
        what stands in the schedule for this run, and is no longer needed then."""
        while True:
            left = await self.keep(run, effect)
            await self._sender.send(run.take_calls())
            match left:
                case None:
                    break
                case Pause(seconds):
                    waiting = Due(uuid4().hex, WaitingRun(save(run)))
                    await self._schedule.add(waiting, seconds, instead_of=due_id)
                    return
                case _:
                    effect = await self._perform(run, left) or proceed(run)
        if due_id is not None:
            await self._schedule.remove(due_id)

    async def keep(self, run: Run, effect: Effect | None) -> Left | None:
        """Save the run's variables and its question before the person sees any of it: an answer
        may be quick. Returns what is left of the effect."""
        await self._save_variables(run)
        if not isinstance(effect, Question):
            return effect
        await self._ask(run, effect)
        return None

    async def go_on(self, due: Due) -> None:
        """With what has become due."""
        now = datetime.now(UTC)
        match due.scheduled:
            case WaitingRun(saved):
                snapshot = self._snapshots.of_person(saved.trigger.user.id)
                run = restore(saved, snapshot, self._identity, now)
                await self.finish(run, proceed(run), due.id)
            case TimeOut(user_id):
                found = (await self._people.load(user_id)).pending
                if found is None or found.id != due.id or not await self._take(user_id, found):
                    await self._schedule.remove(due.id)
                    return
                snapshot = self._snapshots.of_person(user_id)
                expired = time_out(found, snapshot, self._identity, now)
                if expired is None:
                    await self._schedule.remove(due.id)
                else:
                    await self.finish(expired, proceed(expired), due.id)

    async def end_question(self, user_id: int, found: Pending) -> bool:
        """Returns whether it was still open: two messages can answer at once."""
        is_first = await self._take(user_id, found)
        await self._schedule.remove(found.id)
        return is_first

    async def _take(self, user_id: int, found: Pending) -> bool:
        return await self._people.take(user_id, found.id)

    async def _ask(self, run: Run, question: Question) -> None:
        asked = pending(run, uuid4().hex)
        user_id = run.trigger.user.id
        # The time-out first: a question without one would wait for ever.
        await self._schedule.add(Due(asked.id, TimeOut(user_id)), question.ask.timeout_seconds)
        await self._people.ask(user_id, asked)

    async def _save_variables(self, run: Run) -> None:
        if run.changed:
            changed, run.changed = run.changed, {}
            await self._people.save(run.trigger.user.id, changed)

    async def _perform(
        self, run: Run, effect: LoadVariables | Subscription | Fetch
    ) -> Effect | None:
        if run.variables is None:
            run.variables = (await self._people.load(run.trigger.user.id)).variables
        match effect:
            case LoadVariables():
                return None
            case Subscription(chat, resume):
                return resume(run, await self._member_status(run, chat))
            case Fetch():
                effect.resume(run, await self._fetch(effect))
                return None

    async def _member_status(self, run: Run, chat: str | int) -> str | None:
        member = Call("getChatMember", {"chat_id": chat, "user_id": run.trigger.user.id})
        answered = await self._sender.ask(member)
        return None if answered is None else str(answered.status)

    async def _fetch(self, fetch: Fetch) -> Outcome:
        request = WebRequest(
            fetch.method, fetch.url, dict(fetch.headers), fetch.body, fetch.timeout_seconds
        )
        try:
            response = await self._web.fetch(request)
        except WebRequestError as error:
            log.warning("request_failed", reason=error.reason)
            return Outcome(error=error.reason)
        return Outcome(status=response.status, body=response.body)
