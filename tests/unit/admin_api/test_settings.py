import pytest
from botloom_admin_api.settings import Settings
from botloom_runtime.settings import SettingsError, load_settings

GOOD = {
    "BOTLOOM_DATABASE_URL": "postgresql+asyncpg://postgres@/botloom?host=/run/postgresql",
    "BOTLOOM_REDIS_URL": "redis://127.0.0.1:6379/0",
    "BOTLOOM_ADMIN_TOKEN": "sixteen-or-more-characters",
}


def load(monkeypatch, **changes):
    for name, value in {**GOOD, **changes}.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    return load_settings(Settings)


def test_three_variables_are_enough(monkeypatch):
    assert load(monkeypatch).admin_api_port == 8000


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("BOTLOOM_DATABASE_URL", None, "is not set"),
        ("BOTLOOM_DATABASE_URL", "mysql://x/y", "must be a postgresql+asyncpg:// address"),
        ("BOTLOOM_DATABASE_URL", "nonsense", "must be a postgresql+asyncpg:// address"),
        ("BOTLOOM_REDIS_URL", "127.0.0.1", "must start with redis://, rediss://, unix://"),
        (
            "BOTLOOM_WEBHOOK_ALLOWED_NETWORKS",
            "10.0.0.0/8,a b",
            "'a b' is neither a network nor a host name",
        ),
        (
            "BOTLOOM_ADMIN_TOKEN",
            "short",
            "must be at least 16 ASCII characters without spaces",
        ),
    ],
)
def test_a_bad_variable_is_one_sentence(monkeypatch, name, value, sentence):
    with pytest.raises(SettingsError) as caught:
        load(monkeypatch, **{name: value})
    assert caught.value.sentences == [f"{name}: {sentence}"]


def test_secrets_are_not_shown(monkeypatch):
    settings = load(monkeypatch)
    for secret in GOOD.values():
        assert secret not in repr(settings)
