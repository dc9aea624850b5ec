"""What the bot would do, told without doing it: the winner, why the others lost, steps, messages.

Pure: what steps need from outside is assumed, and said to be.
"""

from collections.abc import Mapping
from datetime import datetime
from random import Random
from typing import Any, Literal

import msgspec
from botloom_contracts.matching import Input, Reason, candidates_for
from botloom_contracts.patterns import Kind, Occurrence

from .answer import start
from .calls import webhook_body
from .effects import Effect, Fetch, LoadVariables, Outcome, Pause, Question, Subscription
from .identity import Identity
from .resolve import Resolved, Resolver, Skipped
from .rules import Rule
from .run import Run, proceed
from .snapshot import Snapshot
from .updates import Update, kind_of

REASONS: Mapping[Reason, str] = {
    "less_specific": "its pattern is less specific",
    "fewer_literals": "its pattern has fewer literal characters",
    "lower_priority": "its priority is lower",
    "later_id": "it is as specific, and was made later",
}


class Matched(msgspec.Struct, frozen=True, kw_only=True):
    """A handler or callback that takes what happened."""

    entity: Literal["handler", "callback"]
    id: int
    pattern: str
    priority: int = 0


class Loser(Matched, frozen=True, kw_only=True):
    reason: str
    """A stable code: `less_specific`, `fewer_literals`, `lower_priority`, `later_id`."""
    detail: str


class StepTaken(msgspec.Struct, frozen=True, kw_only=True):
    step: dict[str, Any]
    handler_id: int | None
    """Whose action it belongs to; null for a callback without a handler."""


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A call of the Bot API."""

    method: str
    params: dict[str, Any]


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    """Of the configuration that this is about."""
    event: str | None
    """As statistics would count it; null where they would not."""
    winner: Matched | None
    matched: dict[str, str]
    """Parts of what the winner's pattern matched: placeholders such as `{1}`."""
    others: list[Loser]
    steps: list[StepTaken]
    messages: list[Sent]
    assumptions: list[str]
    """What was not looked up or done for this, and what was taken for it instead."""


class World(msgspec.Struct, frozen=True):
    """What steps may ask for from outside."""

    variables: Mapping[str, str] = {}
    subscriptions: Mapping[str, bool] = {}
    """By the chat's `@username` or id."""


def explain(
    update: Update, snapshot: Snapshot, identity: Identity, now: datetime, world: World
) -> Explanation:
    resolved = Resolver(identity.username, code_handlers=False).resolve(update, snapshot, now)
    if isinstance(resolved, Skipped):
        return _nothing(snapshot.seq, f"the bot passes over this update: {resolved.reason}")
    run, effect = start(resolved, snapshot, identity, now, trace=True)
    run.random = Random(0)  # noqa: S311 - the same for the same question
    messages, assumptions = _rehearse(run, effect, world)
    return Explanation(
        seq=snapshot.seq,
        event=resolved.interaction.event,
        winner=None if resolved.rule is None else _matched(resolved.rule),
        matched=dict(resolved.matched),
        others=_losers(update, resolved, snapshot),
        steps=[
            StepTaken(step=msgspec.to_builtins(step), handler_id=rule.handler_id)
            for step, rule in run.trace or ()
        ],
        messages=messages,
        assumptions=assumptions,
    )


def _nothing(seq: int, assumption: str) -> Explanation:
    return Explanation(
        seq=seq,
        event=None,
        winner=None,
        matched={},
        others=[],
        steps=[],
        messages=[],
        assumptions=[assumption],
    )


def _matched(rule: Rule) -> Matched:
    if rule.callback is not None:
        return Matched(entity="callback", id=rule.id, pattern=str(rule.callback))
    pattern = "" if rule.pattern is None else str(rule.pattern)
    return Matched(entity="handler", id=rule.id, pattern=pattern, priority=rule.priority)


def _losers(update: Update, resolved: Resolved, snapshot: Snapshot) -> list[Loser]:
    if update.callback_query is not None:
        return _losing_callbacks(resolved, snapshot)
    explained = candidates_for(snapshot.matcher, _input(update, resolved))
    return [
        Loser(
            entity="handler",
            id=candidate.id,
            pattern=str(candidate.pattern),
            priority=candidate.priority,
            reason=lost,
            detail=REASONS[lost],
        )
        for candidate, lost in explained
        if lost is not None
    ]


def _input(update: Update, resolved: Resolved) -> Input:
    message = update.message
    if message is not None and message.text is not None:
        return message.text
    kind = None if message is None else kind_of(message)
    return Occurrence(resolved.interaction.event) if kind is None else Kind(kind)


def _losing_callbacks(resolved: Resolved, snapshot: Snapshot) -> list[Loser]:
    if resolved.page is not None:
        return []
    ranked = snapshot.callbacks.all_that_match(resolved.interaction.callback_data or "")
    losers: list[Loser] = []
    for one in ranked[1:]:
        (won_by_glob, won_literals, *_), (is_glob, literals, *_) = ranked[0].rank, one.rank
        if is_glob != won_by_glob:
            reason: Reason = "less_specific"
        else:
            reason = "fewer_literals" if literals != won_literals else "later_id"
        losers.append(
            Loser(
                entity="callback",
                id=one.id,
                pattern=str(one.pattern),
                reason=reason,
                detail=REASONS[reason],
            )
        )
    return losers


def _rehearse(run: Run, effect: Effect | None, world: World) -> tuple[list[Sent], list[str]]:
    messages: list[Sent] = []
    assumed: list[str] = []
    while True:
        messages += map(_sent, run.take_calls())
        match effect:
            case None:
                return messages, assumed
            case Question(ask):
                assumed.append(f"goes on with the answer, which is kept as `{ask.variable}`")
                return messages, assumed
            case Pause(seconds):
                assumed.append(f"goes on after {seconds} s")
                run.trigger = msgspec.structs.replace(run.trigger, query_id=None)
                effect = proceed(run)
            case _:
                effect = _assume(run, effect, world, assumed) or proceed(run)


def _assume(
    run: Run,
    effect: LoadVariables | Subscription | Fetch,
    world: World,
    assumed: list[str],
) -> Effect | None:
    if run.variables is None:
        run.variables = dict(world.variables)
    match effect:
        case LoadVariables():
            return None
        case Subscription(chat, resume):
            is_member = world.subscriptions.get(str(chat), False)
            if str(chat) not in world.subscriptions:
                assumed.append(f"the person is not subscribed to {chat}")
            return resume(run, "member" if is_member else "left")
        case Fetch():
            assumed.append(f"{effect.method} {effect.url} is answered with 200 and {{}}")
            effect.resume(run, Outcome(200, b"{}"))
            return None


def _sent(call: Any) -> Sent:
    fields = msgspec.json.decode(webhook_body(call))
    return Sent(method=fields.pop("method"), params=fields)
