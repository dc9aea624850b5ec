from typing import Annotated

from botloom_runtime.settings import ServiceSettings
from pydantic import Field


class SimulatorSettings(ServiceSettings):
    simulator_port: int = Field(default=8090, ge=1, le=65535)
    """The Bot API, the control API and the web chat, all on one port."""

    simulator_bot_username: Annotated[str, Field(pattern=r"^[A-Za-z]\w{4,31}$")] = (
        "botloom_simulated_bot"
    )
    """Every bot has this user name, with its id behind it from the second bot on."""
