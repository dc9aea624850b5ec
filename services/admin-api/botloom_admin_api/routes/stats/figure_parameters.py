"""What several figures are asked for."""

from typing import Annotated

from botloom_contracts.events import InteractionKind
from litestar.params import QueryParameter

from ...schemas.fields import ID_MAX
from ...statistics.periods import Bucket

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
