"""A handler: a pattern and what the bot answers to it."""

from typing import Annotated

from botloom_constructor.steps import DEFAULT_ACTION, Action
from botloom_contracts.content import Content, ContentOptions, ParseMode
from botloom_contracts.media import Media
from msgspec import UNSET, Meta, Struct, UnsetType

from .fields import Id, Stamped

Message = Annotated[str, Meta(max_length=65_536)]
"""Markup included; what is shown is held to Telegram's limits besides."""
Title = Annotated[str, Meta(max_length=256)]
Priority = Annotated[int, Meta(ge=-1000, le=1000)]


class HandlerFields(Content, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that the author of a handler sets: the body that creates one."""

    pattern: str
    action: Action = DEFAULT_ACTION
    message: Message | None = None
    keyboard_id: Id | None = None
    title: Title | None = None
    enabled: bool = True
    priority: Priority = 0


class HandlerPatch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays. `options` are replaced as a whole."""

    pattern: str | UnsetType = UNSET
    action: Action | UnsetType = UNSET
    message: Message | UnsetType | None = UNSET
    photo_url: str | UnsetType | None = UNSET
    keyboard_id: Id | UnsetType | None = UNSET
    parse_mode: ParseMode | UnsetType | None = UNSET
    media: tuple[Media, ...] | UnsetType = UNSET
    options: ContentOptions | UnsetType = UNSET
    title: Title | UnsetType | None = UNSET
    enabled: bool | UnsetType = UNSET
    priority: Priority | UnsetType = UNSET


class HandlerView(Stamped, frozen=True, kw_only=True):
    pattern: str
    action: Action
    message: str | None
    photo_url: str | None
    keyboard_id: int | None
    parse_mode: ParseMode | None
    media: tuple[Media, ...]
    options: ContentOptions
    title: str | None
    enabled: bool
    priority: int
