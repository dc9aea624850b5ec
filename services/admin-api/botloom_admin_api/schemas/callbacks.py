"""A callback: what the bot does when a button with that data is pressed."""

from botloom_constructor.steps import Action
from msgspec import UNSET, Struct, UnsetType

from .fields import Id, Stamped


class CallbackFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that the author of a callback sets: the body that creates one.

    Without an `action` the content of `handler_id` replaces that of the message (`edit`).
    """

    callback_data: str
    handler_id: Id | None = None
    action: Action | UnsetType = UNSET
    enabled: bool = True


class CallbackPatch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays."""

    callback_data: str | UnsetType = UNSET
    handler_id: Id | UnsetType | None = UNSET
    action: Action | UnsetType = UNSET
    enabled: bool | UnsetType = UNSET


class CallbackView(Stamped, frozen=True, kw_only=True):
    callback_data: str
    handler_id: int | None
    action: Action
    enabled: bool
