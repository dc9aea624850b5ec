"""The admin panel's files, as browsers and caches between get them."""

import gzip
import shutil

import pytest
from botloom_admin_api.settings import Settings

from .conftest import serving

PAGE = "<!doctype html><title>Botloom</title>"
SCRIPT = "console.log('Botloom');" * 20
COMPRESSED = b"what the build has compressed"


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    """One for all tests, so that they can share an application, too."""
    parent = tmp_path_factory.mktemp("panel")
    dist = parent / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text(PAGE)
    (dist / "icon.svg").write_text("<svg/>")
    (dist / ".built-from").write_text("hidden")
    (dist / "assets/index-4f2a.js").write_text(SCRIPT)
    (dist / "assets/index-4f2a.js.br").write_bytes(COMPRESSED)
    (dist / "assets/index-4f2a.js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    (dist / "assets/index-77b1.css").write_text("body {}")
    (parent / "secret").write_text("a secret")
    return dist


@pytest.fixture
def settings(settings, directory) -> Settings:
    return settings.model_copy(update={"admin_ui_directory": directory})


async def ask(client, path, method="GET", encoding="identity", **headers):
    return await client.request(method, path, headers={"Accept-Encoding": encoding, **headers})


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/handlers/5", "/people", "/apiary", "/x/y.z"]
)
async def test_every_address_of_a_screen_answers_with_the_page(client, path):
    response = await ask(client, path)
    assert response.status_code == 200
    assert response.text == PAGE
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"


async def test_the_page_is_not_sent_again_to_who_has_it(client):
    first = await ask(client, "/handlers/5")
    again = await ask(client, "/", **{"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["cache-control"] == "no-cache"


async def test_what_has_a_hash_in_its_name_is_good_for_a_year(client):
    response = await ask(client, "/assets/index-77b1.css")
    assert response.text == "body {}"
    assert response.headers["content-type"] == "text/css; charset=utf-8"
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "vary" not in response.headers


async def test_a_file_that_has_no_hash_is_looked_for_again(client):
    response = await ask(client, "/icon.svg")
    assert response.text == "<svg/>"
    assert response.headers["content-type"] == "image/svg+xml"
    assert response.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("BR ; Q=0.3", "br"),
        ("*", "br"),
        ("*;q=0", None),
        ("identity", None),
        ("br;q=0.0, gzip;q=0", None),
        ("", None),
    ],
)
async def test_a_script_comes_as_small_as_the_client_takes_it(client, accepted, coding):
    response = await ask(client, "/assets/index-4f2a.js", "HEAD", accepted)
    assert response.headers.get("content-encoding") == coding
    assert response.headers["vary"] == "Accept-Encoding"
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"


async def test_each_coding_has_its_own_bytes_and_tag(client):
    plain = await ask(client, "/assets/index-4f2a.js")
    assert plain.text == SCRIPT
    zipped = await ask(client, "/assets/index-4f2a.js", encoding="gzip")
    assert zipped.text == SCRIPT
    async with client.stream(
        "GET", "/assets/index-4f2a.js", headers={"Accept-Encoding": "br"}
    ) as response:
        assert b"".join([part async for part in response.aiter_raw()]) == COMPRESSED
    assert len({one.headers["etag"] for one in (plain, zipped, response)}) == 3


async def test_what_the_panel_has_not_is_not_the_page_and_not_kept(client):
    for path in ("/assets/index-0000.js", "/assets/x/y", "/assets/index-4f2a.js.br"):
        response = await ask(client, path)
        assert response.status_code == 404
        assert response.headers["content-type"] == "application/problem+json"
        assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret",
        "/..%2fsecret",
        "/%2e%2e/secret",
        "/..%5csecret",
        "//secret",
        "/assets/..%2f..%2fsecret",
        "/assets/../../secret",
        "/%00",
        "/.built-from",
    ],
)
async def test_no_address_leads_out_of_the_folder_or_to_what_is_hidden(client, path):
    response = await client.get(path)
    assert response.text == PAGE or response.status_code == 404
    assert "secret" not in response.text or response.status_code == 404
    assert "hidden" not in response.text


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/v1", "/api/v1/gadgets", "/api/v2/handlers", "/schema/x"]
)
async def test_an_unknown_address_of_the_api_is_a_problem(client, path):
    response = await ask(client, path)
    assert response.status_code == 404
    assert response.json()["code"] == "not_found"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics", "/schema"])
async def test_what_was_there_before_stays_there(client, path):
    response = await ask(client, path)
    assert response.status_code in {200, 503}  # not ready yet, perhaps
    assert response.text != PAGE


@pytest.mark.parametrize("path", ["/", "/assets/index-4f2a.js"])
async def test_head_tells_the_same_without_a_body(client, path):
    read, asked = await ask(client, path), await ask(client, path, "HEAD")
    assert (asked.status_code, asked.content) == (200, b"")
    for one in (read, asked):
        del one.headers["x-request-id"]
    assert asked.headers == read.headers
    assert asked.headers["content-length"] == str(len(read.content))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_nothing_else_can_be_done_with_it(client, method):
    response = await ask(client, "/handlers/5", method)
    assert response.status_code == 405
    assert {"GET", "HEAD"} <= {one.strip() for one in response.headers["allow"].split(",")}


@pytest.mark.parametrize("path", ["/", "/assets/index-4f2a.js", "/icon.svg"])
async def test_a_browser_is_told_to_load_scripts_from_here_alone(client, path):
    headers = (await ask(client, path)).headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


async def test_it_needs_no_log_in_counts_for_no_limit_and_is_not_described(client):
    response = await ask(client, "/handlers/5")
    assert not [name for name in response.headers if name.startswith("ratelimit")]
    paths = (await client.get("/schema/openapi.json")).json()["paths"]
    assert all(path.startswith("/api/v1/") for path in paths)


async def test_the_panel_stays_as_it_was_at_the_start(settings, directory, tmp_path):
    removed = shutil.copytree(directory, tmp_path / "dist")
    own = settings.model_copy(update={"admin_ui_directory": removed})
    async with serving(own) as client:
        shutil.rmtree(removed)
        assert (await ask(client, "/")).text == PAGE
        assert (await ask(client, "/assets/index-4f2a.js")).text == SCRIPT


class TestWithoutAPanel:
    @pytest.fixture
    def settings(self, settings):
        return settings.model_copy(update={"admin_ui_directory": None})

    @pytest.mark.parametrize("path", ["/", "/handlers/5", "/assets/index-4f2a.js"])
    async def test_there_is_nothing(self, client, path):
        response = await ask(client, path)
        assert response.status_code == 404
        assert response.json()["code"] == "not_found"
