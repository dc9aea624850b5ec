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


def test_two_variables_are_enough(monkeypatch):
    assert load(monkeypatch, BOTLOOM_ADMIN_TOKEN=None).admin_api_port == 8000


def test_the_first_owner_has_an_email_and_a_password(monkeypatch):
    given = {"BOTLOOM_OWNER_EMAIL": " Anna@Example.com", "BOTLOOM_OWNER_PASSWORD": "ten letters"}
    assert load(monkeypatch, **given).first_owner == ("anna@example.com", "ten letters")
    assert load(monkeypatch, BOTLOOM_OWNER_EMAIL=None).first_owner is None


@pytest.mark.parametrize("password", [None, "too short", "ANNA@example.com"])
def test_an_owner_without_a_good_password_is_one_sentence(monkeypatch, password):
    given = {"BOTLOOM_OWNER_EMAIL": "anna@example.com", "BOTLOOM_OWNER_PASSWORD": password}
    with pytest.raises(SettingsError) as caught:
        load(monkeypatch, **given)
    (sentence,) = caught.value.sentences
    assert sentence.startswith("BOTLOOM_OWNER_PASSWORD: must ")


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
            "BOTLOOM_ADMIN_UI_DIRECTORY",
            "/nowhere",
            "must be the folder of a built admin panel, and has no index.html",
        ),
        (
            "BOTLOOM_ADMIN_TOKEN",
            "short",
            "must be at least 16 ASCII characters without spaces",
        ),
        ("BOTLOOM_JWT_SECRET", "x" * 31, "must have at least 32 characters"),
        (
            "BOTLOOM_OWNER_EMAIL",
            "anna",
            "is no e-mail address such as anna@example.com",
        ),
        (
            "BOTLOOM_TRUSTED_PROXIES",
            "10.0.0.0/8, *",
            "must be addresses and networks such as 10.0.0.0/8, separated by commas",
        ),
    ],
)
def test_a_bad_variable_is_one_sentence(monkeypatch, name, value, sentence):
    with pytest.raises(SettingsError) as caught:
        load(monkeypatch, **{name: value})
    assert caught.value.sentences == [f"{name}: {sentence}"]


def test_secrets_are_not_shown_and_kept_out_of_logs(monkeypatch):
    secrets = {
        "BOTLOOM_OWNER_PASSWORD": "a password of the owner",
        "BOTLOOM_JWT_SECRET": "a secret that signs access tokens",
    }
    settings = load(monkeypatch, BOTLOOM_OWNER_EMAIL="anna@example.com", **secrets)
    for secret in (*GOOD.values(), *secrets.values()):
        assert secret not in repr(settings)
        assert secret in settings.secrets()
