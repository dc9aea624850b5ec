"""What the bot would do, told without doing it: the winner, why the others lost, steps, messages.

Pure: what steps need from outside is assumed, and said to be.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from .answer import start
from .assumption import assumption
from .conversation import Pending, is_answer, take_answer
from .explanation import Explanation, Loser, Matched
from .identity import Identity
from .losers import losers_of
from .rehearsal import Rehearsed, World, prepare, rehearse
from .resolve import Resolver, Skipped
from .rules import Rule
from .run import NOTHING, proceed
from .snapshot import Snapshot
from .told_question import TOLD_MAX, tell_question
from .trigger import Trigger
from .updates import Update


def explain(
    update: Update, snapshot: Snapshot, identity: Identity, now: datetime, world: World
) -> Explanation:
    """As a gateway does it: a message may answer the question that the person was asked before."""
    question, message = world.question, update.message
    if question is not None and message is not None and message.chat.id == question.chat_id:
        world = msgspec.structs.replace(world, question=None)
        if message.sender is not None and is_answer(question, message):
            trigger = Trigger(message.sender, message.chat, message)
            return _answered(question, trigger, snapshot, identity, now, world)
    resolved = Resolver(identity.username, code_handlers=False).resolve(update, snapshot, now)
    if isinstance(resolved, Skipped):
        addressee = {} if resolved.bot is None else {"bot": resolved.bot}
        passed = assumption("passed", reason=resolved.reason, **addressee)
        told = Rehearsed([], [], [passed], dict(world.variables), world.question)
        return _explanation(snapshot, told)
    run, effect = start(resolved, snapshot, identity, now, prepare)
    return _explanation(
        snapshot,
        rehearse(run, effect, world),
        event=resolved.interaction.event,
        rule=resolved.rule,
        matched=resolved.matched,
        others=losers_of(update, resolved, snapshot),
    )


def _answered(
    question: Pending,
    trigger: Trigger,
    snapshot: Snapshot,
    identity: Identity,
    now: datetime,
    world: World,
) -> Explanation:
    asking = question.run.frames[-1]
    if asking.callback is not None:
        rule = snapshot.callback_rules.get(asking.callback)
    else:
        rule = snapshot.handlers.get(asking.handler or 0)
    taken, run = take_answer(question, trigger, snapshot, identity, now, dict(world.variables))
    prepare(run)
    if taken == "refused":
        failed = msgspec.structs.replace(question, failed=question.failed + 1)
        told = rehearse(run, None, msgspec.structs.replace(world, question=failed))
    else:
        told = rehearse(run, proceed(run), world)
    return _explanation(snapshot, told, event="answer", rule=rule, matched=run.matched)


def _explanation(
    snapshot: Snapshot,
    told: Rehearsed,
    event: str | None = None,
    rule: Rule | None = None,
    matched: Mapping[str, str] = NOTHING,
    others: Sequence[Loser] = (),
) -> Explanation:
    question = None if told.question is None else tell_question(told.question)
    if question is not None and len(question) > TOLD_MAX:
        question = None
        told.assumptions.append(assumption("too_long"))
    return Explanation(
        seq=snapshot.seq,
        event=event,
        winner=None if rule is None else _matched(rule),
        matched=dict(matched),
        others=list(others),
        steps=told.steps,
        messages=told.messages,
        assumptions=[one.words() for one in told.assumptions],
        assumed=told.assumptions,
        variables=told.variables,
        question=question,
    )


def _matched(rule: Rule) -> Matched:
    if rule.callback is not None:
        return Matched(entity="callback", id=rule.id, pattern=str(rule.callback))
    pattern = "" if rule.pattern is None else str(rule.pattern)
    return Matched(entity="handler", id=rule.id, pattern=pattern, priority=rule.priority)
