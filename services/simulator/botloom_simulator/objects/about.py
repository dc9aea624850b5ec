"""What a bot asks and says about itself, and its updates."""

from .base import TelegramObject


class File(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#file"""

    file_id: str
    file_unique_id: str
    file_size: int | None = None
    file_path: str | None = None


class BotCommand(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#botcommand"""

    command: str
    description: str


class WebhookInfo(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#webhookinfo"""

    url: str
    has_custom_certificate: bool
    pending_update_count: int
    last_error_date: int | None = None
    last_error_message: str | None = None
    max_connections: int | None = None
    allowed_updates: tuple[str, ...] | None = None
