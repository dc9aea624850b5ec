"""The Dockerfile and the locks it installs from, read as files: no engine is needed."""

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
IMAGE = ROOT / "deploy/image"
LOCKS = IMAGE / "requirements"
DOCUMENTATION = ROOT / "docs/deployment-kubernetes.md"
SERVICES = sorted(path.parent.name for path in ROOT.glob("services/*/pyproject.toml"))

every_service = pytest.mark.parametrize("service", SERVICES)
every_lock = pytest.mark.parametrize("lock", ["build", *SERVICES])


def instructions() -> list[tuple[str, str]]:
    """(keyword, arguments) in order, without comments and with continued lines joined."""
    lines = (IMAGE / "Dockerfile").read_text().splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    joined = re.sub(r"\s*\\\n\s*", " ", text)
    parted = [line.partition(" ") for line in joined.splitlines() if line.strip()]
    return [(keyword, arguments) for keyword, _, arguments in parted]


def stages() -> dict[str, list[tuple[str, str]]]:
    """By name, the last one under "": the instructions, from `FROM` on."""
    found: dict[str, list[tuple[str, str]]] = {}
    name = None
    for keyword, arguments in instructions():
        if keyword == "FROM":
            name = arguments.partition(" AS ")[2]
            found[name] = []
        if name is not None:
            found[name].append((keyword, arguments))
    return found


def image(service: str) -> dict[str, str]:
    """What the image of a service ends up with, by keyword: of those that are there twice, the
    last."""
    found: dict[str, str] = {}
    name = ""
    while (stage := stages().get(name)) is not None:
        found = dict(stage) | found
        name = dict(stage)["FROM"].partition(" AS ")[0].replace("${SERVICE}", service)
    return found


def copied_from_the_context(service: str) -> list[str]:
    copies = [
        arguments.replace("${SERVICE}", service).split()
        for keyword, arguments in instructions()
        if keyword == "COPY" and not arguments.startswith("--from")
    ]
    return [source for *sources, _destination in copies for source in sources]


# The Dockerfile


def test_the_documentation_names_each_service_that_an_image_is_built_for() -> None:
    (sentence,) = re.findall(r"`SERVICE` is (.*?)\.", DOCUMENTATION.read_text(), re.DOTALL)
    assert sorted(re.findall(r"`([\w-]+)`", sentence)) == SERVICES


@every_service
def test_every_service_value_names_a_package_that_runs_as_a_module(service: str) -> None:
    module = f"botloom_{service.replace('-', '_')}"
    project = tomllib.loads((ROOT / "services" / service / "pyproject.toml").read_text())
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == [module]
    assert (ROOT / "services" / service / module / "__main__.py").is_file()


@every_service
def test_everything_the_image_copies_exists_and_reaches_the_build(service: str) -> None:
    ignore = (ROOT / ".dockerignore").read_text().splitlines()
    let_through = [line.removeprefix("!") for line in ignore if line.startswith("!")]
    assert "*" in ignore
    for source in copied_from_the_context(service):
        assert (ROOT / source).exists()
        assert any(Path(source).is_relative_to(allowed) for allowed in let_through)


def test_the_image_runs_as_the_user_that_kubernetes_is_told() -> None:
    component = ROOT / "deploy/kubernetes/components/service-pod/pod.yaml"
    context = yaml.safe_load(component.read_text())["spec"]["template"]["spec"]["securityContext"]
    for service in SERVICES:
        assert image(service)["USER"] == f"{context['runAsUser']}:{context['runAsGroup']}"
    assert context["runAsUser"] != 0


def test_the_process_gets_sigterm_itself() -> None:
    for service in SERVICES:
        assert image(service)["STOPSIGNAL"] == "SIGTERM"
        assert json.loads(image(service)["CMD"]) == ["serve"]
    (launcher,) = [arguments for _, arguments in instructions() if "/bin/serve" in arguments]
    assert "exec python -m botloom_" in launcher


