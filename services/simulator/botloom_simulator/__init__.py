"""A Telegram Bot API server for development and tests, with a web chat."""
