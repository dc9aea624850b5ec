"""JSON log lines on standard output, one event a line, without secrets."""

import logging
import sys
from collections.abc import Iterable
from typing import Any

import structlog

HIDDEN = "***"


class SecretFreeFormatter(structlog.stdlib.ProcessorFormatter):
    """Takes secrets out of finished lines: libraries put them into messages, as the Bot API's
    addresses hold the token."""

    def __init__(self, secrets: Iterable[str], **arguments: Any) -> None:
        super().__init__(**arguments)
        # The longest first, for one can be part of another.
        self._secrets = sorted({secret for secret in secrets if secret}, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return line


def configure_logging(service: str, level: str, secrets: Iterable[str] = ()) -> None:
    """Send structlog and the standard library's loggers through one JSON renderer."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        SecretFreeFormatter(
            secrets,
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    structlog.contextvars.bind_contextvars(service=service)
    for chatty in ("httpx", "aiohttp.access", "faststream"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))
