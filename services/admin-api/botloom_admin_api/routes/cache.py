from datetime import UTC, datetime

from botloom_contracts.events import CacheRebuildRequested
from litestar import Router, post
from redis.asyncio import Redis

from ..auth import EDITOR, AuthRequest
from ..change_stream import publish
from ..problems import documented


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
    async def rebuild(request: AuthRequest) -> None:
        reason = f"asked for by {request.auth.actor}"
        await publish(redis, [CacheRebuildRequested(at=datetime.now(UTC), reason=reason)])

    return Router("/cache", route_handlers=[rebuild], tags=["cache"])
