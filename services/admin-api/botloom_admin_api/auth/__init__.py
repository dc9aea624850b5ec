"""Who may use the API, and under which name their changes stand in the log."""

from .principal import ANYONE, EDITOR, OWNER, ROLES, VIEWER, AuthRequest, Principal, Role

__all__ = ["ANYONE", "EDITOR", "OWNER", "ROLES", "VIEWER", "AuthRequest", "Principal", "Role"]
