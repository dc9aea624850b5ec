"""Interactions for the benchmarks, and putting them on the stream."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from botloom_contracts.codec import encode_event
from botloom_contracts.events import Interaction
from botloom_contracts.streams import INTERACTIONS
from redis.asyncio import Redis

START = datetime.now(UTC)
"""Of today: interactions of days that are over are rare, and cost more."""
PEOPLE = 5000

# KEYS: the stream. ARGV: the JSON of each interaction.
_ADD = """
for i = 1, #ARGV do
    redis.call('XADD', KEYS[1], '*', 'data', ARGV[i])
end
"""


def interactions(count: int) -> list[Interaction]:
    """Of 5,000 people, who come in turn: two a millisecond, a quarter of them by a deep link."""
    kinds = ("start", "button_click", "message", "command")
    return [
        Interaction(
            update_id=900_000_000 + n,
            event=kinds[n % 4],
            user_id=7_000_000_000 + n % PEOPLE,
            chat_id=7_000_000_000 + n % PEOPLE,
            at=START + timedelta(microseconds=n * 500),
            handler_id=n % 20,
            callback_data="prices" if n % 4 == 1 else None,
            payload="promo" if n % 4 == 0 else None,
            config_seq=42,
            first_name="Anna",
            username="anna",
            language_code="ru",
        )
        for n in range(count)
    ]


def encoded(given: Sequence[Interaction]) -> list[bytes]:
    return [encode_event(one) for one in given]


async def publish(redis: Redis, payloads: Sequence[bytes], at_once: int = 2000) -> None:
    for first in range(0, len(payloads), at_once):
        await redis.eval(_ADD, 1, INTERACTIONS.name, *payloads[first : first + at_once])
