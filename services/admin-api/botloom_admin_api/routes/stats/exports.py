"""Tables to take along: rows and people, as CSV or one JSON object a line."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from litestar import get
from litestar.datastructures import ResponseHeader
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.params import QueryParameter
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ...auth import VIEWER, AuthRequest
from ...errors import Unavailable
from ...people.exported_people import COLUMNS as PERSON_COLUMNS
from ...people.exported_people import exported_people
from ...people.listing import LISTING
from ...problems import documented
from ...statistics.exported_rows import COLUMNS as ROW_COLUMNS
from ...statistics.exported_rows import exported_rows
from ...tabular import MEDIA_TYPES, Record, TableFormat, encoded
from ..headers import header
from ..list_parameters import chooses, query_of
from .period_parameters import OfPeriod, period_of
from .streams import Pieces, PieceStream, begun

EXPORTS_MAX = 4
"""At once, in this process: each holds a connection to the database."""

Form = Annotated[TableFormat | None, QueryParameter(name="format", description="Default: `csv`.")]

_FILE = "Suggests a name for the file."
_DISPOSITION: ResponseHeader = header("Content-Disposition", _FILE)
_WHOLE = "The transfer breaks off where not all can be read, and is not ended as a whole one is."


def _described(columns: Sequence[str]) -> type[Operation]:
    """Litestar knows no content of a stream."""

    @dataclass
    class AnswersTable(Operation):
        def __post_init__(self) -> None:
            described = (self.responses or {})["200"]
            if isinstance(described, OpenAPIResponse):
                described.content = {
                    media_type: OpenAPIMediaType(
                        schema=Schema(type=OpenAPIType.STRING), example=",".join(columns)
                    )
                    for media_type in MEDIA_TYPES.values()
                }

    return AnswersTable


class Exports:
    """Streams that are under way."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(EXPORTS_MAX)

    async def answer(
        self,
        name: str,
        form: TableFormat | None,
        columns: Sequence[str],
        batches: AsyncIterator[Sequence[Record]],
    ) -> PieceStream:
        """Raises `Unavailable` where too many are under way, and whatever reading the first rows
        raises: what goes wrong later breaks the transfer off."""
        if self._free.locked():
            raise Unavailable(f"{EXPORTS_MAX} exports are under way; try again later.")
        form = form or "csv"
        pieces = self._counted(encoded(form, columns, batches))
        headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
        return PieceStream(await begun(pieces), MEDIA_TYPES[form], headers)

    async def _counted(self, pieces: AsyncIterator[bytes]) -> Pieces:
        async with self._free:
            async for piece in pieces:
                yield piece


def export_routes(sessions: async_sessionmaker[AsyncSession]) -> list[HTTPRouteHandler]:
    exports = Exports()

    @get(
        "/stats/export",
        operation_id="exportInteractions",
        summary="Export what people did",
        description=f"The interactions that are kept, in the order of time. {_WHOLE}",
        response_headers=[_DISPOSITION],
        responses=documented(422),
        operation_class=_described(ROW_COLUMNS),
        dependencies={"period": period_of()},
        tags=["statistics"],
        opt=VIEWER,
    )
    async def export_rows(
        period: OfPeriod,
        form: Form = None,
    ) -> PieceStream:
        rows = exported_rows(sessions, period)
        return await exports.answer("interactions", form, ROW_COLUMNS, rows)

    @get(
        "/people/export",
        operation_id="exportPeople",
        summary="Export people",
        description=f"Those whom the list shows with the same filters, by their ids. {_WHOLE}",
        response_headers=[_DISPOSITION],
        responses=documented(422),
        operation_class=_described(PERSON_COLUMNS),
        tags=["people"],
        opt=VIEWER,
    )
    @chooses(LISTING, form=Form)
    async def export_people(request: AuthRequest, form: Any, **given: Any) -> PieceStream:
        query = query_of(LISTING, request, {**given, "format": form})
        people = exported_people(sessions, query)
        return await exports.answer("people", form, PERSON_COLUMNS, people)

    return [export_rows, export_people]
