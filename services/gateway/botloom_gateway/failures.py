"""What a failed call means: make it again, another one in its place, or none. Pure.

Telegram tells the cases of a 400 apart by their descriptions only. They are those of
https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp, or an error of
Telegram's servers (in capitals) where there is no description.
"""

import re
from typing import Any, NamedTuple

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import ClientConnectorError
from botloom_constructor.calls import Call
from botloom_contracts.entities import MarkupError
from botloom_contracts.markup import parse_text

RETRY_AFTER_MAX = 300
"""Seconds; Telegram asks for more only where waiting does not help."""

EXPECTED = frozenset({"ok", "blocked", "not_modified", "too_old"})
"""Outcomes that are nobody's mistake."""

_HARMLESS_TWICE = frozenset(
    {
        "answerCallbackQuery",
        "approveChatJoinRequest",
        "declineChatJoinRequest",
        "deleteMessage",
        "editMessageCaption",
        "editMessageMedia",
        "editMessageReplyMarkup",
        "editMessageText",
        "getChatMember",
        "sendChatAction",
    }
)

_BLOCKED = re.compile("blocked by the user|deactivated|kicked|not a member", re.IGNORECASE)
_NOT_MODIFIED = re.compile("message is not modified|MESSAGE_NOT_MODIFIED", re.IGNORECASE)
_TOO_OLD = re.compile("query is too old|query ID is invalid|QUERY_ID_INVALID", re.IGNORECASE)
_MARKUP = re.compile(
    "can't parse (?:message )?entit|can't parse messageentity|ENTIT(?:Y|IES)_", re.IGNORECASE
)
_NOT_EDITABLE = re.compile(
    "message to edit not found|message can't be edited|there is no (?:text|caption|media) in the"
    " message to edit|MESSAGE_ID_INVALID",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\bfile|media|photo|video|animation|document|audio|voice|sticker|identifier", re.IGNORECASE
)


class Failure(NamedTuple):
    outcome: str
    again: bool = False
    wait_seconds: float = 0.0


class Instead(NamedTuple):
    """What is done in place of a refused call; `call` is None where nothing is left to do."""

    outcome: str
    call: Call | None


def classify(call: Call, error: Exception) -> Failure:
    """Make it again, and when, or not."""
    match error:
        case TelegramRetryAfter():
            return Failure("flood", error.retry_after <= RETRY_AFTER_MAX, error.retry_after)
        case TelegramForbiddenError():
            return Failure("blocked" if _BLOCKED.search(error.message) else "forbidden")
        case TelegramServerError():
            return Failure("server_error", again=True)
        # aiogram counts a 413 among the network's errors.
        case TelegramNetworkError() if not isinstance(error, TelegramEntityTooLarge):
            surely_not_sent = isinstance(error.__cause__, ClientConnectorError)
            return Failure("network", again=surely_not_sent or call.method in _HARMLESS_TWICE)
        case ClientDecodeError():  # of a proxy, or of a Bot API that aiogram does not know yet
            return Failure("undecodable", again=call.method in _HARMLESS_TWICE)
        case _:
            return Failure("refused")


def instead(call: Call, error: Exception) -> Instead | None:
    """None where the call has simply failed."""
    if not isinstance(error, TelegramBadRequest):
        return None
    description = error.message
    if _NOT_MODIFIED.search(description):
        return Instead("not_modified", None)
    if call.method == "answerCallbackQuery":
        return Instead("too_old", None) if _TOO_OLD.search(description) else None
    if _MARKUP.search(description):
        found = plain(call)
        return None if found is None else Instead("plain", found)
    if call.method.startswith("edit") and _NOT_EDITABLE.search(description):
        return Instead("new_message", new_message(call))
    return None


def refuses_file(error: Exception) -> bool:
    """Whether this may be because of a file_id in the call."""
    return isinstance(error, TelegramBadRequest) and bool(_FILE.search(error.message))


_TEXTS = {
    "text": ("parse_mode", "entities"),
    "caption": ("parse_mode", "caption_entities"),
    "question": ("question_parse_mode", "question_entities"),
    "explanation": ("explanation_parse_mode", "explanation_entities"),
}


def plain(call: Call) -> Call | None:
    """The call with its texts as a person would read them, without markup; None where none has
    markup."""
    params = _plain(call.params)
    media = params.get("media")
    if isinstance(media, dict):
        params["media"] = _plain(media)
    elif isinstance(media, list | tuple):
        params["media"] = [_plain(item) for item in media]
    return None if params == call.params else Call(call.method, params)


def _plain(params: dict[str, Any]) -> dict[str, Any]:
    changed = dict(params)
    for field, (mode_field, entities_field) in _TEXTS.items():
        mode = changed.pop(mode_field, None) if field in params else None
        if mode is not None:
            changed[field] = _shown(params[field], mode)
        changed.pop(entities_field, None)
    return changed


def _shown(source: str, parse_mode: str) -> str:
    try:
        return parse_text(source, parse_mode).text or source
    except MarkupError:
        return source


_OF_MEDIA = {
    "photo": "sendPhoto",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "document": "sendDocument",
    "audio": "sendAudio",
}


def new_message(call: Call) -> Call | None:
    """What shows the same as an edit, as a message of its own.

    None for an edit of the keyboard alone, and of a message that is in no chat of the bot's.
    """
    params = {key: value for key, value in call.params.items() if key != "message_id"}
    if "chat_id" not in params:
        return None
    match call.method:
        case "editMessageText":
            return Call("sendMessage", params)
        case "editMessageCaption":  # the file is not known here; its words are not lost
            return _words_alone(params)
        case "editMessageMedia":
            item = dict(params.pop("media"))
            kind = item.pop("type")
            return Call(_OF_MEDIA[kind], {**params, kind: item.pop("media"), **item})
        case _:
            return None


def _words_alone(params: dict[str, Any]) -> Call | None:
    text = params.pop("caption", "")
    params.pop("show_caption_above_media", None)
    if "caption_entities" in params:
        params["entities"] = params.pop("caption_entities")
    return Call("sendMessage", {**params, "text": text}) if text else None
