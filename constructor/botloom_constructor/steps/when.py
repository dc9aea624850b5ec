from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

from botloom_contracts.errors import FieldProblem
from msgspec import Meta

from ..effects import Subscription
from . import nesting
from .base import Place, Step
from .conditions import Condition, Subscribed

if TYPE_CHECKING:
    from ..effects import Effect
    from ..run import Run


class When(Step, frozen=True, tag="when"):
    """Run one action where the conditions hold, and another where they don't."""

    conditions: Annotated[tuple[Condition, ...], Meta(min_length=1, max_length=10)]
    then: "nesting.Steps" = ()
    otherwise: "nesting.Steps" = ()
    match: Literal["all", "any"] = "all"

    def check(self, place: Place) -> Iterable[FieldProblem]:
        for index, condition in enumerate(self.conditions):
            yield from condition.check(place._replace(path=place.at(f"conditions[{index}]")))
        if not self.then and not self.otherwise:
            yield place.problem("then", "required", "has no steps, and `otherwise` neither")

    def branches(self) -> "Iterable[tuple[str, nesting.Steps]]":
        yield "then", self.then
        yield "otherwise", self.otherwise

    def run(self, run: "Run") -> "Effect | None":
        return self._decide(run, {})

    def _decide(self, run: "Run", known: dict[str | int, bool]) -> "Effect | None":
        """`known` are the chats of which it is learned whether the person is subscribed."""
        holds = self.match == "all"
        for condition in self.conditions:
            if isinstance(condition, Subscribed):
                if condition.chat not in known:
                    return self._learn(condition, known)
                held = known[condition.chat] != condition.negate
            else:
                held = condition.holds(run) != condition.negate
            if held != holds:
                run.enter(self.otherwise if holds else self.then)
                return None
        run.enter(self.then if holds else self.otherwise)
        return None

    def _learn(self, condition: Subscribed, known: dict[str | int, bool]) -> Subscription:
        def resume(run: "Run", status: str | None) -> "Effect | None":
            return self._decide(run, {**known, condition.chat: condition.is_met_by(status)})

        return Subscription(condition.chat, resume)
