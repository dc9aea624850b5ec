"""Why the bot may not answer, from what its gateways report. Pure."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Literal

from botloom_contracts.gateway_report import GatewayReport, PollFailure, WebhookInfo

from .schemas.bot import BotState, GatewayProblem, GatewayState, ProblemCode, WebhookState

OF_LATE = timedelta(minutes=15)
WHILE_WAITING = timedelta(days=1)
"""Telegram tries again in ever longer pauses, and keeps an update for a day."""
WAITING_MIN = 50
"""A bot that keeps up has fewer, if only for a moment."""
STARTING = timedelta(seconds=15)
"""A gateway asks Telegram when it has started, and tells the answer some seconds later."""

_POLL_FAILURES: Mapping[str, ProblemCode] = {
    "other_poller": "other_poller",
    "webhook_active": "webhook_while_polling",
    "unreachable": "poll_unreachable",
}


def bot_state(reports: Mapping[str, GatewayReport], now: datetime) -> BotState:
    named = next((one for one in reports.values() if one.bot_username), None)
    return BotState(
        username=None if named is None else named.bot_username,
        name=None if named is None else named.bot_name,
        gateways=[_gateway(one, report, now) for one, report in sorted(reports.items())],
    )


def _gateway(gateway_id: str, report: GatewayReport, now: datetime) -> GatewayState:
    mode: Literal["polling", "webhook"] | None = None
    match report.mode:
        case "polling":
            mode = "polling"
        case "webhook":
            mode = "webhook"
    return GatewayState(
        id=gateway_id,
        mode=mode,
        webhook=None if report.webhook is None else _webhook(report.webhook),
        problems=list(_problems(report, now)),
    )


def _webhook(info: WebhookInfo) -> WebhookState:
    return WebhookState(
        asked_at=info.asked_at,
        url=info.origin,
        own=info.own,
        pending_update_count=info.pending_update_count,
        has_custom_certificate=info.has_custom_certificate,
        ip_address=info.ip_address,
        last_error_date=info.last_error_date,
        last_error_message=info.last_error_message,
        last_synchronization_error_date=info.last_synchronization_error_date,
        max_connections=info.max_connections,
        allowed_updates=None if info.allowed_updates is None else list(info.allowed_updates),
    )


def _problems(report: GatewayReport, now: datetime) -> Iterator[GatewayProblem]:
    failure, info = report.poll_failure, report.webhook
    if failure is not None:
        yield _of_polling(failure)
    if report.mode is None:
        return
    if info is None:
        if report.started_at is not None and now - report.started_at < STARTING:
            return
        yield GatewayProblem(code="webhook_unknown", detail="Telegram does not tell of the webhook")
        return
    told = failure is not None and failure.code == "webhook_active"
    if report.mode == "polling" and info.origin and not told:
        detail = f"{info.origin} is set as the webhook while the gateway polls"
        yield GatewayProblem(code="webhook_while_polling", detail=detail)
    if report.mode == "webhook":
        yield from _of_webhook(info, now)
    yield from _of_telegram(info, now)


def _of_polling(failure: PollFailure) -> GatewayProblem:
    # What a later gateway tells in words of its own was refused, too.
    code = _POLL_FAILURES.get(failure.code, "poll_refused")
    return GatewayProblem(code=code, detail=failure.message, at=failure.at)


def _of_webhook(info: WebhookInfo, now: datetime) -> Iterator[GatewayProblem]:
    if not info.origin:
        detail = "the gateway waits for the webhook, and none is set"
        yield GatewayProblem(code="webhook_missing", detail=detail)
    elif not info.own:
        detail = f"the webhook leads to another address at {info.origin}"
        yield GatewayProblem(code="webhook_elsewhere", detail=detail)
    if info.last_error_date is not None:
        since = WHILE_WAITING if info.pending_update_count else OF_LATE
        if now - info.last_error_date < since:
            yield GatewayProblem(
                code="webhook_failing",
                detail=info.last_error_message or "",
                at=info.last_error_date,
            )


def _of_telegram(info: WebhookInfo, now: datetime) -> Iterator[GatewayProblem]:
    if info.pending_update_count >= WAITING_MIN:
        detail = f"{info.pending_update_count} updates wait at Telegram"
        yield GatewayProblem(code="updates_waiting", detail=detail, at=info.asked_at)
    at = info.last_synchronization_error_date
    if at is not None and now - at < OF_LATE:
        yield GatewayProblem(
            code="telegram_out_of_step", detail="Telegram's servers had trouble", at=at
        )
