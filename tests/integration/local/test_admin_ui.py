"""Building the admin panel, shown with an app of two files in its place."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from botloom_local.admin_ui.building import build
from botloom_local.admin_ui.packages import AdminUiError
from botloom_local.admin_ui.sources import digest_of, source_files

BUILD = """
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
const source = readFileSync('src/main.js', 'utf8')
if (source.includes('mistake')) {
  console.error('src/main.js: there is a mistake')
  process.exit(1)
}
if (!source.includes('nothing')) writeFileSync('dist/index.html', source)
appendFileSync('.builds', '.')
"""
NOWHERE = "http://127.0.0.1:9/"
"""Where nothing listens: https://www.rfc-editor.org/rfc/rfc863"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/main.js").write_text("first")
    (tmp_path / "build.mjs").write_text(BUILD)
    use_packages(tmp_path, {})
    return tmp_path


def use_packages(app: Path, dependencies: dict[str, str]) -> None:
    package = {"name": "app", "version": "1.0.0", "dependencies": dependencies}
    locked = {
        "": package,
        **{
            f"node_modules/{name}": {"version": version, "resolved": f"{NOWHERE}{name}.tgz"}
            for name, version in dependencies.items()
        },
    }
    lock = {**package, "lockfileVersion": 3, "requires": True, "packages": locked}
    scripts = {"scripts": {"build": "node build.mjs"}}
    (app / "package.json").write_text(json.dumps(package | scripts))
    (app / "package-lock.json").write_text(json.dumps(lock))


def builds(app: Path) -> int:
    return len((app / ".builds").read_text())


def test_it_is_built_once_until_a_source_changes(app: Path) -> None:
    told: list[str] = []
    dist = build(app, told.append)
    assert (dist / "index.html").read_text() == "first"
    assert told == ["Installing the admin panel's packages…", "Building the admin panel…"]

    assert build(app, told.append) == dist
    assert builds(app) == 1
    assert len(told) == 2

    (app / "src/main.js").write_text("second")
    build(app, told.append)
    assert (dist / "index.html").read_text() == "second"
    assert told[2:] == ["Building the admin panel…"]


def test_a_file_written_again_as_it_was_is_no_change(app: Path) -> None:
    build(app)
    (app / "src/main.js").write_text("first")
    build(app)
    assert builds(app) == 1


def test_of_those_who_build_at_once_one_does_it(app: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        assert len(set(pool.map(build, [app] * 3))) == 1
    assert builds(app) == 1


def test_what_a_failed_build_wrote_is_shown_and_it_is_tried_again(app: Path) -> None:
    build(app)
    (app / "src/main.js").write_text("a mistake")
    for _ in range(2):
        with pytest.raises(AdminUiError, match=r"`npm run build` failed:(?s:.*)there is a mistake"):
            build(app)


def test_a_build_that_makes_no_page_is_a_failure(app: Path) -> None:
    (app / "src/main.js").write_text("nothing")
    with pytest.raises(AdminUiError, match=r"made no .*index\.html"):
        build(app)


def test_a_registry_that_is_away_is_an_error_with_npms_words(app: Path) -> None:
    (app / ".npmrc").write_text(f"registry={NOWHERE}\n")
    use_packages(app, {"left-pad": "1.3.0"})
    with pytest.raises(AdminUiError, match=r"`npm ci .*` failed:(?s:.*)ECONNREFUSED"):
        build(app)


def test_where_there_are_no_sources_this_is_said(tmp_path: Path) -> None:
    with pytest.raises(AdminUiError, match="There are no sources"):
        build(tmp_path)


def test_a_source_that_moves_is_a_change_and_what_npm_makes_is_none(app: Path) -> None:
    before = digest_of(app, source_files(app))
    for made in ("node_modules/x/index.js", "dist/index.html", ".cache"):
        (app / made).parent.mkdir(parents=True, exist_ok=True)
        (app / made).write_text("x")
    assert digest_of(app, source_files(app)) == before
    (app / "src/dist").mkdir()
    (app / "src/main.js").rename(app / "src/dist/main.js")
    assert digest_of(app, source_files(app)) != before
