from litestar import Response, post
from litestar.params import JSONBody

from ..auth import EDITOR, AuthRequest
from ..commands import Commands
from ..history.restoring import restore
from ..problems import documented
from ..schemas.restore import RestoreRequest, RestoreResult
from .headers import SEQ, SEQ_HEADER
from .router import Router


def restore_router(commands: Commands) -> Router:
    @post(
        "/",
        operation_id="restore",
        summary="Go back to an earlier configuration",
        description=(
            "Brings the whole configuration, or one object, to its state after an event. What was "
            "deleted comes back with its id. The log goes on: this can be undone in the same way."
        ),
        status_code=200,
        response_headers=[SEQ],
        responses=documented(404, 409, 412, 413, 422),
        opt=EDITOR,
    )
    async def go_back(
        data: JSONBody[RestoreRequest], request: AuthRequest
    ) -> Response[RestoreResult]:
        result = await restore(commands, data, request.auth.actor)
        headers = {} if data.preview else {SEQ_HEADER: str(result.seq)}
        return Response(result, headers=headers)

    return Router("/restore", route_handlers=[go_back], tags=["events"])
