import pytest


@pytest.fixture
async def button(api):
    """The address of a button at version 2."""
    created = await api.create("buttons", label="x", data="x")
    path = f"/buttons/{created['id']}"
    await api.patch(path, label="y")
    return path


async def test_single_objects_have_their_version_as_etag(api, button):
    created = await api.request("POST", "/buttons", {"label": "x", "data": "x"})
    assert created.headers["etag"] == '"1"'
    assert (await api.request("GET", button)).headers["etag"] == '"2"'
    assert (await api.request("PATCH", button, {"label": "z"})).headers["etag"] == '"3"'


@pytest.mark.parametrize("if_match", ['"1"', '"3"', 'W/"2"', "2", '"1", "3"', ""])
async def test_a_stale_editor_is_refused_and_told_the_present_version(api, button, if_match):
    for method, body in (("PATCH", {"label": "z"}), ("DELETE", None)):
        response = await api.request(method, button, body, headers={"If-Match": if_match})
        assert response.status_code == 412
        assert response.headers["etag"] == '"2"'
        assert response.json()["code"] == "precondition_failed"
        assert response.json()["present"] == await api.get(button)
    assert (await api.get(button))["label"] == "y"


@pytest.mark.parametrize("if_match", ['"2"', "*", '"1", "2"'])
async def test_an_editor_of_the_present_version_is_let_in(api, button, if_match):
    headers = {"If-Match": if_match}
    response = await api.request("PATCH", button, {"label": "z"}, headers=headers)
    assert response.status_code == 200
    headers = {"If-Match": if_match.replace("2", "3")}
    assert (await api.request("DELETE", button, headers=headers)).status_code == 204
