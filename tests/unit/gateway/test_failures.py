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
from botloom_gateway.failures import (
    RETRY_AFTER_MAX,
    Failure,
    Instead,
    classify,
    instead,
    new_message,
    plain,
    refuses_file,
)

SEND = Call("sendMessage", {"chat_id": 1, "text": "x"})
EDIT = Call("editMessageText", {"chat_id": 1, "message_id": 1, "text": "x"})


def error(kind: type[TelegramAPIError], **fields: object) -> TelegramAPIError:
    return kind(method=GetMe(), message="no", **fields)


def bad_request(description: str) -> TelegramBadRequest:
    return TelegramBadRequest(method=GetMe(), message=f"Bad Request: {description}")


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


@pytest.mark.parametrize(
    "description",
    [
        "bot was blocked by the user",
        "user is deactivated",
        "bot was kicked from the supergroup chat",
        "bot is not a member of the channel chat",
    ],
)
def test_who_does_not_want_the_bot_is_told_apart_from_missing_rights(description: str) -> None:
    raised = TelegramForbiddenError(method=GetMe(), message=f"Forbidden: {description}")
    assert classify(SEND, raised) == Failure("blocked")


HTML = Call("sendMessage", {"chat_id": 1, "text": "<b>2</b> &lt; 3", "parse_mode": "HTML"})
UNPARSABLE = "can't parse entities: Unclosed start tag at byte offset 0"


def test_a_text_whose_markup_is_refused_goes_without_it() -> None:
    shown = Call("sendMessage", {"chat_id": 1, "text": "2 < 3"})
    assert instead(HTML, bad_request(UNPARSABLE)) == Instead("plain", shown)


def test_markup_that_can_not_be_read_stays_in_the_text() -> None:
    call = Call("sendPhoto", {"photo": "x", "caption": "<b>2", "parse_mode": "HTML"})
    assert plain(call) == Call("sendPhoto", {"photo": "x", "caption": "<b>2"})


def test_captions_of_media_lose_their_markup_too() -> None:
    item = {"type": "photo", "media": "x", "caption": "<i>y</i>", "parse_mode": "HTML"}
    shown = {"type": "photo", "media": "x", "caption": "y"}
    assert plain(Call("editMessageMedia", {"media": item})) == Call(
        "editMessageMedia", {"media": shown}
    )
    assert plain(Call("sendMediaGroup", {"media": [item, shown]})) == Call(
        "sendMediaGroup", {"media": [shown, shown]}
    )


def test_an_explanation_of_a_poll_loses_its_markup_and_entities_are_dropped() -> None:
    poll = {"question": "?", "explanation": "<u>z</u>", "explanation_parse_mode": "HTML"}
    assert plain(Call("sendPoll", poll)) == Call("sendPoll", {"question": "?", "explanation": "z"})
    text = {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 9}]}
    assert plain(Call("sendMessage", text)) == Call("sendMessage", {"text": "x"})


@pytest.mark.parametrize(
    ("call", "description"),
    [
        (SEND, UNPARSABLE),
        (HTML, "message text is empty"),
        (HTML, "can't parse inline keyboard button: Text buttons are unallowed"),
        (SEND, "message to edit not found"),
        (SEND, "query is too old and response timeout expired or query ID is invalid"),
    ],
)
def test_other_refusals_are_the_end(call: Call, description: str) -> None:
    assert instead(call, bad_request(description)) is None


def test_an_edit_that_changes_nothing_is_well() -> None:
    raised = bad_request(
        "message is not modified: specified new message content and reply markup are exactly the "
        "same as a current content and reply markup of the message"
    )
    assert instead(EDIT, raised) == Instead("not_modified", None)


def test_an_answer_to_an_old_press_is_left() -> None:
    raised = bad_request("query is too old and response timeout expired or query ID is invalid")
    assert instead(Call("answerCallbackQuery", {}), raised) == Instead("too_old", None)


@pytest.mark.parametrize(
    "description",
    [
        "message to edit not found",
        "message can't be edited",
        "there is no text in the message to edit",
        "MESSAGE_ID_INVALID",
    ],
)
def test_an_edit_of_a_message_that_is_gone_becomes_a_new_message(description: str) -> None:
    assert instead(EDIT, bad_request(description)) == Instead("new_message", SEND)


MARKUP = {"inline_keyboard": []}


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            Call(
                "editMessageMedia",
                {
                    "chat_id": 1,
                    "message_id": 2,
                    "media": {"type": "video", "media": "x", "caption": "y", "has_spoiler": True},
                    "reply_markup": MARKUP,
                },
            ),
            Call(
                "sendVideo",
                {
                    "chat_id": 1,
                    "reply_markup": MARKUP,
                    "video": "x",
                    "caption": "y",
                    "has_spoiler": True,
                },
            ),
        ),
        (
            Call(
                "editMessageCaption",
                {"chat_id": 1, "message_id": 2, "caption": "y", "show_caption_above_media": True},
            ),
            Call("sendMessage", {"chat_id": 1, "text": "y"}),
        ),
        (Call("editMessageCaption", {"chat_id": 1, "message_id": 2}), None),
        (Call("editMessageReplyMarkup", {"chat_id": 1, "message_id": 2}), None),
        (Call("editMessageText", {"inline_message_id": "z", "text": "x"}), None),
    ],
)
def test_a_new_message_shows_what_the_edit_would(edit: Call, message: Call | None) -> None:
    assert new_message(edit) == message


@pytest.mark.parametrize(
    "description",
    [
        "wrong file identifier/HTTP URL specified",
        "wrong remote file identifier specified: Wrong padding in the string",
        "invalid file_id",
        "MEDIA_EMPTY",
        "can't use file of type Photo as Document",
    ],
)
def test_a_refused_file_is_recognized(description: str) -> None:
    assert refuses_file(bad_request(description))


def test_a_chat_that_is_not_found_is_no_refused_file() -> None:
    assert not refuses_file(bad_request("chat not found"))
