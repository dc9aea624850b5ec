"""What is told to be wrong with how updates come."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botloom_admin_api.bot_state import bot_state
from botloom_contracts.gateway_report import GatewayReport, PollFailure, WebhookInfo

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OWN = {"origin": "https://bot.example.com", "own": True}


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


def webhook(**told: Any) -> WebhookInfo:
    return WebhookInfo(**{"asked_at": NOW, "origin": "", "own": False, **told})


def failed(code: str) -> PollFailure:
    return PollFailure(at=ago(seconds=5), code=code, message="Conflict")


def problems(mode: str | None, info: WebhookInfo | None, **told: Any) -> list[str]:
    report = GatewayReport(1, NOW, mode=mode, webhook=info, **told)
    (gateway,) = bot_state({"a": report}, NOW).gateways
    return [problem.code for problem in gateway.problems]


@pytest.mark.parametrize(("mode", "told"), [("polling", {}), ("webhook", OWN)])
def test_nothing_is_wrong_where_updates_come(mode: str, told: Any) -> None:
    assert problems(mode, webhook(**told)) == []


@pytest.mark.parametrize(
    ("mode", "told", "code"),
    [
        ("webhook", {}, "webhook_missing"),
        ("webhook", {"origin": "https://other.example.com"}, "webhook_elsewhere"),
        ("polling", {"origin": "https://other.example.com"}, "webhook_while_polling"),
        ("webhook", OWN | {"last_error_date": ago(minutes=3)}, "webhook_failing"),
        ("polling", {"pending_update_count": 50}, "updates_waiting"),
        ("polling", {"last_synchronization_error_date": ago(minutes=3)}, "telegram_out_of_step"),
    ],
)
def test_what_telegram_says_is_weighed_by_the_mode(mode: str, told: Any, code: str) -> None:
    assert problems(mode, webhook(**told)) == [code]


@pytest.mark.parametrize(
    ("waiting", "error_at", "expected"),
    [
        (0, ago(minutes=14), ["webhook_failing"]),
        (0, ago(minutes=16), []),
        (1, ago(hours=20), ["webhook_failing"]),
        (1, ago(hours=25), []),
    ],
)
def test_an_error_is_over_after_a_while_unless_updates_wait(
    waiting: int, error_at: datetime, expected: list[str]
) -> None:
    info = webhook(**OWN, pending_update_count=waiting, last_error_date=error_at)
    assert problems("webhook", info) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("other_poller", "other_poller"),
        ("webhook_active", "webhook_while_polling"),
        ("unreachable", "poll_unreachable"),
        ("refused", "poll_refused"),
        ("of_a_later_version", "poll_refused"),
    ],
)
def test_a_failed_poll_is_told_first(code: str, expected: str) -> None:
    info = webhook(pending_update_count=120)
    assert problems("polling", info, poll_failure=failed(code)) == [expected, "updates_waiting"]


def test_a_webhook_that_hinders_polling_is_told_once() -> None:
    info = webhook(origin="https://other.example.com")
    told = problems("polling", info, poll_failure=failed("webhook_active"))
    assert told == ["webhook_while_polling"]


def test_what_telegram_did_not_tell_is_unknown() -> None:
    assert problems("webhook", None) == ["webhook_unknown"]
    assert problems("webhook", None, started_at=ago(seconds=15)) == ["webhook_unknown"]


def test_a_gateway_that_has_just_started_was_not_told_yet() -> None:
    assert problems("polling", None, started_at=ago(seconds=14)) == []


@pytest.mark.parametrize("mode", [None, "of_a_later_version"])
def test_of_a_gateway_of_another_version_is_told_what_is_known(mode: str | None) -> None:
    (gateway,) = bot_state({"a": GatewayReport(1, NOW, mode=mode)}, NOW).gateways
    assert gateway.mode is None


def test_the_bot_is_named_by_a_gateway_that_knows_it() -> None:
    reports = {"b": GatewayReport(1, NOW, "shop_bot", "Shop"), "a": GatewayReport(1, NOW)}
    told = bot_state(reports, NOW)
    assert (told.username, told.name) == ("shop_bot", "Shop")
    assert [gateway.id for gateway in told.gateways] == ["a", "b"]
    assert bot_state({}, NOW).username is None
