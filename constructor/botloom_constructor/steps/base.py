"""What every step is: its fields, its rules, and what it does."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from botloom_contracts.errors import FieldProblem
from botloom_contracts.placeholder_grammar import check_placeholders
from botloom_contracts.telegram import check_length

if TYPE_CHECKING:
    from ..effects import Effect
    from ..run import Run
    from .nesting import Steps


class Place(NamedTuple):
    """Where a step stands: `action[2].then[0]`."""

    path: str
    groups: Collection[str] = ()
    """Names that the rule's pattern gives to what it matched."""

    def at(self, field: str) -> str:
        return f"{self.path}.{field}"

    def problem(self, field: str, rule: str, detail: str) -> FieldProblem:
        return FieldProblem(self.at(field), rule, detail)

    def text(self, field: str, value: str, most: int, least: int = 1) -> Iterator[FieldProblem]:
        """The problems of a text with placeholders."""
        yield from check_length(self.at(field), value, least, most)
        if least and value and not value.strip():
            yield self.problem(field, "required", "shows no text")
        yield from check_placeholders(self.at(field), value, self.groups)


class Step(
    msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True, omit_defaults=True
):
    """Base of the steps. A step is one file: its schema, its rules (`check`), and what it does
    (`run`), which is registered in `steps/__init__.py`."""

    def check(self, place: Place) -> Iterable[FieldProblem]:
        """The rules that need nothing but the step itself; those of inner actions not included."""
        del place
        return ()

    def run(self, run: "Run") -> "Effect | None":
        """Add calls to `run`, enter other actions, or ask for something from outside."""
        raise NotImplementedError

    def branches(self) -> "Iterable[tuple[str, Steps]]":
        """Inner actions, by the field that holds them."""
        return ()

    def shows(self) -> Iterable[tuple[str, int]]:
        """Ids of other handlers, by the field that holds them."""
        return ()

    @property
    def sends_content(self) -> bool:
        """That it needs the content of its rule."""
        return False

    @property
    def answers_press(self) -> bool:
        """That it is the one answer that a press can have."""
        return False

    @property
    def ends(self) -> bool:
        """That no step behind it is ever run."""
        return False
