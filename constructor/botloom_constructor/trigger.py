"""What set an action off: who did it, where, and the messages that its steps refer to."""

import msgspec

from .updates import Chat, Message, User


class Trigger(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    user: User
    chat: Chat
    """Where answers go."""
    message: Message | None = None
    """The person's own message."""
    pressed: Message | None = None
    """The message whose button was pressed."""
    query_id: str | None = None
    """Of a press that is still to be answered."""
    joining: int | None = None
    """The chat that the person asks to join."""