def test_every_third_party_package_is_installed_by_its_hash() -> None:
    installs = [
        command
        for _, arguments in instructions()
        for command in arguments.split("&&")
        if re.search(r"\bpip\b.* install ", command)
    ]
    assert len(installs) == 3
    assert all("--require-hashes" in command or "--no-index" in command for command in installs)


def test_the_image_of_admin_api_alone_has_the_admin_panel_and_says_where() -> None:
    copies = {service: image(service)["COPY"] for service in SERVICES}
    with_panel = [service for service, copy in copies.items() if "--from=admin-ui" in copy]
    assert with_panel == ["admin-api"]
    source, target = copies["admin-api"].split()[1:]
    assert source == "/build/dist"
    assert image("admin-api")["ENV"] == f"BOTLOOM_ADMIN_UI_DIRECTORY={target}"


def test_the_admin_panel_is_built_from_packages_whose_hashes_are_known() -> None:
    commands = [arguments for keyword, arguments in stages()["admin-ui"] if keyword == "RUN"]
    assert [command for command in commands if re.match("npm (ci|install|i) ", command)] == [
        "npm ci --no-audit --no-fund --ignore-scripts"
    ]
    lock = json.loads((ROOT / "services/admin-ui/package-lock.json").read_text())
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert [name for name, one in packages.items() if "integrity" not in one] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []


# The locks


def pins(lock: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Each pinned package with its hashes."""
    for line in (LOCKS / f"{lock}.lock").read_text().replace("\\\n", " ").splitlines():
        requirement, *hashes = line.split("--hash=")
        if not requirement.startswith("#"):
            yield Requirement(requirement), [digest.strip() for digest in hashes]


def third_party(project: Path, table: str = "project.dependencies") -> list[Requirement]:
    """What a workspace package needs, itself and by way of the others of the workspace."""
    found = []
    values = tomllib.loads((project / "pyproject.toml").read_text())
    for key in table.split("."):
        values = values[key]
    for requirement in map(Requirement, values):
        member = requirement.name.removeprefix("botloom-")
        if member == requirement.name:
            found.append(requirement)
        else:
            found += third_party(ROOT / member)
    return found


def assert_pinned(needed: list[Requirement], lock: str) -> None:
    versions = defaultdict(list)
    for pin, _ in pins(lock):
        (specifier,) = pin.specifier
        versions[canonicalize_name(pin.name)].append(specifier.version)
    for requirement in needed:
        pinned = versions[canonicalize_name(requirement.name)]
        assert pinned, f"{requirement.name} is not in {lock}.lock: run deploy/image/lock.sh"
        assert all(requirement.specifier.contains(version) for version in pinned), (
            f"{lock}.lock has {requirement.name} {pinned}, which {requirement} does not allow: "
            "run deploy/image/lock.sh"
        )


@every_service
def test_a_lock_pins_each_dependency_within_its_bounds(service: str) -> None:
    needed = third_party(ROOT / "services" / service)
    assert {"msgspec", "pydantic-settings"} <= {requirement.name for requirement in needed}
    assert_pinned(needed, service)


@every_service
def test_the_build_lock_pins_what_builds_every_package(service: str) -> None:
    for project in ("contracts", "constructor", "runtime", f"services/{service}"):
        assert_pinned(third_party(ROOT / project, "build-system.requires"), "build")


@every_lock
def test_a_lock_pins_one_exact_version_of_each_package_with_its_hashes(lock: str) -> None:
    for pin, hashes in pins(lock):
        assert re.fullmatch(r"==[^*,]+", str(pin.specifier)), pin
        assert hashes, f"{pin.name} has no hash"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in hashes)


@every_lock
def test_a_lock_says_nothing_of_where_packages_come_from(lock: str) -> None:
    text = (LOCKS / f"{lock}.lock").read_text()
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)


def test_there_is_a_lock_for_each_service_and_no_other() -> None:
    assert sorted(path.stem for path in LOCKS.iterdir()) == sorted(["build", *SERVICES])
