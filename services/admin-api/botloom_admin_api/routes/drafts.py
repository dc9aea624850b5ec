import asyncio
from typing import Annotated, Any

from botloom_constructor.explanation import Explanation
from botloom_constructor.lint import lint
from litestar import Response, delete, get, patch, post
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.params import JSONBody, PathParameter
from litestar.types import Guard

from ..auth import EDITOR, VIEWER, AuthRequest
from ..commands import Commands
from ..drafts.editing import DraftSessions
from ..drafts.publishing import publish
from ..drafts.registry import Drafts
from ..linted_configuration import read_configuration
from ..live_configuration import LiveConfiguration, changed
from ..problems import documented
from ..resources import RESOURCES
from ..schemas.drafts import (
    DraftDetails,
    DraftDiff,
    DraftFields,
    DraftPatch,
    DraftView,
    Published,
    PublishRequest,
)
from ..schemas.explain import ExplainRequest
from ..schemas.fields import Page
from ..trying import try_changes
from .answers import located, versioned
from .explain import question
from .headers import ETAG, LOCATION, SEQ, SEQ_HEADER
from .lint import Findings
from .parameters import IfMatch
from .place import InDraft
from .resources import resource_router
from .router import Router

DraftId = Annotated[int, PathParameter(description="The id that the creation answered with.")]


def drafts_router(
    drafts: Drafts, commands: Commands, sessions: DraftSessions, live: LiveConfiguration
) -> Router:
    @get(
        "/",
        operation_id="listDrafts",
        summary="List drafts",
        description="All of them, on one page.",
        responses=documented(),
        opt=VIEWER,
    )
    async def list_drafts() -> Page[DraftView]:
        return Page(await drafts.list(), None)

    @post(
        "/",
        operation_id="createDraft",
        summary="Begin a draft",
        description="It changes nothing yet.",
        response_headers=[ETAG, LOCATION],
        responses=documented(409, 413, 422),
        opt=EDITOR,
    )
    async def create(data: JSONBody[DraftFields], request: AuthRequest) -> Response[DraftView]:
        made = await drafts.create(data, request.auth.actor)
        return versioned(made, made.version, located(request, made.id))

    @get(
        "/{draft_id:int}",
        operation_id="getDraft",
        summary="Read a draft",
        description="With what was changed live, too, since the draft changed it.",
        response_headers=[ETAG],
        responses=documented(404),
        opt=VIEWER,
    )
    async def read(draft_id: DraftId) -> Response[DraftDetails]:
        found = await drafts.read(draft_id)
        return versioned(found, found.version)

    @patch(
        "/{draft_id:int}",
        operation_id="updateDraft",
        summary="Rename a draft or choose its testers",
        description="Changes the given fields only; without a difference nothing happens.",
        response_headers=[ETAG],
        responses=documented(404, 409, 412, 413, 422),
        opt=EDITOR,
    )
    async def update(
        draft_id: DraftId, data: JSONBody[DraftPatch], if_match: IfMatch = None
    ) -> Response[DraftView]:
        changed = await drafts.change(draft_id, data, if_match)
        return versioned(changed, changed.version)

    @delete(
        "/{draft_id:int}",
        operation_id="deleteDraft",
        summary="Drop a draft",
        description="With all that it changes; the live configuration stays as it is.",
        responses=documented(404, 412),
        opt=EDITOR,
    )
    async def drop(draft_id: DraftId, if_match: IfMatch = None) -> None:
        await drafts.drop(draft_id, if_match)

    @get(
        "/{draft_id:int}/diff",
        operation_id="diffDraft",
        summary="Compare a draft with what is live",
        response_headers=[ETAG],
        responses=documented(404),
        opt=VIEWER,
    )
    async def diff(draft_id: DraftId) -> Response[DraftDiff]:
        found = await drafts.diff(draft_id)
        return versioned(found, found.version)

    @post(
        "/{draft_id:int}/publish",
        operation_id="publishDraft",
        summary="Make a draft live",
        description=(
            "All of its changes in one transaction; then the draft is gone. Refused with the code "
            "`draft_conflict` where an object was changed live since the draft changed it, unless "
            "`overwrite` says that the draft is to win."
        ),
        status_code=200,
        response_headers=[SEQ],
        responses=documented(404, 409, 412, 413, 422),
        opt=EDITOR,
    )
    async def publish_draft(
        draft_id: DraftId,
        data: JSONBody[PublishRequest],
        request: AuthRequest,
        if_match: IfMatch = None,
    ) -> Response[Published]:
        actor = request.auth.actor
        published = await publish(commands, draft_id, data.overwrite, if_match, actor)
        return Response(published, headers={SEQ_HEADER: str(published.seq)})

    @post(
        "/{draft_id:int}/explain",
        operation_id="explainDraft",
        summary="Tell what the bot would do if a draft were live",
        description="As `explain` does; it is what the bot does for the draft's testers.",
        status_code=200,
        responses=documented(404, 409, 413, 422),
        opt=VIEWER,
    )
    async def explain_draft(draft_id: DraftId, data: JSONBody[ExplainRequest]) -> Explanation:
        asked, version = question(data), await drafts.version(draft_id)
        snapshot = await live.draft_snapshot(draft_id, version)
        if data.changes:
            async with sessions(draft_id) as session:
                tried = await try_changes(session, data.changes, draft_id)
            snapshot = await changed(snapshot, tried)
        return asked.explained(snapshot, await live.identity())

    @get(
        "/{draft_id:int}/lint",
        operation_id="lintDraft",
        summary="Find what would hardly be meant if a draft were live",
        responses=documented(404),
        opt=VIEWER,
    )
    async def lint_draft(draft_id: DraftId) -> Findings:
        await drafts.version(draft_id)
        async with sessions(draft_id) as session:
            found = await read_configuration(session)
        return Findings(await asyncio.to_thread(lint, found))

    place = InDraft(sessions)
    inside = Router(
        "/{draft_id:int}",
        route_handlers=[resource_router(resource, place) for resource in RESOURCES.values()],
        guards=[_exists(drafts)],
    )
    return Router(
        "/drafts",
        route_handlers=[
            list_drafts, create, read, update, drop, diff, publish_draft, explain_draft, lint_draft,
            inside,
        ],
        tags=["drafts"],
    )  # fmt: skip


def _exists(drafts: Drafts) -> Guard:
    async def guard(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        await drafts.version(connection.path_params["draft_id"])

    return guard
