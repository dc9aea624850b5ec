"""The calls that answer an update: a rule's action, step by step. Pure."""

from typing import Any

from botloom_contracts.actions import Alert, Edit, Reply, Show, Toast

from .calls import Call
from .resolve import Resolved, Trigger
from .snapshot import Keyboard, PreparedContent, Rule, Snapshot
from .updates import Message
from .values import PersonValues

SHOWN_MAX = 10
"""So many other handlers `show` steps bring into one answer. The API refuses loops; this bounds
what slips by, and handlers that each show many."""

_STALE = {"ru": "Эта кнопка больше не действует.", "en": "This button no longer works."}


def plan(resolved: Resolved, snapshot: Snapshot) -> list[Call]:
    """The calls in their order; the first one goes back in the webhook's response."""
    rule, trigger = resolved.rule, resolved.trigger
    if rule is None:
        return [] if trigger.query_id is None else [stale_button(trigger)]
    calls = _run(rule, trigger, snapshot)
    return calls if trigger.query_id is None else _answered_once(calls, trigger)


def _answered_once(calls: list[Call], trigger: Trigger) -> list[Call]:
    """Telegram's applications show a spinner on the button until the query is answered, and of
    several answers only the first: a shown handler can bring a second."""
    answers = [call for call in calls if call.method == "answerCallbackQuery"]
    if not answers:
        return [*calls, end_spinner(trigger)]
    return [call for call in calls if call.method != "answerCallbackQuery" or call is answers[0]]


def end_spinner(trigger: Trigger) -> Call:
    """An answer to a press that says nothing."""
    return Call("answerCallbackQuery", {"callback_query_id": trigger.query_id})


def stale_button(trigger: Trigger) -> Call:
    """Ends the spinner of a button that nothing stands behind any more."""
    language = "ru" if (trigger.user.language_code or "").startswith("ru") else "en"
    return Call(
        "answerCallbackQuery", {"callback_query_id": trigger.query_id, "text": _STALE[language]}
    )


def _run(rule: Rule, trigger: Trigger, snapshot: Snapshot) -> list[Call]:
    calls: list[Call] = []
    shown = 0
    # What is still to run, the next one last, each step with the content it is about.
    steps = [(step, rule.content) for step in reversed(rule.action)]
    while steps:
        step, content = steps.pop()
        match step:
            case Reply():
                calls += _send(content, trigger, snapshot)
            case Edit():
                calls += _edit(content, trigger, snapshot)
            case Toast(text):
                calls.append(_note(text, trigger, alert=False))
            case Alert(text):
                calls.append(_note(text, trigger, alert=True))
            case Show(handler_id):
                other = snapshot.handlers.get(handler_id)
                if other is not None and shown < SHOWN_MAX:
                    shown += 1
                    steps += [(each, other.content) for each in reversed(other.action)]
    return calls


def _note(text: str, trigger: Trigger, alert: bool) -> Call:
    if trigger.query_id is None:
        return Call("sendMessage", {"chat_id": trigger.chat_id, "text": text})
    params = {"callback_query_id": trigger.query_id, "text": text}
    return Call("answerCallbackQuery", {**params, "show_alert": True} if alert else params)


def _send(content: PreparedContent | None, trigger: Trigger, snapshot: Snapshot) -> list[Call]:
    if content is None:
        return []
    params: dict[str, Any] = {"chat_id": trigger.chat_id}
    text = content.text.render(PersonValues(trigger.user))
    if content.photo_url is None:
        method = "sendMessage"
        params["text"] = text
    else:
        method = "sendPhoto"
        params["photo"] = content.photo_url
        if text:
            params["caption"] = text
    if content.parse_mode is not None:
        params["parse_mode"] = content.parse_mode
    keyboard = _keyboard(content, snapshot)
    if keyboard is not None:
        params["reply_markup"] = keyboard.markup
    return [Call(method, params)]


def _edit(content: PreparedContent | None, trigger: Trigger, snapshot: Snapshot) -> list[Call]:
    """Edits where Telegram can; a text can't take a photo's place, so there a new message does."""
    if content is None:
        return []
    pressed = trigger.pressed
    keyboard = _keyboard(content, snapshot)
    # Only an inline keyboard can stand on a message that is edited.
    if pressed is None or pressed.date == 0 or (keyboard and keyboard.kind != "inline"):
        return _send(content, trigger, snapshot)
    if content.photo_url is None and pressed.photo:
        at = {"chat_id": trigger.chat_id, "message_id": pressed.message_id}
        return [*_send(content, trigger, snapshot), Call("deleteMessage", at)]
    return [_edit_in_place(content, trigger, pressed, keyboard)]


def _edit_in_place(
    content: PreparedContent, trigger: Trigger, pressed: Message, keyboard: Keyboard | None
) -> Call:
    params: dict[str, Any] = {"chat_id": trigger.chat_id, "message_id": pressed.message_id}
    text = content.text.render(PersonValues(trigger.user))
    if keyboard is not None:
        params["reply_markup"] = keyboard.markup
    if content.photo_url is None:
        params["text"] = text
        if content.parse_mode is not None:
            params["parse_mode"] = content.parse_mode
        return Call("editMessageText", params)
    media = {"type": "photo", "media": content.photo_url}
    if text:
        media["caption"] = text
        if content.parse_mode is not None:
            media["parse_mode"] = content.parse_mode
    params["media"] = media
    return Call("editMessageMedia", params)


def _keyboard(content: PreparedContent, snapshot: Snapshot) -> Keyboard | None:
    return None if content.keyboard_id is None else snapshot.keyboards.get(content.keyboard_id)
