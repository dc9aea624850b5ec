"""Takes updates from Telegram, answers from the cache, writes one interaction each."""
