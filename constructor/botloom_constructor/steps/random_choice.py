from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import msgspec
from botloom_contracts.errors import FieldProblem
from msgspec import Meta

from . import nesting
from .base import Place, Step

if TYPE_CHECKING:
    from ..run import Run

CHOICES = range(2, 21)
"""How many there can be."""


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    steps: "nesting.Steps"
    weight: Annotated[int, Meta(ge=1, le=1000)] = 1


class Random(Step, frozen=True, tag="random"):
    """Run one of several actions, the likelier the greater its weight."""

    choices: tuple[Choice, ...]

    def check(self, place: Place) -> Iterable[FieldProblem]:
        if len(self.choices) not in CHOICES:
            detail = f"has {len(self.choices)} choices; 2 to {CHOICES[-1]} are allowed"
            yield place.problem("choices", "length", detail)

    def branches(self) -> "Iterable[tuple[str, nesting.Steps]]":
        for index, choice in enumerate(self.choices):
            yield f"choices[{index}].steps", choice.steps

    def run(self, run: "Run") -> None:
        weights = [choice.weight for choice in self.choices]
        (chosen,) = run.random.choices(self.choices, weights)
        run.enter(chosen.steps)
