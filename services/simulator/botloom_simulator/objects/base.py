"""What all of Telegram's objects have in common."""

import msgspec

_encoder = msgspec.json.Encoder()
encode = _encoder.encode


class TelegramObject(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename={"from_": "from"}
):
    """Optional fields without a value are left out of the JSON, as Telegram leaves them out."""
