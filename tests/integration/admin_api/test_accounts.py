"""What owners do with accounts and API tokens."""

import asyncio

from botloom_admin_api.accounts.actor_names import actor_names
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from support.accounts import PASSWORD, add_account

ANNA = {"email": "Anna@Example.com", "name": "Anna", "role": "owner", "password": PASSWORD}


async def log_in(client, email):
    body = {"email": email, "password": PASSWORD}
    answer = await client.post("/api/v1/auth/token", json=body)
    token = answer.json().get("access_token")
    return {"Authorization": f"Bearer {token}"}


async def status(client, headers):
    return (await client.get("/api/v1/auth/me", headers=headers)).status_code


async def test_an_account_is_created_listed_changed_and_deleted(api, client):
    response = await api.request("POST", "/accounts", ANNA)
    anna = response.json()
    assert response.status_code == 201
    assert response.headers["location"] == f"/api/v1/accounts/{anna['id']}"
    assert anna["email"] == "anna@example.com"
    assert "password" not in response.text
    assert await status(client, await log_in(client, ANNA["email"])) == 200
    await api.create("accounts", **ANNA | {"email": "boris@example.com", "name": "Boris"})

    assert await api.refused(409, "POST", "/accounts", ANNA) == [("email", "unique")]
    first = await api.get("/accounts", limit=1)
    assert first["items"] == [anna]
    rest = await api.get("/accounts", cursor=first["next_cursor"])
    assert [one["name"] for one in rest["items"]] == ["Boris"]

    path = f"/accounts/{anna['id']}"
    changed = await api.patch(path, role="viewer")
    assert (changed["role"], changed["version"]) == ("viewer", 2)
    assert await api.patch(path, role="viewer") == changed
    stale = await api.request("PATCH", path, {"name": "x"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    await api.delete(path)
    assert (await api.problem(404, "GET", path))["code"] == "not_found"
    await api.create("accounts", **ANNA)


async def test_a_bad_field_is_named_and_a_password_never_shown(api):
    for given, error in (
        ({"email": "anna"}, ("email", "email")),
        ({"name": " "}, ("name", "length")),
        ({"role": "admin"}, ("role", "choice")),
        ({"password": "too short"}, ("password", "length")),
        ({"password": 1234567890}, ("password", "type")),
    ):
        response = await api.request("POST", "/accounts", ANNA | given)
        assert [(one["field"], one["rule"]) for one in response.json()["errors"]] == [error]
        assert str((ANNA | given)["password"]) not in response.text


async def test_the_last_enabled_owner_can_not_be_lost(api, database):
    last = await add_account(database, "owner")
    await add_account(database, "owner", disabled=True)
    await add_account(database, "editor")
    path = f"/accounts/{last}"
    for method, body in (
        ("PATCH", {"role": "editor"}),
        ("PATCH", {"disabled": True}),
        ("DELETE", None),
    ):
        problem = await api.problem(409, method, path, body)
        assert problem["errors"][0]["rule"] == "last_owner"


async def test_of_two_owners_who_go_at_once_one_stays(api, second_api, database):
    paths = [f"/accounts/{await add_account(database, 'owner')}" for _ in range(2)]
    answers = await asyncio.gather(
        api.request("DELETE", paths[0]), second_api.request("PATCH", paths[1], {"disabled": True})
    )
    assert sorted(answer.status_code for answer in answers)[1] == 409


async def test_a_session_ends_with_what_it_stood_for_and_the_role_is_the_present_one(
    api, client, database
):
    account_id = await add_account(database, "editor", "anna@example.com")
    path = f"/accounts/{account_id}"
    headers = await log_in(client, "anna@example.com")
    await api.patch(path, role="viewer")
    me = await client.get("/api/v1/auth/me", headers=headers)
    assert me.json()["role"] == "viewer"
    for change in ({"disabled": True}, {"password": PASSWORD}, None):
        await (api.delete(path) if change is None else api.patch(path, **change))
        assert await status(client, headers) == 401
        await api.request("PATCH", path, {"disabled": False})
        headers = await log_in(client, "anna@example.com")
    assert await database.fetchval("SELECT count(*) FROM sessions") == 0


async def test_owners_can_not_set_their_own_password_without_the_present_one(client, database):
    own = await add_account(database, "owner", "anna@example.com")
    headers = await log_in(client, "anna@example.com")
    body = {"password": "another long password"}
    answer = await client.patch(f"/api/v1/accounts/{own}", json=body, headers=headers)
    assert [one["rule"] for one in answer.json()["errors"]] == ["own"]


async def test_an_api_token_is_shown_once_lets_in_with_its_role_and_is_revoked(
    api, client, database
):
    created = await api.create("tokens", name="Deployment", role="editor", expires_in_days=30)
    headers = {"Authorization": f"Bearer {created['token']}"}
    assert created["token"].startswith("btl_")
    assert created["token"].endswith(created["last_four"])
    assert created["created_by"] == "token:admin"
    assert created["created_by_name"] == "BOTLOOM_ADMIN_TOKEN"
    assert created["token"] not in str(await database.fetch("SELECT * FROM api_tokens"))

    me = (await client.get("/api/v1/auth/me", headers=headers)).json()
    assert (me["actor"], me["role"]) == (f"token:{created['id']}", "editor")
    answer = await client.post("/api/v1/buttons", json={"label": "x", "data": "x"}, headers=headers)
    assert answer.status_code == 201
    assert (await client.get("/api/v1/tokens", headers=headers)).status_code == 403
    assert (await client.post("/api/v1/auth/logout", headers=headers)).status_code == 403
    (listed,) = (await api.get("/tokens"))["items"]
    assert "token" not in listed
    assert listed["last_used_at"] is not None

    await api.delete(f"/tokens/{created['id']}")
    assert await status(client, headers) == 401
    assert (await api.get("/tokens"))["items"] == []
    assert await api.refused(404, "DELETE", f"/tokens/{created['id']}") == []


async def test_tokens_and_webhooks_tell_the_name_of_whoever_made_them(client, database):
    await add_account(database, "owner", "anna@example.com")
    headers = await log_in(client, "anna@example.com")
    body = {"name": "CRM", "role": "viewer", "url": "https://example.com/hook"}
    for path, fields in (("tokens", ("name", "role")), ("webhooks", ("name", "url"))):
        made = await client.post(
            f"/api/v1/{path}", json={name: body[name] for name in fields}, headers=headers
        )
        listed = await client.get(f"/api/v1/{path}", headers=headers)
        for one in (made.json(), *listed.json()["items"]):
            assert one["created_by"].startswith("account:")
            assert one["created_by_name"] == "Owner"


async def test_the_log_knows_what_its_actors_were_called(api, database, database_url):
    deleted = await add_account(database, "editor")
    await api.delete(f"/accounts/{deleted}")
    token = await api.create("tokens", name="Deployment", role="viewer")
    await api.delete(f"/tokens/{token['id']}")
    engine = create_async_engine(database_url)
    async with AsyncSession(engine) as session:
        actors = [f"account:{deleted}", f"token:{token['id']}", "token:admin", "account:99", "?"]
        assert await actor_names(session, actors) == {
            f"account:{deleted}": "Editor",
            f"token:{token['id']}": "Deployment",
            "token:admin": "BOTLOOM_ADMIN_TOKEN",
        }
    await engine.dispose()
