"""Who may use the admin API. Passwords are kept as Argon2 hashes, random secrets as SHA-256.

What a row was called stays readable in the log of the configuration, so accounts and API tokens
are marked as gone rather than deleted.
"""

from datetime import datetime

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    Integer,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base

ROLES = "role IN ('viewer', 'editor', 'owner')"


class Account(Base):
    """A person who logs in."""

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("email"),
        CheckConstraint(ROLES, name="role"),
        CheckConstraint(
            "num_nonnulls(email, password_hash) = CASE WHEN deleted_at IS NULL THEN 2 ELSE 0 END",
            name="deleted_is_emptied",
        ),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    email: Mapped[str | None]
    """In lower case, so that one address is one account."""
    name: Mapped[str]
    role: Mapped[str]
    password_hash: Mapped[str | None]
    disabled: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    version: Mapped[int] = mapped_column(Integer, server_default="1")
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    deleted_at: Mapped[datetime | None]
    """Of a deleted account only the name is kept."""


class Session(Base):
    """What a log-in began. It is deleted when it ends."""

    __tablename__ = "sessions"
    __table_args__ = (
        UniqueConstraint("secret_hash"),
        CheckConstraint("kind IN ('cookie', 'token')", name="kind"),
        CheckConstraint("(kind = 'token') = (turn_hash IS NOT NULL)", name="tokens_take_turns"),
        Index("ix_sessions_account_id", "account_id"),
        Index("ix_sessions_expires_at", "expires_at"),
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[str]
    """`cookie`: of a browser. `token`: of a program, with access and refresh tokens."""
    secret_hash: Mapped[bytes]
    """Of the cookie, or of the part that all refresh tokens of the session share."""
    turn_hash: Mapped[bytes | None]
    """Of the part that is the present refresh token's own: whoever brings another uses one again
    that was exchanged already."""
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    user_agent: Mapped[str]
    """As the client called itself at the log-in, cut to 200 characters."""
    address: Mapped[str]
    """Of the client at the log-in."""


class ApiToken(Base):
    """Lets a program in, without a log-in."""

    __tablename__ = "api_tokens"
    __table_args__ = (UniqueConstraint("secret_hash"), CheckConstraint(ROLES, name="role"))

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    secret_hash: Mapped[bytes]
    last_four: Mapped[str]
    """The end of the token, by which people know it again."""
    created_by: Mapped[str]
    """The actor."""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    """To the minute."""
    revoked_at: Mapped[datetime | None]
