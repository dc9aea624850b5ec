"""What an update is, and which rule it goes to. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, NamedTuple

from botloom_contracts.events import PAYLOAD_MAX, Interaction, InteractionKind
from botloom_contracts.keyboards import read_page_data
from botloom_contracts.matching import Match
from botloom_contracts.patterns import read_command

from .rules import Rule
from .run import NOTHING
from .snapshot import Snapshot
from .trigger import Trigger
from .updates import (
    CallbackQuery,
    Chat,
    ChatJoinRequest,
    ChatMemberUpdated,
    Message,
    Update,
    User,
    kind_of,
)


class Resolved(NamedTuple):
    interaction: Interaction
    trigger: Trigger
    rule: Rule | None
    """None where no handler and no callback takes the update."""
    matched: Mapping[str, str] = NOTHING
    """Parts of what the pattern matched."""
    page: tuple[int, int] | None = None
    """The keyboard and its page that a press asks for."""


SkipReason = Literal["kind", "no_sender", "other_bot", "membership"]


class Skipped(NamedTuple):
    """An update that is no interaction with the bot, and why."""

    reason: SkipReason
    bot: str | None = None
    """With `other_bot`: the one that the command is for."""


class Resolver:
    """`username` is the bot's; `code_handlers` says that code gets what no rule takes."""

    __slots__ = ("_code_handlers", "_username")

    def __init__(self, username: str, code_handlers: bool) -> None:
        self._username = username.lower()
        self._code_handlers = code_handlers

    def resolve(self, update: Update, snapshot: Snapshot, at: datetime) -> Resolved | Skipped:
        """`at` is when the update was taken, in UTC."""
        if update.message is not None:
            return self._message(update.update_id, update.message, snapshot, at)
        if update.callback_query is not None:
            return self._press(update.update_id, update.callback_query, snapshot, at)
        if update.my_chat_member is not None:
            return _membership(update.update_id, update.my_chat_member, snapshot, at)
        if update.chat_join_request is not None:
            return _join_request(update.update_id, update.chat_join_request, snapshot, at)
        return Skipped("kind")

    def _message(
        self, update_id: int, message: Message, snapshot: Snapshot, at: datetime
    ) -> Resolved | Skipped:
        user = message.sender
        if user is None:
            return Skipped("no_sender")
        event: InteractionKind = "message"
        payload: str | None = None
        matcher = snapshot.matcher
        found: Match[Rule] | None
        text = message.text
        if text is not None:
            command = read_command(text)
            if command is None:
                found = matcher.match_text(text)
            else:
                name, addressee, payload = command
                if addressee is not None and addressee.lower() != self._username:
                    return Skipped("other_bot", addressee)
                event = "start" if name == "start" else "command"
                found = matcher.match_command(name, payload, text)
        elif message.new_chat_members or message.left_chat_member is not None:
            return _joined_or_left(update_id, message, user, snapshot, at)
        else:
            kind = kind_of(message)
            found = None if kind is None else matcher.match_kind(kind)
        rule: Rule | None
        if found is not None:
            rule, matched = found
        else:
            rule, matched = matcher.fallback, NOTHING
            if rule is not None or not self._code_handlers:
                event = "unmatched"
                payload = text
        interaction = _interaction(
            update_id, event, user, message.chat, at, snapshot.seq, rule, payload
        )
        return Resolved(interaction, Trigger(user, message.chat, message), rule, matched)

    def _press(
        self, update_id: int, query: CallbackQuery, snapshot: Snapshot, at: datetime
    ) -> Resolved:
        # A person's own application can send anything in place of a button's data.
        data = _storable(query.data or "")
        # Before all callbacks: `*` would stop keyboards from being turned.
        page = read_page_data(data)
        found = None if page is not None else snapshot.callbacks.match(data)
        rule, matched = (None, NOTHING) if found is None else found
        event: InteractionKind = "button_click"
        if found is None and page is None and not self._code_handlers:
            event = "stale_button"
            stale = snapshot.matcher.match_occurrence("stale_button")
            rule = None if stale is None else stale.target
        pressed = query.message
        chat = Chat(query.sender.id) if pressed is None else pressed.chat
        interaction = _interaction(
            update_id, event, query.sender, chat, at, snapshot.seq, rule, None, data
        )
        trigger = Trigger(query.sender, chat, None, pressed, query.id)
        return Resolved(interaction, trigger, rule, matched, page)


def _joined_or_left(
    update_id: int, message: Message, sender: User, snapshot: Snapshot, at: datetime
) -> Resolved:
    """The person is whoever joined or left, which is not always who sent the message."""
    joined = message.new_chat_members
    event: InteractionKind = "new_member" if joined else "left_member"
    person = joined[0] if joined else message.left_chat_member or sender
    return _occurred(update_id, event, Trigger(person, message.chat, message), snapshot, at)


def _membership(
    update_id: int, change: ChatMemberUpdated, snapshot: Snapshot, at: datetime
) -> Resolved | Skipped:
    if change.chat.type != "private":
        return Skipped("membership")
    was, now = change.old_chat_member.status, change.new_chat_member.status
    if was == now or "kicked" not in (was, now):
        return Skipped("membership")
    event: InteractionKind = "blocked" if now == "kicked" else "unblocked"
    return _occurred(update_id, event, Trigger(change.sender, change.chat), snapshot, at)


def _join_request(
    update_id: int, request: ChatJoinRequest, snapshot: Snapshot, at: datetime
) -> Resolved:
    trigger = Trigger(request.sender, Chat(request.user_chat_id), joining=request.chat.id)
    return _occurred(update_id, "join_request", trigger, snapshot, at)


def _occurred(
    update_id: int, event: InteractionKind, trigger: Trigger, snapshot: Snapshot, at: datetime
) -> Resolved:
    found = snapshot.matcher.match_occurrence(event)
    rule = None if found is None else found.target
    interaction = _interaction(
        update_id, event, trigger.user, trigger.chat, at, snapshot.seq, rule, None
    )
    return Resolved(interaction, trigger, rule)


def _interaction(
    update_id: int,
    event: InteractionKind,
    user: User,
    chat: Chat,
    at: datetime,
    config_seq: int,
    rule: Rule | None,
    payload: str | None,
    callback_data: str | None = None,
) -> Interaction:
    return Interaction(
        update_id=update_id,
        event=event,
        user_id=user.id,
        chat_id=chat.id,
        at=at,
        handler_id=rule.handler_id if rule is not None else None,
        callback_data=callback_data,
        payload=None if payload is None else _storable(payload),
        config_seq=config_seq,
        first_name=user.first_name or None,
        last_name=user.last_name,
        username=user.username,
        language_code=user.language_code,
    )


def answer_interaction(
    update_id: int, message: Message, user: User, handler_id: int | None, seq: int, at: datetime
) -> Interaction:
    """Of a message that answers a question."""
    rule = Rule(0, (), None, handler_id)
    return _interaction(update_id, "answer", user, message.chat, at, seq, rule, message.text)


def _storable(text: str) -> str:
    """PostgreSQL has no NUL in texts."""
    return text[:PAYLOAD_MAX].replace("\0", "")
