import pytest
from botloom_gateway.limit_script import Limits
from botloom_gateway.settings import TELEGRAM, Settings
from botloom_runtime.outgoing.addresses import AllowedNetworks
from botloom_runtime.settings import SettingsError, load_settings

GOOD = {
    "BOTLOOM_REDIS_URL": "redis://:the-password@127.0.0.1:6379/0",
    "BOTLOOM_BOT_TOKEN": "4242:AAH_the-secret-part",
}
WEBHOOK = {
    "BOTLOOM_WEBHOOK_URL": "https://example.org/telegram",
    "BOTLOOM_WEBHOOK_SECRET": "sixteen_or-more-of-them",
}
SECRET_RULE = (
    "BOTLOOM_WEBHOOK_SECRET: must be 16 to 256 of the characters A-Z, a-z, 0-9, _ and -, "
    "for BOTLOOM_WEBHOOK_URL is set"
)
URL_RULE = "must be an http:// or https:// address"


def load(monkeypatch: pytest.MonkeyPatch, **changes: str | None) -> Settings:
    for name in (*GOOD, *WEBHOOK, "BOTLOOM_BOT_API_URL", "BOTLOOM_GATEWAY_PORT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {**GOOD, **changes}.items():
        if value is not None:
            monkeypatch.setenv(name, value)
    return load_settings(Settings)


def sentences(monkeypatch: pytest.MonkeyPatch, **changes: str | None) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load(monkeypatch, **changes)
    assert caught.value.code == 2
    return caught.value.sentences


def test_two_variables_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch)
    assert settings.bot_id == 4242
    assert (settings.bot_api_url, settings.gateway_port) == (TELEGRAM, 8080)
    assert (settings.webhook_url, settings.webhook_secret) == (None, None)


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, BOTLOOM_WEBHOOK_URL="", BOTLOOM_BOT_API_URL="")
    assert (settings.webhook_url, settings.bot_api_url) == (None, TELEGRAM)
    assert sentences(monkeypatch, BOTLOOM_BOT_TOKEN="") == ["BOTLOOM_BOT_TOKEN: is not set"]


def test_an_address_may_end_with_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, BOTLOOM_BOT_API_URL="http://127.0.0.1:8090/")
    assert settings.bot_api_url == "http://127.0.0.1:8090"


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("BOTLOOM_REDIS_URL", None, "is not set"),
        ("BOTLOOM_REDIS_URL", "127.0.0.1", "must be a redis://, rediss:// or unix:// address"),
        (
            "BOTLOOM_REDIS_URL",
            "redis://:pass/word@host:6379",
            "must be a redis://, rediss:// or unix:// address",
        ),
        ("BOTLOOM_BOT_TOKEN", None, "is not set"),
        ("BOTLOOM_BOT_TOKEN", "secret", "is no bot token: digits, a colon, and letters"),
        ("BOTLOOM_BOT_TOKEN", "42:a b c d e f", "is no bot token: digits, a colon, and letters"),
        ("BOTLOOM_BOT_API_URL", "example.org", URL_RULE),
        ("BOTLOOM_BOT_API_URL", "http://[", URL_RULE),
        ("BOTLOOM_WEBHOOK_URL", "ftp://example.org/x", URL_RULE),
        ("BOTLOOM_WEBHOOK_URL", "https:///x", URL_RULE),
        ("BOTLOOM_WEBHOOK_URL", "https://example.org:port/x", URL_RULE),
        ("BOTLOOM_GATEWAY_PORT", "70000", "Input should be less than or equal to 65535"),
        ("BOTLOOM_PERSON_DAYS", "7", "Input should be greater than or equal to 8"),
        ("BOTLOOM_TIME_ZONE", "Moscow", "is no time zone such as Europe/Moscow"),
    ],
)
def test_a_bad_variable_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str | None, rule: str
) -> None:
    assert sentences(monkeypatch, **{name: value}) == [f"{name}: {rule}"]


@pytest.mark.parametrize("secret", [None, "short", "with spaces and more", "кириллица-" * 3])
def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch, secret: str | None) -> None:
    found = sentences(monkeypatch, **{**WEBHOOK, "BOTLOOM_WEBHOOK_SECRET": secret})
    assert found == [SECRET_RULE]


def test_a_webhook_with_a_secret_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(monkeypatch, **WEBHOOK).webhook_url == "https://example.org/telegram"


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, **WEBHOOK)
    for secret in (*GOOD.values(), "the-password", WEBHOOK["BOTLOOM_WEBHOOK_SECRET"]):
        assert secret not in f"{settings!r} {settings}"
        assert secret in settings.secrets()


def test_a_refused_secret_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = {
        "BOTLOOM_BOT_TOKEN": "the-bad-token",
        "BOTLOOM_REDIS_URL": "redis://:bad/password@host",
        "BOTLOOM_WEBHOOK_SECRET": "the bad secret",
    }
    shown = "\n".join(sentences(monkeypatch, **{**WEBHOOK, **bad}))
    for secret in ("the-bad-token", "bad/password", "the bad secret"):
        assert secret not in shown


def test_limits_and_allowed_networks_have_telegrams_and_safe_defaults(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = load(monkeypatch)
    assert settings.limits == Limits(30, 1, 20)
    assert settings.allowed_networks == AllowedNetworks()
    settings = load(
        monkeypatch,
        BOTLOOM_LIMIT_PER_SECOND="0",
        BOTLOOM_LIMIT_PER_CHAT_PER_SECOND="0.5",
        BOTLOOM_REQUEST_ALLOWED_NETWORKS="10.0.0.0/8,crm.internal",
    )
    assert settings.limits == Limits(0, 0.5, 20)
    assert settings.allowed_networks.allow("crm.internal", "127.0.0.1")
    assert sentences(monkeypatch, BOTLOOM_REQUEST_ALLOWED_NETWORKS="10.0.0.0/8,a b") == [
        "BOTLOOM_REQUEST_ALLOWED_NETWORKS: 'a b' is neither a network nor a host name"
    ]
