"""Writes interactions into PostgreSQL, each once."""
