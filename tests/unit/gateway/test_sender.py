import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe
from aiohttp import ClientConnectorError, ServerDisconnectedError
from aiohttp.client_reqrep import ConnectionKey
from botloom_constructor.calls import Call
from botloom_gateway.sender import RETRY_AFTER_MAX, Failure, classify

SEND = Call("sendMessage", {"chat_id": 1, "text": "x"})
EDIT = Call("editMessageText", {"chat_id": 1, "message_id": 1, "text": "x"})


def error(kind: type[TelegramAPIError], **fields: object) -> TelegramAPIError:
    return kind(method=GetMe(), message="no", **fields)


def network_error(cause: Exception) -> TelegramNetworkError:
    raised = TelegramNetworkError(method=GetMe(), message="no")
    raised.__cause__ = cause
    return raised


def refused_connection() -> ClientConnectorError:
    key = ConnectionKey("127.0.0.1", 1, False, True, None, None, None)
    return ClientConnectorError(key, OSError(111, "Connection refused"))


@pytest.mark.parametrize(
    ("raised", "failure"),
    [
        (error(TelegramRetryAfter, retry_after=3), Failure("flood", True, 3)),
        (
            error(TelegramRetryAfter, retry_after=RETRY_AFTER_MAX + 1),
            Failure("flood", False, RETRY_AFTER_MAX + 1),
        ),
        (error(TelegramServerError), Failure("server_error", True)),
        (network_error(refused_connection()), Failure("network", True)),
        (error(TelegramForbiddenError), Failure("forbidden")),
        (error(TelegramBadRequest), Failure("refused")),
        (error(TelegramUnauthorizedError), Failure("refused")),
        (error(TelegramNotFound), Failure("refused")),
        (error(TelegramConflictError), Failure("refused")),
        (error(TelegramEntityTooLarge), Failure("refused")),
        (error(TelegramMigrateToChat, migrate_to_chat_id=-1), Failure("refused")),
    ],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize("call", [SEND, EDIT], ids=lambda call: call.method)
def test_what_surely_happened_or_not_is_decided_alike_for_every_call(
    call: Call, raised: Exception, failure: Failure
) -> None:
    assert classify(call, raised) == failure


AMBIGUOUS = [
    network_error(TimeoutError()),
    network_error(ServerDisconnectedError()),
    ClientDecodeError("Failed to decode object", ValueError("no JSON"), "<html>502</html>"),
]


@pytest.mark.parametrize("raised", AMBIGUOUS, ids=repr)
@pytest.mark.parametrize(
    ("method", "again"),
    [
        ("sendMessage", False),
        ("sendPhoto", False),
        ("editMessageText", True),
        ("editMessageMedia", True),
        ("deleteMessage", True),
        ("answerCallbackQuery", True),
    ],
)
def test_what_may_have_happened_is_repeated_only_where_a_second_time_does_no_harm(
    method: str, again: bool, raised: Exception
) -> None:
    assert classify(Call(method, {}), raised).again is again
