"""Before and after a change of the configuration."""

import msgspec

from .figures import Mark
from .statistics import Figures


class SideOfChange(Figures, frozen=True, kw_only=True):
    total: int
    people: int
    events: dict[str, int]
    """Interactions of each kind; kinds that did not occur are left out."""
    of_handler: int | None
    """Interactions that the changed handler answered; null where something else was changed."""


class SidesChange(msgspec.Struct, frozen=True, kw_only=True):
    """As ratios: 0.25 is a quarter more. Null where there was nothing before."""

    total: float | None
    people: float | None
    events: dict[str, float | None]
    of_handler: float | None


class AroundChange(msgspec.Struct, frozen=True, kw_only=True):
    mark: Mark
    before: SideOfChange
    after: SideOfChange
    """As long as `before`: shorter than was asked for while less time has passed."""
    change: SidesChange
