"""Accounts of people, and tokens of programs."""

from typing import Any

from .example import AT, LATER, OperationExample

PASSWORD = "correct horse battery"  # noqa: S105 - of nobody


def account(name: str, version: int) -> dict[str, Any]:
    return {
        "id": 1,
        "version": version,
        "created_at": AT,
        "updated_at": AT if version == 1 else LATER,
        "email": "anna@example.com",
        "name": name,
        "role": "editor",
        "disabled": False,
    }


_BODY = {
    "email": "anna@example.com",
    "name": "Anna Ivanova",
    "role": "editor",
    "password": PASSWORD,
}
_TOKEN = {
    "id": 1,
    "name": "Backup",
    "role": "viewer",
    "last_four": "x7Qk",
    "created_by": "token:admin",
    "created_by_name": "BOTLOOM_ADMIN_TOKEN",
    "created_at": AT,
    "expires_at": "2027-02-20T10:00:00.123456Z",
    "last_used_at": None,
}

EXAMPLES: dict[str, OperationExample] = {
    "createAccount": OperationExample(_BODY, account("Anna Ivanova", version=1)),
    "listAccounts": OperationExample(
        None, {"items": [account("Anna Ivanova", version=1)], "next_cursor": None}
    ),
    "updateAccount": OperationExample({"name": "Anna"}, account("Anna", version=2)),
    "getAccount": OperationExample(None, account("Anna", version=2)),
    "createToken": OperationExample(
        {"name": "Backup", "role": "viewer", "expires_in_days": 90},
        {**_TOKEN, "token": "btl_3Jm8vQ2wT5yN0bXcR7kLpHsEaUfZdGi1oMx6x7Qk"},
    ),
    "listTokens": OperationExample(None, {"items": [_TOKEN], "next_cursor": None}),
}
