"""The people who use the bot: whom a list shows, what one did, tags, and forgetting someone."""
