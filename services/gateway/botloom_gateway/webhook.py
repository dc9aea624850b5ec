"""The webhook: Telegram POSTs an update, and takes the first call of the answer from the response.

200 says that the interaction is on the stream. Anything else makes Telegram send the update again.
https://core.telegram.org/bots/api#setwebhook
"""

import hmac

import msgspec
import structlog
from aiohttp import web
from aiohttp.hdrs import CONTENT_TYPE
from botloom_constructor.calls import Call, webhook_body
from botloom_constructor.updates import Update, decode_update
from botloom_contracts.errors import BotloomError
from botloom_runtime.redis_client import OUTAGES

from .code_handlers import CodeHandlers
from .metrics import REFUSED
from .processor import Processed, Processor
from .recorder import NotRecordedError
from .runner import Runner
from .sender import Sender

log = structlog.stdlib.get_logger()

BODY_MAX = 1024 * 1024
"""Far above any update of Telegram's, which would send a refused one again and again."""

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
_JSON = {CONTENT_TYPE: "application/json"}


class RefusedError(BotloomError):
    """Why an update is not taken, as the response says it."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail

    def response(self) -> web.Response:
        return web.json_response(
            {"status": self.status, "code": self.code, "detail": self.detail},
            status=self.status,
            content_type="application/problem+json",
        )


class Webhook:
    """Refuses updates with 503 until it is opened."""

    def __init__(self, secret: str, sender: Sender, code: CodeHandlers) -> None:
        self._secret = secret.encode()
        self._sender = sender
        self._code = code
        self._processor: Processor | None = None
        self._runner: Runner

    def open(self, processor: Processor, runner: Runner) -> None:
        self._processor = processor
        self._runner = runner

    async def handle(self, request: web.Request) -> web.StreamResponse:
        try:
            processor = self._check(request)
            body = await _read(request)
            update = _decode(body)
            processed = await self._process(processor, update)
        except RefusedError as error:
            REFUSED.labels(error.code).inc()
            log.warning("update_refused", code=error.code, detail=error.detail)
            return error.response()
        if not processed.taken and self._code.present:
            self._sender.run_later(self._code.feed_json(body, processed.trigger))
            return web.Response()
        return await self._respond(request, processed)

    async def _process(self, processor: Processor, update: Update) -> Processed:
        try:
            processed = await processor.process(update)
            if processed.run is None:
                return processed
            left = await self._runner.keep(processed.run, processed.effect)
        except NotRecordedError as error:
            raise RefusedError(503, "not_recorded", f"can't be recorded: {error}") from None
        except OUTAGES as error:
            raise RefusedError(503, "not_saved", f"can't be saved: {error}") from None
        return processed._replace(effect=left)

    async def _respond(self, request: web.Request, processed: Processed) -> web.StreamResponse:
        run, effect = processed.run, processed.effect
        if run is None:
            return web.Response()
        first = self._take_first(run.calls)
        if first is None:
            response = web.Response()
        else:
            response = web.Response(body=webhook_body(first), headers=_JSON)
        if run.calls or effect is not None:
            # The rest goes out behind the first, not before it.
            await response.prepare(request)
            await response.write_eof()
            self._sender.run_later(self._runner.finish(run, effect))
        return response

    def _take_first(self, calls: list[Call]) -> Call | None:
        """The call that goes back in the response, if one can: the first, or else the one that ends
        the spinner of a button, which need not wait behind it."""
        for index, call in enumerate(calls):
            if index == 0 or call.method == "answerCallbackQuery":
                ready = self._sender.at_once(call)
                if ready is not None:
                    del calls[index]
                    return ready
        return None

    def _check(self, request: web.Request) -> Processor:
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            raise RefusedError(401, "secret", f"{SECRET_HEADER} is missing or wrong")
        if self._processor is None:
            raise RefusedError(503, "starting", "the gateway is starting")
        return self._processor


async def _read(request: web.Request) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise RefusedError(413, "body_size", f"more than {BODY_MAX} bytes") from None


def _decode(body: bytes) -> Update:
    try:
        return decode_update(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RefusedError(400, "not_an_update", f"the body is no update: {error}") from None
