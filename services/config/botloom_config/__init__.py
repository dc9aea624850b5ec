"""Keeps the Redis cache in line with the tables."""
