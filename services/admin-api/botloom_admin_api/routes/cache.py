from datetime import UTC, datetime
from typing import Any

from botloom_contracts.events import CacheRebuildRequested
from litestar import Response, post
from redis.asyncio import Redis

from ..auth import EDITOR, AuthRequest
from ..change_stream import publish
from ..problems import documented
from .router import Router


def cache_router(redis: Redis) -> Router:
    @post(
        "/rebuild",
        operation_id="rebuildCache",
        summary="Build the Redis cache anew",
        description="Asks the service `config` to; gateways keep answering meanwhile.",
        status_code=202,
        responses=documented(),
        opt=EDITOR,
    )
    async def rebuild(request: AuthRequest) -> Response[None]:
        reason = f"asked for by {request.auth.actor}"
        await publish(redis, [CacheRebuildRequested(at=datetime.now(UTC), reason=reason)])
        nothing: Any = b""  # where None would be sent as `null`
        return Response(nothing)

    return Router("/cache", route_handlers=[rebuild], tags=["cache"])
