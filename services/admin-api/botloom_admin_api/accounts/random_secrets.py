"""Secrets that are made at random. 256 bit can't be guessed, so a plain hash keeps them safe."""

import secrets
from hashlib import sha256


def new_secret() -> str:
    """43 characters of `A-Z a-z 0-9 _ -`."""
    return secrets.token_urlsafe(32)


def hash_secret(secret: str) -> bytes:
    return sha256(secret.encode()).digest()
