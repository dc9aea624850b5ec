"""Parameters that several operations have."""

from typing import Annotated

from litestar.params import HeaderParameter, PathParameter, QueryParameter

from ..cursors import CURSOR_MAX
from ..listing import LIMIT_MAX

EntityId = Annotated[int, PathParameter(description="The id that the creation answered with.")]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX, description="The most items of a page.")]
Cursor = Annotated[
    str | None,
    QueryParameter(max_length=CURSOR_MAX, description="`next_cursor` of the page before."),
]
IfMatch = Annotated[
    str | None,
    HeaderParameter(
        name="If-Match", description="Refuse with 412 unless this is the present ETag."
    ),
]
IfNoneMatch = Annotated[
    str | None,
    HeaderParameter(
        name="If-None-Match", description="Answer 304, without a body, if this is the present ETag."
    ),
]
