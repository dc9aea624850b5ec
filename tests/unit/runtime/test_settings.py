import pytest
from botloom_runtime.settings import ServiceSettings, SettingsError, load_settings
from pydantic import Field, SecretStr, field_validator, model_validator


class Settings(ServiceSettings):
    address: SecretStr
    count: int = Field(default=1, ge=1)
    word: str = "even"

    @field_validator("word")
    @classmethod
    def _is_even(cls, value: str) -> str:
        if len(value) % 2:
            raise ValueError("must have an even length")
        return value

    @model_validator(mode="after")
    def _fits(self) -> "Settings":
        if self.count > 5:
            raise ValueError("BOTLOOM_COUNT: must be at most 5, for BOTLOOM_WORD is short")
        return self


@pytest.fixture(autouse=True)
def _address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOTLOOM_ADDRESS", "scheme://user:p%40ss@host/path")


def sentences() -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load_settings(Settings)
    assert str(caught.value) == "\n".join(caught.value.sentences)
    return caught.value.sentences


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("WORD", "odd", "BOTLOOM_WORD: must have an even length"),
        ("COUNT", "0", "BOTLOOM_COUNT: Input should be greater than or equal to 1"),
        ("COUNT", "6", "BOTLOOM_COUNT: must be at most 5, for BOTLOOM_WORD is short"),
        (
            "LOG_LEVEL",
            "loud",
            "BOTLOOM_LOG_LEVEL: Input should be 'debug', 'info', 'warning' or 'error'",
        ),
    ],
)
def test_a_bad_setting_is_a_sentence_with_the_variable_and_the_rule(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(f"BOTLOOM_{name}", value)
    assert sentences() == [sentence]


def test_every_bad_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOTLOOM_ADDRESS")
    monkeypatch.setenv("BOTLOOM_WORD", "odd")
    assert sentences() == [
        "BOTLOOM_ADDRESS: is not set",
        "BOTLOOM_WORD: must have an even length",
    ]


def test_a_variable_of_another_service_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOTLOOM_OF_ANOTHER", "x")
    assert load_settings(Settings).count == 1


def test_secrets_are_the_values_and_the_passwords_in_them() -> None:
    assert load_settings(Settings).secrets() == [
        "scheme://user:p%40ss@host/path",
        "p%40ss",
        "p@ss",
    ]
