"""The Redis keys and what stands under them. Only `config` writes the configuration's keys.

| key | value |
|---|---|
| `handler:{pattern}` | `HandlerEntry` |
| `callback:{callback_data}` | `CallbackEntry` |
| `keyboard:{id}` | `KeyboardEntry` |
| `drafts` | hash: the `DraftHead` of each draft, by its id |
| `drafts:entries` | hash: the `DraftEntries` of each draft, by its id |
| `config:seq` | the last applied event of `config_events`, decimal |
| `config:lock` | held by the one process that writes the cache, with an expiry |
| `gateway:{id}` | `GatewayReport`, with an expiry: a gateway that is gone is forgotten |
| `gateways` | the ids of these, by their last report in Unix milliseconds |
| `taken:{gateway_id}` | when a gateway took which `seq`: `taken_member` by `seq`, with an expiry |
| `delivered:{webhook_id}` | that a webhook's delivery was taken, with an expiry |
| `seen:{bot_id}:{chunk}` | a bit for each update that is recorded, with an expiry |
| `poller:{bot_id}` | held by the one gateway that polls, with an expiry |
| `person:{bot_id}:{user_id}` | a person's variables, and the question that waits for an answer |
| `waits:{bot_id}` | what is to go on later, by the time when |
| `waits:{bot_id}:saved` | the same by its id: what it is |
| `limit:{bot_id}` | how much the bot has sent of late, with an expiry |
| `limit:{bot_id}:{chat_id}` | the same of one chat, with an expiry |
| `ratelimit:{actor}` | how much an actor or an address has asked of late, with an expiry |
| `file:{bot_id}:{kind}:{hash}` | the `file_id` of what stands under an address, with an expiry |
| `login:account:{hash of the e-mail}` | log-ins to the account of late, with an expiry |
| `login:address:{address}` | log-ins from the address of late, with an expiry |
"""

from hashlib import sha256

import msgspec

from .codec import decode_json, encode_json
from .content import Content
from .keyboards import KeyboardEntry

HANDLER_PREFIX = "handler:"
CALLBACK_PREFIX = "callback:"
KEYBOARD_PREFIX = "keyboard:"
GATEWAY_PREFIX = "gateway:"
ENTRY_PREFIXES = (HANDLER_PREFIX, CALLBACK_PREFIX, KEYBOARD_PREFIX)
"""The keys that together are the configuration."""

CONFIG_SEQ = "config:seq"
CONFIG_LOCK = "config:lock"

CONFIG_APPLIED = "config-applied"
"""The Pub/Sub channel on which `ConfigApplied` is announced."""

DRAFTS = "drafts"
DRAFTS_ENTRIES = "drafts:entries"

DRAFTS_APPLIED = "drafts-applied"
"""The Pub/Sub channel on which is announced, without a payload, that `drafts` differs."""

CONFIG_TAKEN = "config-taken"
"""The Pub/Sub channel on which a gateway says, by its id, that it runs another `seq` or stops.

It spans the databases of a server, so it may be about another installation: a reason to look.
"""

GATEWAYS = "gateways"

TAKEN_MAX = 1000
"""Of each gateway so many are kept, the last."""

SEEN_CHUNK = 1 << 16
SEEN_SECONDS = 3 * 24 * 3600
"""Telegram keeps an update for 24 hours, so no copy comes later than that."""


def handler_key(pattern: str) -> str:
    return HANDLER_PREFIX + pattern


def callback_key(callback_data: str) -> str:
    return CALLBACK_PREFIX + callback_data


def keyboard_key(keyboard_id: int) -> str:
    return f"{KEYBOARD_PREFIX}{keyboard_id}"


def gateway_key(gateway_id: str) -> str:
    return GATEWAY_PREFIX + gateway_id


def taken_key(gateway_id: str) -> str:
    return f"taken:{gateway_id}"


def taken_member(seq: int, at_ms: int) -> str:
    """Of the sorted set under `taken_key`, with `seq` for its score; `at_ms` in Unix time."""
    return f"{seq}:{at_ms}"


def read_taken(member: bytes) -> tuple[int, int]:
    """The seq and the Unix milliseconds. Raises `ValueError`."""
    seq, at_ms = member.split(b":")
    return int(seq), int(at_ms)


def delivered_key(webhook_id: str) -> str:
    return f"delivered:{webhook_id}"


def seen_key(bot_id: int, chunk: int) -> str:
    """The bitmap of the updates from `chunk * SEEN_CHUNK` on."""
    return f"seen:{bot_id}:{chunk}"


def poller_key(bot_id: int) -> str:
    return f"poller:{bot_id}"


def person_key(bot_id: int, user_id: int) -> str:
    return f"person:{bot_id}:{user_id}"


def waits_keys(bot_id: int) -> tuple[str, str]:
    """The sorted set of ids by their time in milliseconds, and the hash of what they stand for."""
    return f"waits:{bot_id}", f"waits:{bot_id}:saved"


def limit_key(bot_id: int, chat_id: int | str | None = None) -> str:
    """Of all chats together where none is named."""
    return f"limit:{bot_id}" if chat_id is None else f"limit:{bot_id}:{chat_id}"


def rate_limit_key(who: str) -> str:
    return f"ratelimit:{who}"


def file_key(bot_id: int, kind: str, url: str) -> str:
    """`kind` is what Telegram sends the file as: a `file_id` serves for no other."""
    return f"file:{bot_id}:{kind}:{sha256(url.encode()).hexdigest()}"


def login_keys(email: str, address: str) -> tuple[str, str]:
    """Of the account and of the address. The e-mail is hashed: whoever looks at the keys need not
    read who has an account."""
    return f"login:account:{sha256(email.encode()).hexdigest()}", f"login:address:{address}"


class HandlerEntry(Content, frozen=True, kw_only=True):
    id: int
    action: msgspec.Raw
    """A JSON array of steps."""
    priority: int = 0


class CallbackEntry(Content, frozen=True, kw_only=True):
    """With the content of the handler it refers to, where it refers to one."""

    id: int
    action: msgspec.Raw
    handler_id: int | None = None


class DraftHead(msgspec.Struct, frozen=True):
    version: int
    """Of the draft; counts its changes."""
    testers: tuple[int, ...]
    """Whom the bot answers by the draft."""
    digest: str
    """Of the draft's `DraftEntries`."""


class DraftEntries(msgspec.Struct, frozen=True):
    """What differs from the configuration's keys where a draft is tried."""

    entries: dict[str, msgspec.Raw]
    gone: tuple[str, ...] = ()
    """Keys that the draft does not have."""

    @property
    def changes(self) -> dict[str, bytes | None]:
        """None where a key is gone."""
        return {
            **{key: bytes(value) for key, value in self.entries.items()},
            **dict.fromkeys(self.gone),
        }


def encode_entry(entry: HandlerEntry | CallbackEntry | KeyboardEntry) -> bytes:
    return encode_json(entry)


def decode_handler(data: bytes) -> HandlerEntry:
    return decode_json(data, HandlerEntry)


def decode_callback(data: bytes) -> CallbackEntry:
    return decode_json(data, CallbackEntry)


def decode_keyboard(data: bytes) -> KeyboardEntry:
    return decode_json(data, KeyboardEntry)


def decode_draft_head(data: bytes) -> DraftHead:
    return decode_json(data, DraftHead)


def decode_draft_entries(data: bytes) -> DraftEntries:
    return decode_json(data, DraftEntries)
