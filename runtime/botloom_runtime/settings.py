"""What the environment configures in every service.

A service subclasses `ServiceSettings` and names only what is its own. Variables have the prefix
`BOTLOOM_`; secrets are `SecretStr`, so that no log line and no traceback shows them.
"""

from typing import Literal, TypeVar
from urllib.parse import unquote, urlsplit

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

ENVIRONMENT_PREFIX = "BOTLOOM_"


class SettingsError(SystemExit):
    """A bad setting ends the process with one sentence for each, and exit code 2."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(2)
        self.sentences = sentences

    def __str__(self) -> str:
        return "\n".join(self.sentences)


class ServiceSettings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX,
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
        frozen=True,
    )

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least severe level that is logged."""

    listen_host: str = Field(default="127.0.0.1", min_length=1)
    """The address every port of this process listens on; `0.0.0.0` in a container."""

    def secrets(self) -> list[str]:
        """What must not be shown: every secret, and the password where one is an address."""
        values = [
            value.get_secret_value()
            for name in type(self).model_fields
            if isinstance(value := getattr(self, name), SecretStr)
        ]
        passwords = [password for value in values if (password := _password(value))]
        return [*values, *passwords, *map(unquote, passwords)]


SettingsT = TypeVar("SettingsT", bound=ServiceSettings)


def load_settings(settings_type: type[SettingsT]) -> SettingsT:
    """Read the environment. Raises `SettingsError`, which names the variable and the rule."""
    try:
        return settings_type()
    except ValidationError as error:
        raise SettingsError([_sentence(problem) for problem in error.errors()]) from None


def _password(address: str) -> str | None:
    try:
        return urlsplit(address).password
    except ValueError:
        return None


def _sentence(problem: object) -> str:
    assert isinstance(problem, dict)  # noqa: S101 - pydantic's own type for it is private
    # A rule of our own is its `ValueError`, which pydantic's message puts more words around.
    own = problem.get("ctx", {}).get("error")
    rule = "is not set" if problem["type"] == "missing" else str(own or problem["msg"])
    if not problem["loc"]:  # a rule about several variables names them itself
        return rule
    location = "_".join(str(part) for part in problem["loc"]).upper()
    variable = (
        location if location.startswith(ENVIRONMENT_PREFIX) else ENVIRONMENT_PREFIX + location
    )
    return f"{variable}: {rule}"
