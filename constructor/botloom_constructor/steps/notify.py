from collections.abc import Iterable
from typing import TYPE_CHECKING

from botloom_contracts.errors import FieldProblem
from botloom_contracts.html_printing import escape_html

from .base import Place, Step
from .fields import ChatTarget, check_chat

if TYPE_CHECKING:
    from ..run import Run

TEXT_MAX = 3000
"""Leaves room for who asked."""


class Notify(Step, frozen=True, tag="notify"):
    """Send a text to an operator's chat, with who asked below it."""

    chat: ChatTarget
    text: str

    def check(self, place: Place) -> Iterable[FieldProblem]:
        yield from check_chat(place, "chat", self.chat)
        yield from place.text("text", self.text, TEXT_MAX)

    def run(self, run: "Run") -> None:
        user = run.trigger.user
        name = escape_html(f"{user.first_name} {user.last_name or ''}".strip() or str(user.id))
        known_as = f"@{user.username}, " if user.username else ""
        who = f'<a href="tg://user?id={user.id}">{name}</a> ({known_as}{user.id})'
        text = escape_html(run.text(self.text)[:TEXT_MAX])
        run.call("sendMessage", chat_id=self.chat, text=f"{text}\n\n— {who}", parse_mode="HTML")
