"""Where a request reads and changes the configuration: live, or in a draft."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from litestar.datastructures import ResponseHeader
from litestar.handlers import HTTPRouteHandler
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import AuthRequest
from ..commands import Commands, Editing
from ..drafts.editing import DraftCommands, DraftSessions
from ..operations import AnyResource
from .blame import blame_route
from .headers import DRAFT_VERSION, SEQ


class Place(ABC):
    prefix: str
    """Of the resource in names of operations: `create{prefix}Handler`."""
    suffix: str
    """Of their summaries."""
    counter: ResponseHeader
    """That tells the `seq` of a change."""
    tag: str | None = None
    """Of the operations; without it, the resource's own."""
    problems: tuple[int, ...] = ()
    """With which an operation can answer there besides."""

    @abstractmethod
    def session(self, request: AuthRequest) -> AsyncSession:
        """Reads the tables as they are there."""

    @abstractmethod
    def commands(self, request: AuthRequest) -> Editing: ...

    def routes(self, resource: AnyResource) -> Sequence[HTTPRouteHandler]:
        """Of a resource, that are there beside those of every place."""
        return ()


class Live(Place):
    prefix = ""
    suffix = ""
    counter = SEQ

    def __init__(self, sessions: async_sessionmaker[AsyncSession], commands: Commands) -> None:
        self._sessions = sessions
        self._commands = commands

    def session(self, request: AuthRequest) -> AsyncSession:
        return self._sessions()

    def commands(self, request: AuthRequest) -> Editing:
        return self._commands

    def routes(self, resource: AnyResource) -> Sequence[HTTPRouteHandler]:
        return [blame_route(resource, self._sessions)]


class InDraft(Place):
    """Of the path's `draft_id`."""

    prefix = "Draft"
    suffix = " in a draft"
    counter = DRAFT_VERSION
    tag = "drafts"
    problems = (404,)

    def __init__(self, sessions: DraftSessions) -> None:
        self._sessions = sessions

    def session(self, request: AuthRequest) -> AsyncSession:
        return self._sessions(request.path_params["draft_id"])

    def commands(self, request: AuthRequest) -> Editing:
        return DraftCommands(self._sessions, request.path_params["draft_id"])
