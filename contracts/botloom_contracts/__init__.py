"""What the services agree on: events, streams, cache, patterns, actions, keyboards, tables."""
