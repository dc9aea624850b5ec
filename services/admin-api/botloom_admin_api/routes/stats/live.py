from dataclasses import dataclass
from typing import Annotated

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.events import InteractionKind
from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.params import HeaderParameter, QueryParameter

from ...auth import VIEWER
from ...problems import documented
from ...schemas.fields import ID_MAX
from ...statistics.live_feed import LiveFeed, place
from ...statistics.server_sent_events import Watched, server_sent_events
from .streams import PieceStream, begun

MEDIA_TYPE = "text/event-stream"
ENTRY_ID_MAX = 2**64

LastEventId = Annotated[
    str | None,
    HeaderParameter(
        name="Last-Event-ID",
        pattern=r"^[0-9]{1,20}-[0-9]{1,20}$",
        description="The `id` of the last event that came; browsers send it by themselves.",
    ),
]

Event = Annotated[
    InteractionKind | None, QueryParameter(name="event", description="Only those of this kind.")
]
HandlerId = Annotated[
    int | None,
    QueryParameter(ge=1, le=ID_MAX, description="Only those that this handler answered."),
]

_EXAMPLE = (
    "id: 1795435200123-0\nevent: interaction\n"
    'data: {"at":"2026-11-22T10:00:00.123456Z","event":"start","user_id":7000000001}\n\n'
)


@dataclass
class _AnswersEvents(Operation):
    def __post_init__(self) -> None:
        described = (self.responses or {})["200"]
        if isinstance(described, OpenAPIResponse):
            schema = Schema(type=OpenAPIType.STRING)
            described.content = {MEDIA_TYPE: OpenAPIMediaType(schema=schema, example=_EXAMPLE)}


def live_route(feed: LiveFeed) -> HTTPRouteHandler:
    @get(
        "/stats/stream",
        operation_id="streamInteractions",
        summary="Watch what people do",
        description=(
            "Server-Sent Events: `interaction` as each comes, and `gap` where some are left out, "
            "because they came faster than they were taken, or while nobody was there. Ends after "
            "15 minutes; browsers then come again, and go on behind the last event."
        ),
        responses=documented(422),
        operation_class=_AnswersEvents,
        tags=["statistics"],
        opt=VIEWER,
    )
    async def stream(
        event: Event = None, handler_id: HandlerId = None, last_event_id: LastEventId = None
    ) -> PieceStream:
        last_id = None if last_event_id is None else _read_id(last_event_id)
        # Proxies such as nginx would else keep events back until they have many.
        headers = {"X-Accel-Buffering": "no", "Cache-Control": "no-cache"}
        events = server_sent_events(feed, last_id, Watched(event, handler_id))
        return PieceStream(await begun(events), MEDIA_TYPE, headers)

    return stream


def _read_id(given: str) -> bytes:
    """Raises `InvalidInput`."""
    if max(place(given.encode())) >= ENTRY_ID_MAX:
        raise InvalidInput(FieldProblem("Last-Event-ID", "range", "is no id of an event"))
    return given.encode()
