"""Who may use which endpoint: a written table, held against the application."""

import hashlib
import re

import pytest
from botloom_admin_api.app import create_app
from botloom_admin_api.auth.guard import PREFIX, require_roles
from litestar import Litestar, get
from litestar.routes import HTTPRoute
from support.accounts import PASSWORD, add_account

TABLE = {
    "anyone": """
        POST /auth/login
        POST /auth/token
        POST /auth/refresh
    """,
    "viewer": """
        GET /handlers
        GET /handlers/{entity_id:int}
        GET /callbacks
        GET /callbacks/{entity_id:int}
        GET /buttons
        GET /buttons/{entity_id:int}
        GET /keyboards
        GET /keyboards/{entity_id:int}
        GET /stats/summary
        GET /stats/export
        GET /stats/funnel
        GET /stats/unmatched
        GET /stats/stream
        GET /people
        GET /people/export
        GET /people/tags
        GET /people/{user_id:int}
        GET /people/{user_id:int}/timeline
        GET /stats/series
        GET /stats/activity
        GET /stats/heatmap
        GET /stats/retention
        GET /stats/changes
        GET /stats/daily
        GET /stats/handlers
        GET /stats/buttons
        GET /stats/sources
        GET /stats/languages
        GET /stats/health
        POST /stats/reconcile
        GET /lint
        GET /map
        GET /propagation
        GET /bot
        POST /explain
        GET /auth/me
        GET /auth/sessions
        DELETE /auth/sessions/{session_id:int}
        POST /auth/password
        POST /auth/logout
        GET /events
        GET /events/actors
        GET /events/{seq:int}
        GET /events/state
        GET /events/diff
        GET /handlers/{entity_id:int}/uses
        GET /callbacks/{entity_id:int}/uses
        GET /buttons/{entity_id:int}/uses
        GET /keyboards/{entity_id:int}/uses
        GET /handlers/{entity_id:int}/blame
        GET /callbacks/{entity_id:int}/blame
        GET /buttons/{entity_id:int}/blame
        GET /keyboards/{entity_id:int}/blame
        GET /drafts
        GET /drafts/{draft_id:int}
        GET /drafts/{draft_id:int}/diff
        GET /drafts/{draft_id:int}/lint
        POST /drafts/{draft_id:int}/explain
        GET /export
        POST /plan
    """,
    "editor": """
        POST /handlers
        PATCH /handlers/{entity_id:int}
        DELETE /handlers/{entity_id:int}
        POST /callbacks
        PATCH /callbacks/{entity_id:int}
        DELETE /callbacks/{entity_id:int}
        POST /buttons
        PATCH /buttons/{entity_id:int}
        DELETE /buttons/{entity_id:int}
        POST /keyboards
        PATCH /keyboards/{entity_id:int}
        DELETE /keyboards/{entity_id:int}
        POST /cache/rebuild
        POST /restore
        POST /handlers/bulk
        POST /callbacks/bulk
        POST /buttons/bulk
        POST /keyboards/bulk
        POST /drafts
        PATCH /drafts/{draft_id:int}
        DELETE /drafts/{draft_id:int}
        POST /drafts/{draft_id:int}/publish
        POST /apply
        POST /people/tags
        PATCH /people/{user_id:int}
    """,
    "owner": """
        DELETE /people/{user_id:int}
        GET /accounts
        POST /accounts
        GET /accounts/{entity_id:int}
        PATCH /accounts/{entity_id:int}
        DELETE /accounts/{entity_id:int}
        GET /tokens
        POST /tokens
        DELETE /tokens/{entity_id:int}
        GET /webhooks
        POST /webhooks
        GET /webhooks/{webhook_id:int}
        PATCH /webhooks/{webhook_id:int}
        DELETE /webhooks/{webhook_id:int}
        POST /webhooks/{webhook_id:int}/rotate-secret
        POST /webhooks/{webhook_id:int}/test
        GET /webhooks/{webhook_id:int}/deliveries
        POST /webhooks/{webhook_id:int}/deliveries/{delivery_id:uuid}/replay
    """,
}
"""The least role that may; everyone after it in the table may as well."""

