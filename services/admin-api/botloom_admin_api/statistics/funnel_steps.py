"""The steps of a funnel as a query names them, and how many people are left after each."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import InteractionKind

from ..schemas.fields import is_id
from ..schemas.funnel import FunnelStep

StepKind = Literal["event", "handler", "button"]
STEPS_MIN, STEPS_MAX = 2, 10
STEP_MAX = 128
"""Characters."""

_FORM = "is neither event:KIND, such as event:start, nor handler:ID nor button:DATA"


class Step(NamedTuple):
    kind: StepKind
    value: str


def read_steps(given: Sequence[str]) -> list[Step]:
    """Raises `InvalidInput`."""
    if not STEPS_MIN <= len(given) <= STEPS_MAX:
        detail = f"are {len(given)}; {STEPS_MIN} to {STEPS_MAX} are allowed"
        raise InvalidInput(FieldProblem("step", "length", detail))
    return [_read_step(f"step[{index}]", one) for index, one in enumerate(given)]


def _read_step(field: str, given: str) -> Step:
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
    steps: Sequence[Step], people: Sequence[int], names: Mapping[Step, str | None]
) -> list[FunnelStep]:
    """`people` took each step, having taken those before it."""
    return [
        FunnelStep(
            kind=step.kind,
            value=step.value,
            name=names.get(step),
            people=count,
            dropped=before - count,
            of_first=count / people[0] if people[0] else None,
            of_previous=count / before if before else None,
        )
        for step, count, before in zip(steps, people, [people[0], *people], strict=False)
    ]
