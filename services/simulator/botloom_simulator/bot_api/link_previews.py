"""`link_preview_options`: https://core.telegram.org/bots/api#linkpreviewoptions"""

import msgspec

from ..errors import BadRequest
from ..objects import LinkPreviewOptions
from .parameters import Parameters


def link_preview_options(parameters: Parameters) -> LinkPreviewOptions | None:
    """None where nothing is said of the preview. Raises `BadRequest`."""
    given = parameters.json("link_preview_options", "can't parse link preview options JSON object")
    if given is None:
        disabled = parameters.boolean("disable_web_page_preview")
        return LinkPreviewOptions(is_disabled=True) if disabled else None
    if not isinstance(given, dict):
        raise BadRequest("object expected as link preview options")
    try:
        options = msgspec.convert(given, LinkPreviewOptions)
    except msgspec.ValidationError:
        raise BadRequest(_reason(given)) from None
    # What is false or empty is as if it were not said.
    said = {name: value for name, value in msgspec.structs.asdict(options).items() if value}
    return LinkPreviewOptions(**said) if said else None


def _reason(given: dict[str, object]) -> str:
    """Which field is of the wrong type, in Telegram's words."""
    for name, value in given.items():
        kind, word = (str, "String") if name == "url" else (bool, "Boolean")
        if name in LinkPreviewOptions.__struct_fields__ and not isinstance(value, kind):
            return f'field "{name}" must be of type {word}'
    return "object expected as link preview options"
