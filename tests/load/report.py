"""What a benchmark prints."""

from collections.abc import Callable
from typing import NamedTuple


class Figure(NamedTuple):
    name: str
    value: float
    unit: str
    detail: str = ""


class Report(NamedTuple):
    title: str
    figures: list[Figure]
    ratio: float
    target: str
    reached: Callable[[float], bool]
    ratio_unit: str = ""

    def __str__(self) -> str:
        lines = [self.title]
        for figure in self.figures:
            line = f"  {figure.name:<52} {figure.value:>12,.1f}{figure.unit}"
            lines.append(f"{line}   {figure.detail}".rstrip())
        verdict = "reached" if self.reached(self.ratio) else "NOT REACHED"
        ratio = f"{self.ratio:,.2f}{self.ratio_unit}"
        lines.append(f"  measured {ratio}, target {self.target}: {verdict}")
        return "\n".join(lines)
