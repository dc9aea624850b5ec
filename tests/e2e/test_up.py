"""`just up`: one command starts everything, says where it is, and stops on Ctrl-C."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from botloom_local.plan import SERVICES
from botloom_local.ports import port_variable
from botloom_local.servers import free_port
from support.person import Person

PANEL = "<!doctype html><title>The admin panel</title>"
USERS = (*SERVICES, "simulator", "redis")


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    own = {key: value for key, value in os.environ.items() if not key.startswith("BOTLOOM_")}
    ports = {port_variable(user): str(free_port()) for user in USERS}
    with tempfile.TemporaryDirectory(prefix="botloom-up-") as directory:
        # Where the tests run as root, PostgreSQL runs as another user, who must get in.
        Path(directory).chmod(0o755)
        # Building the real one takes long, and has tests of its own.
        panel = Path(directory) / "panel"
        panel.mkdir()
        (panel / "index.html").write_text(PANEL)
        own |= {
            "LANG": "en_US.UTF-8",
            "BOTLOOM_DATA_DIRECTORY": f"{directory}/data",
            "BOTLOOM_ADMIN_UI_DIRECTORY": str(panel),
        }
        yield {**own, **ports}


@contextmanager
def up(environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    child = subprocess.Popen(
        [sys.executable, "-m", "botloom_local"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield child
    finally:
        if child.poll() is None:
            child.send_signal(signal.SIGINT)
        child.communicate(timeout=30)


def greeting(child: "subprocess.Popen[str]") -> str:
    """What it prints up to its last line of the greeting."""
    assert child.stdout is not None
    lines = []
    for line in child.stdout:
        lines.append(line)
        if "Ctrl-C stops it" in line:
            break
    return "".join(lines)


def settings(environment: dict[str, str]) -> dict[str, str]:
    file = Path(environment["BOTLOOM_DATA_DIRECTORY"]) / "env"
    return dict(line.split("=", 1) for line in file.read_text().splitlines())


@pytest.mark.long
async def test_everything_comes_up_answers_stops_and_keeps_its_data(
    environment: dict[str, str],
) -> None:
    with up(environment) as child:
        shown = greeting(child)
        simulator = f"http://127.0.0.1:{environment['BOTLOOM_SIMULATOR_PORT']}"
        assert f"Web chat     {simulator}/" in shown
        token = settings(environment)["BOTLOOM_ADMIN_TOKEN"]
        assert re.search(rf"Admin token +{re.escape(token)}", shown)

        async with httpx.AsyncClient(timeout=30) as http:
            person = Person(http, simulator, 7_000_000_001)
            await person.is_called(first_name="Anna")
            await person.says("/start")
            home = await person.sees("Hello, Anna!")
            await person.presses(home, "menu")
            menu = await person.sees("Cappuccino")
            assert menu["photo"]
            await person.presses(menu, "order")
            answers = await person.notified(2)
            assert answers[-1]["text"].startswith("One cappuccino")

            api = settings(environment)["BOTLOOM_ADMIN_API_URL"]
            assert f"Admin panel  {api}/" in shown
            assert (await http.get(f"{api}/")).text == PANEL
            headers = {"Authorization": f"Bearer {token}"}
            body = {"pattern": "kept?", "message": "Kept"}
            created = await http.post(f"{api}/api/v1/handlers", json=body, headers=headers)
            assert created.status_code == 201

            owner = {
                "email": settings(environment)["BOTLOOM_OWNER_EMAIL"],
                "password": settings(environment)["BOTLOOM_OWNER_PASSWORD"],
            }
            assert all(part in shown for part in owner.values())
            logged_in = await http.post(f"{api}/api/v1/auth/token", json=owner)
            assert logged_in.status_code == 200

        child.send_signal(signal.SIGINT)
        assert child.wait(timeout=30) == 0

    with up(environment) as child:
        greeting(child)
        assert settings(environment)["BOTLOOM_ADMIN_TOKEN"] == token
        async with httpx.AsyncClient(timeout=30) as http:
            person = Person(http, simulator, 7_000_000_002)
            await person.says("kept?")
            await person.sees("Kept")
            found = await http.get(f"{api}/api/v1/handlers?limit=200", headers=headers)
            patterns = [handler["pattern"] for handler in found.json()["items"]]
            assert patterns.count("/start") == 1


def test_a_taken_port_is_named_before_anything_starts(environment: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(environment["BOTLOOM_STATS_PORT"])))
        taken.listen()
        with up(environment) as child:
            output, _ = child.communicate(timeout=30)
    assert child.returncode == 1
    assert f"Port {environment['BOTLOOM_STATS_PORT']} (stats) is taken" in output
    assert "BOTLOOM_STATS_PORT" in output
    assert not (Path(environment["BOTLOOM_DATA_DIRECTORY"]) / "postgres").exists()


def test_a_database_that_is_not_there_is_named(environment: dict[str, str]) -> None:
    address = f"postgresql+asyncpg://postgres@127.0.0.1:{free_port()}/botloom"
    with up({**environment, "BOTLOOM_DATABASE_URL": address}) as child:
        output, _ = child.communicate(timeout=30)
    assert child.returncode == 1
    assert "BOTLOOM_DATABASE_URL: no PostgreSQL answers there" in output


def test_reset_forgets_the_data(environment: dict[str, str]) -> None:
    directory = Path(environment["BOTLOOM_DATA_DIRECTORY"])
    (directory / "redis").mkdir(parents=True)
    (directory / "env").write_text("BOTLOOM_ADMIN_TOKEN=x\n")
    command = [sys.executable, "-m", "botloom_local.reset"]
    assert subprocess.run(command, env=environment, check=False).returncode == 0
    assert not directory.exists()
