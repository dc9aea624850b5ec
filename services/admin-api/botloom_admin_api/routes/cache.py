from datetime import UTC, datetime

from botloom_contracts.events import CacheRebuildRequested
from litestar import Request, Router, post
from litestar.datastructures import State
from redis.asyncio import Redis

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
    )
    async def rebuild(request: Request[None, str, State]) -> None:
        reason = f"asked for by {request.auth}"
        await publish(redis, [CacheRebuildRequested(at=datetime.now(UTC), reason=reason)])

    return Router("/cache", route_handlers=[rebuild], tags=["cache"])
