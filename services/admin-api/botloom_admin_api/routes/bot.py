from datetime import UTC, datetime

from litestar import get
from redis.asyncio import Redis

from ..auth import VIEWER
from ..bot_state import bot_state
from ..gateways import read_reports
from ..problems import documented
from ..schemas.bot import BotState
from .router import Router


def bot_router(redis: Redis) -> Router:
    @get(
        "/",
        operation_id="getBot",
        summary="Tell how updates come to the bot",
        description=(
            "By polling or by a webhook, what Telegram says of the webhook, and what is wrong. "
            "Gateways ask Telegram every 30 s; the bot's token and the path of the webhook's "
            "address are nowhere told."
        ),
        responses=documented(),
        opt=VIEWER,
    )
    async def get_bot() -> BotState:
        return bot_state(await read_reports(redis), datetime.now(UTC))

    return Router("/bot", route_handlers=[get_bot], tags=["bot"])
