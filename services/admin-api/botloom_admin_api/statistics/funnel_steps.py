"""The steps of a funnel as a query names them, and how many people are left after each."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Literal, NamedTuple, get_args

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import InteractionKind

from ..schemas.fields import is_id
from ..schemas.funnel import FunnelStep

StepKind = Literal["event", "handler", "button"]
STEPS_MIN, STEPS_MAX = 2, 10

_FORM = "is neither event:KIND, such as event:start, nor handler:ID nor button:DATA"


class Step(NamedTuple):
    kind: StepKind
    value: str


class Taken(NamedTuple):
    people: int
    """Who took the step, having taken those before it."""
    median: timedelta | None
    """From when they first took the step before."""


def read_steps(given: Sequence[str]) -> list[Step]:
    """Raises `InvalidInput`."""
    if not STEPS_MIN <= len(given) <= STEPS_MAX:
        detail = f"are {len(given)}; {STEPS_MIN} to {STEPS_MAX} are allowed"
        raise InvalidInput(FieldProblem("step", "length", detail))
    return [read_step(f"step[{index}]", one) for index, one in enumerate(given)]


def read_step(field: str, given: str) -> Step:
    """Raises `InvalidInput`, which names the field."""
    kind, _, value = given.partition(":")
    match kind:
        case "event" if value in get_args(InteractionKind):
            return Step("event", value)
        case "handler" if value.isascii() and value.isdecimal() and is_id(int(value)):
            return Step("handler", str(int(value)))
        case "button" if value:
            return Step("button", value)
    raise InvalidInput(FieldProblem(field, "choice", _FORM))


def funnel_steps(
    steps: Sequence[Step], taken: Sequence[Taken], names: Mapping[Step, str | None]
) -> list[FunnelStep]:
    first = taken[0].people
    return [
        FunnelStep(
            kind=step.kind,
            value=step.value,
            name=names.get(step),
            people=here.people,
            dropped=before.people - here.people,
            of_first=here.people / first if first else None,
            of_previous=here.people / before.people if before.people else None,
            median_seconds=None if here.median is None else here.median.total_seconds(),
        )
        for step, here, before in zip(steps, taken, [taken[0], *taken], strict=False)
    ]
