"""The client as a process of its own, against a served admin API."""

import asyncio
import json
import os
import signal
import sys
from typing import NamedTuple

import pytest
from botloom_admin_api.server import serve
from botloom_admin_api.settings import Settings
from botloom_local.servers import free_port
from httpx import AsyncClient
from support.eventually import eventually
from support.in_process import serving

TOKEN = "a-token-of-the-tests"
DOCUMENT = """
version: 1
keyboards:
  menu: {layout: [[{label: Prices, data: prices}]]}
handlers:
  /start: {message: Hello, keyboard: menu}
callbacks:
  prices: {action: [{type: toast, text: Soon}]}
"""


class Ended(NamedTuple):
    code: int
    out: str
    err: str


class Client:
    def __init__(self, url, directory):
        self.url = url
        self.directory = directory

    async def start(self, *arguments, **environment):
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "botloom_cli",
            *arguments,
            cwd=self.directory,
            env={**os.environ, "BOTLOOM_URL": self.url, "BOTLOOM_TOKEN": TOKEN, **environment},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )

    async def run(self, *arguments, stdin=b"", **environment):
        process = await self.start(*arguments, **environment)
        out, err = await process.communicate(stdin)
        return Ended(process.returncode, out.decode(), err.decode())

    def write(self, text, name="bot.yaml"):
        (self.directory / name).write_text(text, "utf-8")
        return name

    def post(self, path, **body):
        headers = {"Authorization": f"Bearer {TOKEN}"}
        return AsyncClient(base_url=self.url, headers=headers).post(f"/api/v1/{path}", json=body)


@pytest.fixture
async def client(database_url, redis_url, tmp_path):
    port = free_port()
    settings = Settings(
        database_url=database_url, redis_url=redis_url, admin_token=TOKEN, admin_api_port=port
    )
    client = Client(f"http://127.0.0.1:{port}", tmp_path)
    async with serving(serve, settings):
        async with AsyncClient(base_url=client.url) as http:
            await eventually(lambda: http.get("/readyz"), lambda one: one.is_success)
        yield client


async def test_a_document_goes_in_and_comes_out_again(client):
    file = client.write(DOCUMENT)
    planned = await client.run("plan", file, "--detailed-exitcode")
    assert planned.code == 3
    assert "+ handler /start\n" in planned.out
    assert '    message: "Hello"\n' in planned.out
    assert "4 to create, 0 to change, 0 to delete; 0 stay as they are." in planned.out
    assert "\x1b[" not in planned.out

    applied = await client.run("apply", file, "--yes")
    assert applied.code == 0, applied.err
    assert "Done: the configuration is at seq 4." in applied.out
    again = await client.run("plan", file, "--detailed-exitcode")
    assert again.code == 0
    assert "Nothing to do" in again.out

    exported = await client.run("export")
    client.write(exported.out)
    assert (await client.run("plan", file, "--detailed-exitcode")).code == 0
    await client.run("export", "-o", "bot.json")
    assert json.loads((client.directory / "bot.json").read_bytes())["version"] == 1
    assert (await client.run("plan", "bot.json", "--detailed-exitcode")).code == 0


async def test_a_change_is_shown_before_and_after(client):
    await client.run("apply", client.write(DOCUMENT), "--yes")
    changed = DOCUMENT.replace("Hello", "Hi").replace("  prices: {action", "  offers: {action")
    planned = await client.run("plan", "-", "--json", stdin=changed.encode())
    assert json.loads(planned.out)["counts"]["deleted"] == 1
    shown = await client.run("plan", "-", stdin=changed.encode())
    assert '~ handler /start\n    message: "Hello" → "Hi"\n' in shown.out
    assert "- callback prices\n" in shown.out


async def test_a_plan_that_was_looked_at_is_carried_out_or_refused(client):
    file = client.write(DOCUMENT)
    plan_id = json.loads((await client.run("plan", file, "--json")).out)["plan_id"]
    await client.post("buttons", label="x", data="x")
    outdated = await client.run("apply", file, "--plan-id", plan_id)
    assert outdated.code == 1
    assert "Nothing was changed." in outdated.err
    assert "make a new plan" in outdated.err
    plan_id = json.loads((await client.run("plan", file, "--json")).out)["plan_id"]
    applied = await client.run("apply", file, "--plan-id", plan_id, "--json")
    assert json.loads(applied.out)["counts"]["deleted"] == 1


async def test_nothing_is_applied_without_a_word_of_a_person(client):
    refused = await client.run("apply", client.write(DOCUMENT))
    assert refused.code == 2
    assert "--yes" in refused.err
    assert (await client.run("export")).out == "version: 1\n"


async def test_problems_name_the_field_and_the_rule(client):
    refused = await client.run(
        "plan", client.write("version: 1\nhandlers: {/start: {text: Hello}}")
    )
    assert refused.code == 1
    assert "handlers./start.text: is not known here (unknown_field)" in refused.err


async def test_lint_fails_on_findings(client):
    found = await client.run("lint")
    assert found.code == 1
    assert "no_start: there is no /start" in found.out
    ignored = await client.run("lint", "--ignore", "no_start", "--ignore", "no_fallback")
    assert ignored.code == 0
    assert ignored.out == "0 findings.\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        (["lint"], {"BOTLOOM_URL": "http://127.0.0.1:9"}, "No answer from http://127.0.0.1:9"),
        (["lint"], {"BOTLOOM_TOKEN": ""}, "BOTLOOM_TOKEN is not set"),
        (["plan", "absent.yaml"], {}, "absent.yaml can't be read"),
        (["explain", "--var", "x", "hello"], {}, "NAME=VALUE"),
    ],
)
async def test_wrong_use_and_no_answer_end_with_2(tmp_path, arguments, environment, message):
    ended = await Client("http://127.0.0.1:9", tmp_path).run(*arguments, **environment)
    assert ended.code == 2
    assert message in ended.err


async def test_help_needs_no_token(tmp_path):
    ended = await Client("", tmp_path).run("apply", "--help", BOTLOOM_TOKEN="")
    assert ended.code == 0
    assert "--plan-id" in ended.out


async def test_tail_shows_changes_as_they_come(client):
    await client.post("buttons", label="first", data="x")
    process = await client.start("tail", "--interval", "0.1", "-n", "5")
    lines = process.stdout
    assert (await lines.readline()).endswith(b"button.created first\n")
    await client.post("buttons", label="second", data="x")
    seen = [await lines.readline() for _ in range(4)]
    assert seen[-1].startswith(b"2 ")
    assert seen[-1].endswith(b"button.created second\n")
    process.send_signal(signal.SIGINT)
    assert await asyncio.wait_for(process.wait(), 10) == 0
