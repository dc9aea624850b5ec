"""What an update is, and which rule it goes to. Pure."""

from datetime import datetime
from typing import NamedTuple

from botloom_contracts.events import PAYLOAD_MAX, Interaction, InteractionKind
from botloom_contracts.matching import Match
from botloom_contracts.patterns import read_command

from .snapshot import Rule, Snapshot
from .updates import CallbackQuery, ChatMemberUpdated, Message, Update, User


class Trigger(NamedTuple):
    """Who did it, where, and the message and query that an answer refers to."""

    user: User
    chat_id: int
    pressed: Message | None = None
    """The message whose button was pressed."""
    query_id: str | None = None


class Resolved(NamedTuple):
    interaction: Interaction
    trigger: Trigger
    rule: Rule | None
    """None where no handler and no callback takes the update."""


class Skipped(NamedTuple):
    """An update that is no interaction with the bot, and why."""

    reason: str


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
        match: Match[Rule] | None = None
        text = message.text
        if text is not None:
            command = read_command(text)
            if command is None:
                match = matcher.match_text(text)
            else:
                name, addressee, payload = command
                if addressee is not None and addressee.lower() != self._username:
                    return Skipped("other_bot")
                event = "start" if name == "start" else "command"
                match = matcher.match_command(name, payload, text)
        rule = matcher.fallback if match is None else match.target
        if match is None and (rule is not None or not self._code_handlers):
            event = "unmatched"
            payload = text
        interaction = _interaction(
            update_id, event, user, message.chat.id, at, snapshot.seq, rule, payload
        )
        return Resolved(interaction, Trigger(user, message.chat.id), rule)

    def _press(
        self, update_id: int, query: CallbackQuery, snapshot: Snapshot, at: datetime
    ) -> Resolved:
        # A person's own application can send anything in place of a button's data.
        data = _storable(query.data or "")
        rule = snapshot.callbacks.get(data)
        event: InteractionKind = "button_click"
        if rule is None and not self._code_handlers:
            event = "unmatched"
        chat_id = query.message.chat.id if query.message is not None else query.sender.id
        interaction = _interaction(
            update_id, event, query.sender, chat_id, at, snapshot.seq, rule, None, data
        )
        return Resolved(interaction, Trigger(query.sender, chat_id, query.message, query.id), rule)


def _membership(
    update_id: int, change: ChatMemberUpdated, snapshot: Snapshot, at: datetime
) -> Resolved | Skipped:
    if change.chat.type != "private":
        return Skipped("membership")
    was, now = change.old_chat_member.status, change.new_chat_member.status
    if was == now or "kicked" not in (was, now):
        return Skipped("membership")
    event: InteractionKind = "blocked" if now == "kicked" else "unblocked"
    interaction = _interaction(
        update_id, event, change.sender, change.chat.id, at, snapshot.seq, None, None
    )
    return Resolved(interaction, Trigger(change.sender, change.chat.id), None)


def _interaction(
    update_id: int,
    event: InteractionKind,
    user: User,
    chat_id: int,
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
        chat_id=chat_id,
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


def _storable(text: str) -> str:
    """PostgreSQL has no NUL in texts."""
    return text[:PAYLOAD_MAX].replace("\0", "")
