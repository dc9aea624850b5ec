from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated

from botloom_contracts.errors import FieldProblem
from msgspec import Meta

from .base import Place, Step
from .fields import check_variable

if TYPE_CHECKING:
    from ..run import Run

VALUE_MAX = 1024
DIGITS_MAX = 50


class Set(Step, frozen=True, tag="set"):
    """Give a variable of the person a value, or with `add` change it as a number.

    A variable that is empty, or no number, counts as 0.
    """

    variable: str
    value: str = ""
    """May have placeholders; empty forgets the variable."""
    add: Annotated[float, Meta(ge=-1e15, le=1e15)] | None = None

    def check(self, place: Place) -> Iterable[FieldProblem]:
        yield from check_variable(place, "variable", self.variable)
        yield from place.text("value", self.value, VALUE_MAX, least=0)
        if self.add is not None and self.value:
            yield place.problem("add", "exclusive", "there is a value as well; give one of both")

    def run(self, run: "Run") -> None:
        if self.add is None:
            run.set(self.variable, run.text(self.value)[:VALUE_MAX])
            return
        total = number(run.value(f"var.{self.variable}")) + Decimal(str(self.add))
        run.set(self.variable, f"{total.normalize():f}")


def number(text: str) -> Decimal:
    """0 where the text is no number."""
    try:
        found = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() and abs(found.adjusted()) < DIGITS_MAX else Decimal(0)
