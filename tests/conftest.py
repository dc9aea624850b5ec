"""Fixtures of every test; the servers are real (see `support.servers`)."""

pytest_plugins = ["support.servers"]
