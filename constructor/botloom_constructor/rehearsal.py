"""A run to its end without the outside: what steps need from there is assumed, and said to be."""

from collections.abc import Mapping
from random import Random
from typing import cast

import msgspec

from .assumption import Assumption, assumption
from .calls import Call, webhook_body
from .conversation import Pending, pending
from .effects import Effect, Fetch, LoadVariables, Outcome, Pause, Question, Subscription
from .explanation import Sent, StepTaken
from .run import Run, proceed
from .steps import AnyStep


class World(msgspec.Struct, frozen=True):
    """What steps may ask for from outside."""

    variables: Mapping[str, str] = {}
    subscriptions: Mapping[str, bool] = {}
    """By the chat's `@username` or id."""
    question: Pending | None = None
    """That the person was asked before."""


class Rehearsed(msgspec.Struct):
    steps: list[StepTaken]
    messages: list[Sent]
    assumptions: list[Assumption]
    variables: dict[str, str]
    question: Pending | None


def prepare(run: Run) -> None:
    """Call it before the run's first step."""
    run.trace = []
    run.random = Random(0)  # noqa: S311 - the same for the same question


def rehearse(run: Run, effect: Effect | None, world: World) -> Rehearsed:
    """From what `proceed` answered on."""
    told = Rehearsed([], [], [], {}, world.question)
    while True:
        told.messages += map(_sent, run.take_calls())
        match effect:
            case None:
                break
            case Question(ask):
                told.assumptions.append(assumption("answer", variable=ask.variable))
                told.question = pending(run, "")
                break
            case Pause(seconds):
                told.assumptions.append(assumption("pause", seconds=seconds))
                run.trigger = msgspec.structs.replace(run.trigger, query_id=None)
                effect = proceed(run)
            case _:
                effect = _assume(run, effect, world, told.assumptions) or proceed(run)
    told.steps = [
        StepTaken(step=cast(AnyStep, one), handler_id=rule.handler_id)
        for one, rule in run.trace or ()
    ]
    kept = {**world.variables, **run.changed}
    told.variables = {name: value for name, value in kept.items() if value}
    return told


def _assume(
    run: Run,
    effect: LoadVariables | Subscription | Fetch,
    world: World,
    assumed: list[Assumption],
) -> Effect | None:
    if run.variables is None:
        run.variables = dict(world.variables)
    match effect:
        case LoadVariables():
            return None
        case Subscription(chat, resume):
            is_member = world.subscriptions.get(str(chat), False)
            if str(chat) not in world.subscriptions:
                assumed.append(assumption("not_subscribed", chat=chat))
            return resume(run, "member" if is_member else "left")
        case Fetch():
            assumed.append(assumption("request", method=effect.method, url=effect.url))
            effect.resume(run, Outcome(200, b"{}"))
            return None


def _sent(call: Call) -> Sent:
    fields = msgspec.json.decode(webhook_body(call))
    return Sent(method=fields.pop("method"), params=fields)
