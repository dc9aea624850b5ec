"""What a gateway tells of itself in Redis: which configuration it runs, and how updates come."""

import time
from collections import deque
from datetime import UTC, datetime

from botloom_constructor.identity import Identity
from botloom_contracts.cache import (
    CONFIG_TAKEN,
    GATEWAYS,
    TAKEN_MAX,
    gateway_key,
    taken_key,
    taken_member,
)
from botloom_contracts.gateway_report import GatewayReport, encode_report
from msgspec.structs import replace
from redis.asyncio import Redis

from .telegram_status import TelegramStatus

REPORT_SECONDS = 30
"""A gateway that has not reported for so long is gone."""

FORGOTTEN_MS = 10 * 60 * 1000
"""After so long, those that were killed leave the list of gateways."""


class Reporter:
    """What could not be sent is sent with the next report."""

    def __init__(
        self, redis: Redis, gateway_id: str, telegram: TelegramStatus | None = None
    ) -> None:
        self._redis = redis
        self._telegram = telegram
        self._gateway_id = gateway_id
        self._seq: int | None = None
        self._started_at = self._since = datetime.now(UTC)
        self._untold: deque[tuple[int, int]] = deque(maxlen=TAKEN_MAX)
        self._starts_anew = True
        self.identity: Identity | None = None

    def took(self, seq: int) -> None:
        """The gateway runs the configuration of `seq` from now on."""
        if seq == self._seq:
            return
        if self._seq is not None and seq < self._seq:
            # The log was lost: what is known of its events is of others with the same numbers.
            self._untold.clear()
            self._starts_anew = True
        self._seq = seq
        self._started_at = self._since = datetime.now(UTC)
        self._untold.append((seq, _now_ms()))

    async def send(self) -> None:
        """In one round trip. Raises the client's errors."""
        told = tuple(self._untold)
        taken = taken_key(self._gateway_id)
        async with self._redis.pipeline(transaction=True) as pipeline:
            pipeline.set(gateway_key(self._gateway_id), self._report(), ex=REPORT_SECONDS)
            pipeline.zadd(GATEWAYS, {self._gateway_id: _now_ms()})
            pipeline.zremrangebyscore(GATEWAYS, "-inf", _now_ms() - FORGOTTEN_MS)
            if self._starts_anew:
                pipeline.delete(taken)
            if told:
                pipeline.zadd(taken, {taken_member(seq, at): seq for seq, at in told})
                pipeline.zremrangebyrank(taken, 0, -TAKEN_MAX - 1)
                pipeline.publish(CONFIG_TAKEN, self._gateway_id)
            pipeline.expire(taken, REPORT_SECONDS)
            await pipeline.execute()
        if told:
            self._starts_anew = False
            self._untold = deque((one for one in self._untold if one not in told), TAKEN_MAX)

    async def withdraw(self) -> None:
        """The gateway stops. Raises the client's errors."""
        async with self._redis.pipeline(transaction=True) as pipeline:
            pipeline.delete(gateway_key(self._gateway_id), taken_key(self._gateway_id))
            pipeline.zrem(GATEWAYS, self._gateway_id)
            pipeline.publish(CONFIG_TAKEN, self._gateway_id)
            await pipeline.execute()

    def _report(self) -> bytes:
        report = GatewayReport(seq=self._seq or 0, at=self._since, started_at=self._started_at)
        if self.identity is not None:
            report = replace(
                report,
                bot_username=self.identity.username,
                bot_name=self.identity.name,
                time_zone=self.identity.zone.key,
            )
        if self._telegram is not None:
            report = replace(
                report,
                mode=self._telegram.mode,
                webhook=self._telegram.webhook,
                poll_failure=self._telegram.poll_failure,
            )
        return encode_report(report)


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