ROLES = list(TABLE)
ENTRIES = {
    tuple(line.split()): role
    for role, lines in TABLE.items()
    for line in lines.strip().splitlines()
}
ENTRIES |= {
    (method, f"/drafts/{{draft_id:int}}{path}"): role
    for (method, path), role in ENTRIES.items()
    if path.startswith(("/handlers", "/callbacks", "/buttons", "/keyboards"))
    and not path.endswith("/blame")
}
ENDLESS = "/stats/stream"
"""`test_live_feed` reads it as a viewer."""
REFUSED = {"nobody": 401, "expired token": 401, "disabled account": 401}


def expected(caller: str, least: str) -> int | None:
    """The refusal, or None where the request gets through to the route."""
    if least == "anyone":
        return None
    if caller in REFUSED:
        return REFUSED[caller]
    return None if ROLES.index(caller) >= ROLES.index(least) else 403


def endpoints(app: Litestar) -> set[tuple[str, str]]:
    return {
        (method, route.path.removeprefix("/api/v1"))
        for route in app.routes
        if isinstance(route, HTTPRoute) and route.path.startswith(PREFIX)
        for method in route.methods - {"OPTIONS"}
    }


def test_every_endpoint_stands_in_the_table(settings):
    assert endpoints(create_app(settings)) == set(ENTRIES)


@pytest.fixture
async def callers(client, database):
    """The `Authorization` of each."""
    tokens = {}
    for caller in ("viewer", "editor", "owner", "disabled account"):
        role = caller if caller in ROLES else "owner"
        email = f"{role}-{len(tokens)}@example.com"
        account_id = await add_account(database, role, email)
        body = {"email": email, "password": PASSWORD}
        tokens[caller] = (await client.post("/api/v1/auth/token", json=body)).json()["access_token"]
    await database.execute("UPDATE accounts SET disabled = true WHERE id = $1", account_id)
    await database.execute(
        "INSERT INTO api_tokens"
        " (name, role, secret_hash, last_four, created_by, created_at, expires_at)"
        " VALUES ('Old', 'owner', $1, '-old', 'token:admin', now(), now())",
        hashlib.sha256(b"btl_old").digest(),
    )
    tokens["expired token"] = "btl_old"
    return {"nobody": {}} | {
        caller: {"Authorization": f"Bearer {token}"} for caller, token in tokens.items()
    }


async def test_everyone_may_what_the_table_says_and_nothing_else(client, callers):
    wrong = []
    log_out = ("POST", "/auth/logout")
    for method, path in sorted(ENTRIES, key=lambda endpoint: endpoint == log_out):
        least = ENTRIES[method, path]
        address = "/api/v1" + re.sub(r"\{\w+:int\}", "999", path)
        address = re.sub(r"\{\w+:uuid\}", "00000000-0000-4000-8000-000000000000", address)
        for caller, headers in callers.items():
            if path == ENDLESS and expected(caller, least) is None:
                continue
            body = None if method in {"GET", "DELETE"} else {}
            response = await client.request(method, address, headers=headers, json=body)
            refusal = expected(caller, least)
            if response.status_code in {401, 403} or refusal is not None:
                code = {401: "unauthorized", 403: "forbidden", None: None}[refusal]
                if (response.status_code, response.json().get("code")) != (refusal, code):
                    wrong.append((method, path, caller, response.text))
            elif response.status_code >= 500:
                wrong.append((method, path, caller, response.text))
    assert wrong == []


def test_a_route_that_names_no_role_keeps_the_application_from_starting():
    @get("/api/v1/gadgets", sync_to_thread=False)
    def gadgets() -> None: ...

    with pytest.raises(ValueError, match="GET /api/v1/gadgets"):
        require_roles(Litestar([gadgets]))
