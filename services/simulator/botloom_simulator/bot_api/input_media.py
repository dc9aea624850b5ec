"""InputMedia, of albums and of edits: https://core.telegram.org/bots/api#inputmedia"""

from typing import Any

import msgspec

from ..bots import Bot
from ..errors import BadRequest
from ..file_kinds import KINDS, FileKind
from ..file_objects import message_fields
from ..files import Attributes, FileStore
from .files import attributes_of, stored_file
from .media import SPOILED
from .parameters import Parameters
from .texts import Formatted, caption

_KINDS = ("photo", "video", "animation", "audio", "document")


class InputMedia(msgspec.Struct, frozen=True):
    """One media of a call, its file not looked at yet."""

    parameters: Parameters
    kind: FileKind
    value: str
    given: Attributes
    under: Formatted

    @property
    def caption_is_above(self) -> bool:
        return self.parameters.boolean("show_caption_above_media")

    def content(self, files: FileStore) -> dict[str, Any]:
        """The fields of a message that show it. Raises `BadRequest`."""
        fields = message_fields(
            stored_file(files, self.parameters, self.kind, self.value, self.given)
        )
        is_spoiled = self.kind.name in SPOILED
        return fields | {
            "caption": self.under.text or None,
            "caption_entities": self.under.entities,
            "show_caption_above_media": is_spoiled and self.caption_is_above,
            "has_media_spoiler": is_spoiled and self.parameters.boolean("has_spoiler"),
        }


def input_media(bot: Bot, parameters: Parameters, given: object, *, for_album: bool) -> InputMedia:
    """Raises `BadRequest`."""
    where = "can't parse InputMedia"
    if not isinstance(given, dict):
        raise BadRequest(f"{where}: expected an Object")
    media = parameters.within(given)
    under = caption(bot, media)
    name = given.get("type")
    if not name:
        raise BadRequest(f'{where}: Can\'t find field "type"')
    value = given.get("media")
    if not isinstance(value, str) or not value:
        raise BadRequest(f"{where}: media not found")
    if name == "animation" and for_album:
        raise BadRequest(f'{where}: type "animation" can\'t be used in sendMediaGroup')
    if name not in _KINDS:
        raise BadRequest(f'{where}: type "{name}" is unsupported')
    if value.startswith("attach://") and media.file(value.removeprefix("attach://")) is None:
        raise BadRequest(f"{where}: media not found")
    return InputMedia(media, KINDS[name], value, attributes_of(media, KINDS[name]), under)
