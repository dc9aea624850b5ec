"""The HTTP API of admins and programs."""
