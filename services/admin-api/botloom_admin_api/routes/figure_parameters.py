"""What several figures are asked for."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import InteractionKind
from litestar.params import QueryParameter

from ..schemas.fields import ID_MAX
from ..statistics.covers import EARLIEST, LATEST
from ..statistics.periods import Bucket, Period
from .period_parameters import DEFAULT_SPAN, read_period

TOP_MAX = 100
TOP_DEFAULT = 20

BucketLength = Annotated[
    Bucket | None,
    QueryParameter(
        description="What the period is divided into; weeks begin on Mondays. Default: by the "
        "length of the period. At most 1000 of them."
    ),
]
Events = Annotated[
    list[InteractionKind] | None,
    QueryParameter(name="event", max_items=20, description="Of these kinds only."),
]
HandlerId = Annotated[
    int | None, QueryParameter(ge=1, le=ID_MAX, description="That this handler answered.")
]
CallbackData = Annotated[
    str | None,
    QueryParameter(min_length=1, max_length=256, description="Presses of buttons with these data."),
]
Top = Annotated[int, QueryParameter(ge=1, le=TOP_MAX, description="The most items.")]


def read_figure_period(
    since: str | None, until: str | None, tz: str | None, default_span: timedelta = DEFAULT_SPAN
) -> Period:
    """Of years in which there can be interactions. Raises `InvalidInput`."""
    period = read_period(since, until, tz, datetime.now(UTC), default_span)
    for field, moment in (("from", period.since), ("to", period.until)):
        if not EARLIEST <= moment <= LATEST:
            raise InvalidInput(FieldProblem(field, "range", "must be of the years 2015 to 2099"))
    return period
