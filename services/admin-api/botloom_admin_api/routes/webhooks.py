from collections.abc import Mapping
from operator import attrgetter
from typing import Annotated
from uuid import UUID

import msgspec
from botloom_contracts.database.models import Webhook
from litestar import Response, delete, get, patch, post
from litestar.params import JSONBody, PathParameter, QueryParameter

from ..auth import OWNER, AuthRequest
from ..cursors import decode_id_cursor
from ..idempotency import SHOWS_SECRET
from ..listing import LIMIT_DEFAULT
from ..problems import documented
from ..schemas.fields import Page
from ..schemas.webhooks import (
    DeliveryState,
    DeliveryView,
    WebhookFields,
    WebhookPatch,
    WebhookView,
    WebhookWithSecret,
)
from ..webhooks.registry import Registry
from ..webhooks.views import delivery_view, webhook_view, webhook_with_secret
from .answers import id_page, located, versioned
from .headers import CACHE_CONTROL, ETAG, LOCATION, NOT_STORED
from .parameters import Cursor, IfMatch, Limit
from .router import Router

WebhookId = Annotated[int, PathParameter(description="The id that the registration answered with.")]
DeliveryId = Annotated[UUID, PathParameter(description="Of the list; the header `webhook-id`.")]
State = Annotated[
    DeliveryState | None, QueryParameter(name="state", description="Only those in it.")
]


class Webhooks(msgspec.Struct, frozen=True):
    items: list[WebhookView]


def webhook_router(registry: Registry) -> Router:
    async def response(webhook: Webhook) -> Response[WebhookView]:
        names = await registry.makers([webhook])
        return versioned(webhook_view(webhook, names), webhook.version)

    async def with_secret(
        webhook: Webhook, headers: Mapping[str, str] | None = None
    ) -> Response[WebhookWithSecret]:
        headers = {**NOT_STORED, **(headers or {})}
        view = webhook_with_secret(webhook, await registry.makers([webhook]))
        return versioned(view, webhook.version, headers)

    @get(
        "/",
        operation_id="listWebhooks",
        summary="List webhooks",
        description="All of them; there are 20 at the most.",
        responses=documented(),
        opt=OWNER,
    )
    async def list_all() -> Webhooks:
        webhooks = await registry.all()
        names = await registry.makers(webhooks)
        return Webhooks([webhook_view(one, names) for one in webhooks])

    @post(
        "/",
        operation_id="registerWebhook",
        summary="Register a webhook",
        description="It is told of every change from now on. The secret is shown this once.",
        response_headers=[ETAG, LOCATION, CACHE_CONTROL],
        responses=documented(409, 413, 422),
        opt=OWNER | SHOWS_SECRET,
    )
    async def register(
        data: JSONBody[WebhookFields], request: AuthRequest
    ) -> Response[WebhookWithSecret]:
        webhook = await registry.register(data, request.auth.actor)
        return await with_secret(webhook, located(request, webhook.id))

    @get(
        "/{webhook_id:int}",
        operation_id="getWebhook",
        summary="Read a webhook",
        response_headers=[ETAG],
        responses=documented(404),
        opt=OWNER,
    )
    async def read(webhook_id: WebhookId) -> Response[WebhookView]:
        return await response(await registry.one(webhook_id))

    @patch(
        "/{webhook_id:int}",
        operation_id="updateWebhook",
        summary="Change, pause or resume a webhook",
        description=(
            "A paused one is sent nothing; when it goes on, it is told of the newest change that "
            "it has missed."
        ),
        response_headers=[ETAG],
        responses=documented(404, 412, 413, 422),
        opt=OWNER,
    )
    async def change(
        webhook_id: WebhookId, data: JSONBody[WebhookPatch], if_match: IfMatch = None
    ) -> Response[WebhookView]:
        return await response(await registry.change(webhook_id, data, if_match))

    @delete(
        "/{webhook_id:int}",
        operation_id="deleteWebhook",
        summary="Delete a webhook and its deliveries",
        responses=documented(404, 412),
        opt=OWNER,
    )
    async def remove(webhook_id: WebhookId, if_match: IfMatch = None) -> None:
        await registry.delete(webhook_id, if_match)

    @post(
        "/{webhook_id:int}/rotate-secret",
        operation_id="rotateWebhookSecret",
        summary="Replace the secret of a webhook",
        description=(
            "The new one is shown this once. For 24 hours messages have a signature of each."
        ),
        status_code=200,
        response_headers=[ETAG, CACHE_CONTROL],
        responses=documented(404, 412),
        opt=OWNER | SHOWS_SECRET,
    )
    async def rotate(
        webhook_id: WebhookId, if_match: IfMatch = None
    ) -> Response[WebhookWithSecret]:
        return await with_secret(await registry.rotate(webhook_id, if_match))

    @post(
        "/{webhook_id:int}/test",
        operation_id="testWebhook",
        summary="Send a test message now",
        description="Once, paused or not; answers within seconds how it ended.",
        status_code=200,
        responses=documented(404),
        opt=OWNER,
    )
    async def test(webhook_id: WebhookId) -> DeliveryView:
        return delivery_view(await registry.test(webhook_id))

    @get(
        "/{webhook_id:int}/deliveries",
        operation_id="listWebhookDeliveries",
        summary="List what was delivered",
        description="Of the last 30 days, the newest first, by pages.",
        responses=documented(404, 422),
        opt=OWNER,
    )
    async def deliveries(
        webhook_id: WebhookId,
        in_state: State = None,
        cursor: Cursor = None,
        limit: Limit = LIMIT_DEFAULT,
    ) -> Page[DeliveryView]:
        before = decode_id_cursor(cursor, "deliveries")
        found = await registry.deliveries(webhook_id, in_state, before, limit + 1)
        return id_page(found, limit, "deliveries", attrgetter("number"), delivery_view)

    @post(
        "/{webhook_id:int}/deliveries/{delivery_id:uuid}/replay",
        operation_id="replayWebhookDelivery",
        summary="Deliver a message again",
        description="As a new delivery, with an id of its own, retried like any other.",
        status_code=202,
        responses=documented(404, 409),
        opt=OWNER,
    )
    async def replay(webhook_id: WebhookId, delivery_id: DeliveryId) -> DeliveryView:
        return delivery_view(await registry.replay(webhook_id, delivery_id))

    return Router(
        "/webhooks",
        route_handlers=[
            list_all,
            register,
            read,
            change,
            remove,
            rotate,
            test,
            deliveries,
            replay,
        ],
        tags=["webhooks"],
    )
