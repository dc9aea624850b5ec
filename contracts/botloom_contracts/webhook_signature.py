"""Signatures of webhooks, as Standard Webhooks has them, so that its libraries verify ours.

Three headers go with a body: `webhook-id`, `webhook-timestamp` (Unix seconds, of the attempt) and
`webhook-signature`: `v1,<base64 of HMAC-SHA256>` of `{id}.{timestamp}.{body}`, or several of these,
separated by spaces, while a secret is being replaced.
https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import hmac
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from secrets import token_bytes
from typing import Literal

from .errors import BotloomError

ID_HEADER = "webhook-id"
TIMESTAMP_HEADER = "webhook-timestamp"
SIGNATURE_HEADER = "webhook-signature"

TOLERANCE_SECONDS = 300

_PREFIX = "whsec_"
_VERSION = "v1,"
_KEY_MIN, _KEY_MAX = 24, 64
_NEW_KEY = 32
"""Bytes."""

# Without a full stop, which parts what is signed.
_ID = re.compile(r"[0-9A-Za-z_-]{1,128}")
_TIMESTAMP = re.compile(r"[0-9]{1,12}")

Reason = Literal["missing_header", "malformed_header", "timestamp", "signature"]


class InvalidSignature(BotloomError):
    """`timestamp`: too old, or of the future. `signature`: none is of this secret and body."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def new_secret() -> str:
    """Random; `whsec_` and base64, for `check_secret`."""
    return _PREFIX + b64encode(token_bytes(_NEW_KEY)).decode()


def check_secret(secret: str) -> bool:
    """Whether it is `whsec_` and the base64 of 24 to 64 bytes."""
    try:
        _key(secret)
    except ValueError:
        return False
    return True


def sign(secret: str, delivery_id: str, timestamp: int, body: bytes) -> str:
    """The value of the header `webhook-signature`. Raises `ValueError` for what is no secret."""
    return _signature(secret, delivery_id, str(timestamp), body)


def verify(
    secret: str,
    headers: Mapping[str, str],
    body: bytes,
    now: float,
    tolerance: int = TOLERANCE_SECONDS,
) -> str:
    """The id of the delivery, to be taken once only. Raises `InvalidSignature`, and `ValueError`
    for what is no secret.

    `headers` have names in small letters, or are a mapping that does not mind. `now` is in Unix
    seconds; `tolerance`, in seconds, is for either side of it.
    """
    try:
        delivery_id, written, given = (
            headers[name] for name in (ID_HEADER, TIMESTAMP_HEADER, SIGNATURE_HEADER)
        )
    except KeyError:
        raise InvalidSignature("missing_header") from None
    if not _ID.fullmatch(delivery_id) or not _TIMESTAMP.fullmatch(written):
        raise InvalidSignature("malformed_header")
    if abs(now - int(written)) > tolerance:
        raise InvalidSignature("timestamp")
    expected = _signature(secret, delivery_id, written, body).encode()
    for one in given.split(" "):
        # `compare_digest` takes no text beyond ASCII.
        if hmac.compare_digest(one.encode(errors="backslashreplace"), expected):
            return delivery_id
    raise InvalidSignature("signature")


def _signature(secret: str, delivery_id: str, timestamp: str, body: bytes) -> str:
    signed = f"{delivery_id}.{timestamp}.".encode() + body
    return _VERSION + b64encode(hmac.digest(_key(secret), signed, "sha256")).decode()


def _key(secret: str) -> bytes:
    if not secret.startswith(_PREFIX):
        raise ValueError(f"a secret begins with {_PREFIX}")
    key = b64decode(secret.removeprefix(_PREFIX).encode("ascii"), validate=True)
    if not _KEY_MIN <= len(key) <= _KEY_MAX:
        raise ValueError(f"a secret has {_KEY_MIN} to {_KEY_MAX} bytes")
    return key
