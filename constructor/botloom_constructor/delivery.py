"""The calls that send a rule's content, or put it in place of a message's."""

from typing import TYPE_CHECKING, Any

import msgspec
from botloom_contracts.splitting import split_text
from botloom_contracts.telegram import CAPTION_MAX, TEXT_MAX

from .calls import Call
from .prepared import EDITABLE, PreparedContent, input_media, media_call
from .updates import Message

if TYPE_CHECKING:
    from .run import Run
    from .snapshot import Keyboard

Params = dict[str, Any]


def send(run: "Run") -> None:
    """As new messages; nothing where there is no content. The keyboard stands under the last."""
    content = run.content
    if content is None:
        return
    text = content.text.render(run)
    keyboard = _keyboard(content, run)
    if not content.media:
        _send_text(run, content, text, keyboard)
    elif content.is_caption and _fits_caption(text, content):
        _send_media(run, content, _caption(content, text), keyboard)
    elif len(content.media) > 1 or content.is_caption:
        # Below: an album can't carry a keyboard, nor media a text that placeholders made too long.
        _send_media(run, content, {}, None)
        _send_text(run, content, text, keyboard)
    else:
        _send_text(run, content, text, None)
        _send_media(run, content, {}, keyboard)


def edit(run: "Run") -> None:
    """In place where Telegram can; where it can't, a new message takes the place of the old."""
    content, pressed = run.content, run.trigger.pressed
    if content is None:
        return
    keyboard = _keyboard(content, run)
    # Only an inline keyboard can stand on a message that is edited.
    if pressed is None or pressed.date == 0 or (keyboard and keyboard.kind != "inline"):
        send(run)
        return
    text = content.text.render(run)
    if _fits_in_place(content, pressed, text):
        _edit_in_place(run, content, pressed, text, keyboard)
        return
    send(run)
    run.call("deleteMessage", chat_id=pressed.chat.id, message_id=pressed.message_id)


def _send_text(
    run: "Run", content: PreparedContent, text: str, keyboard: "Keyboard | None"
) -> None:
    if not text:
        return
    if len(text) > TEXT_MAX:
        *before, text = split_text(text, content.text.parse_mode, TEXT_MAX)
        for piece in before:
            _send_piece(run, content, piece, None)
    _send_piece(run, content, text, keyboard)


def _send_piece(
    run: "Run", content: PreparedContent, text: str, keyboard: "Keyboard | None"
) -> None:
    params: Params = {"chat_id": run.trigger.chat.id, "text": text, **content.text_options}
    if keyboard is not None:
        params["reply_markup"] = keyboard.markup
    run.calls.append(Call("sendMessage", params))


def _send_media(
    run: "Run", content: PreparedContent, caption: Params, keyboard: "Keyboard | None"
) -> None:
    chat = {"chat_id": run.trigger.chat.id}
    if len(content.media) == 1:
        method, params = media_call(content.media[0])
        params = {**chat, **params, **caption, **content.media_options}
        if keyboard is not None:
            params["reply_markup"] = keyboard.markup
        run.calls.append(Call(method, params))
        return
    first, *others = map(input_media, content.media)
    media = [{**first, **caption}, *others]
    run.calls.append(Call("sendMediaGroup", {**chat, "media": media, **content.media_options}))


def _fits_caption(text: str, content: PreparedContent) -> bool:
    if len(text) <= CAPTION_MAX:
        return True
    return len(split_text(text, content.text.parse_mode, CAPTION_MAX)) == 1


def _caption(content: PreparedContent, text: str) -> Params:
    return {"caption": text, **content.caption_options} if text else {}


def _fits_in_place(content: PreparedContent, pressed: Message, text: str) -> bool:
    """A text can't take the place of media, nor media of some kinds that of anything."""
    if not content.media:
        return pressed.text is not None and len(text) <= TEXT_MAX
    return (
        len(content.media) == 1
        and isinstance(content.media[0], EDITABLE)
        and _fits_caption(text, content)
    )


def _edit_in_place(
    run: "Run",
    content: PreparedContent,
    pressed: Message,
    text: str,
    keyboard: "Keyboard | None",
) -> None:
    params: Params = {"chat_id": pressed.chat.id, "message_id": pressed.message_id}
    if keyboard is not None:
        params["reply_markup"] = keyboard.markup
    if content.media:
        media = {**input_media(content.media[0]), **_caption(content, text)}
        run.calls.append(Call("editMessageMedia", {**params, "media": media}))
    else:
        run.calls.append(Call("editMessageText", {**params, "text": text, **content.edit_options}))


def turn_page(run: "Run", keyboard_id: int, page: int) -> None:
    """Show another page of the keyboard under the message whose button was pressed."""
    keyboard, pressed = run.snapshot.keyboards.get(keyboard_id), run.trigger.pressed
    if keyboard is not None and pressed is not None:
        run.call(
            "editMessageReplyMarkup",
            chat_id=pressed.chat.id,
            message_id=pressed.message_id,
            reply_markup=msgspec.Raw(keyboard.page(page)),
        )


def _keyboard(content: PreparedContent, run: "Run") -> "Keyboard | None":
    if content.keyboard_id is None:
        return None
    return run.snapshot.keyboards.get(content.keyboard_id)
