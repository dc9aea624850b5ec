"""Updates a second: this gateway in webhook mode against a bot written by hand, on one core each.

The gateway has every interaction on the stream, and Redis it on disk, before it answers; the other
records nothing.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from botloom_contracts.cache import CONFIG_SEQ, encode_entry
from botloom_contracts.keyboards import ButtonEntry, KeyboardEntry
from botloom_local.servers import embedded_redis, free_port
from redis import Redis
from support.cache import handler
from support.processes import process, wait_until_ready

from .handwritten_bot import BUTTONS, TEXT
from .report import Figure, Report

ROUNDS = 3
SECONDS = 5.0
CONNECTIONS = 50
SECRET = "benchmark-secret-0123456789"
TARGET = 3.0


def run() -> Report:
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="botloom-bench-")))
        redis_port, simulator, gateway, other = (free_port() for _ in range(4))
        redis = stack.enter_context(embedded_redis(directory / "redis", redis_port))
        _pin(redis.pid, 1)
        redis_url = f"redis://127.0.0.1:{redis_port}/0"
        client = stack.enter_context(Redis.from_url(redis_url))
        _fill_cache(client)
        log = directory / "log"
        environment = {
            "BOTLOOM_REDIS_URL": redis_url,
            "BOTLOOM_BOT_TOKEN": "100000001:SIMULATED-BOT-TOKEN-NOT-SECRET",
            "BOTLOOM_BOT_API_URL": f"http://127.0.0.1:{simulator}",
            "BOTLOOM_SIMULATOR_PORT": str(simulator),
            "BOTLOOM_GATEWAY_PORT": str(gateway),
            "BOTLOOM_WEBHOOK_URL": f"http://127.0.0.1:{gateway}/telegram",
            "BOTLOOM_WEBHOOK_SECRET": SECRET,
            "BOTLOOM_LOG_LEVEL": "warning",
            # Telegram takes 30 messages a second of any bot; this is about the programs.
            "BOTLOOM_LIMIT_PER_SECOND": "0",
            "BOTLOOM_LIMIT_PER_CHAT_PER_SECOND": "0",
            "BOTLOOM_LIMIT_PER_GROUP_PER_MINUTE": "0",
        }
        stack.enter_context(process("botloom_simulator", environment=environment, log=log, core=1))
        stack.enter_context(process("botloom_gateway", environment=environment, log=log, core=0))
        stack.enter_context(
            process(
                "load.handwritten_bot",
                str(other),
                SECRET,
                environment={"PYTHONPATH": str(Path(__file__).parents[1])},
                log=log,
                core=0,
            )
        )
        wait_until_ready(f"http://127.0.0.1:{gateway}")
        ours, theirs = [], []
        next_id = 1
        _drive(gateway, 1.0, next_id)
        _drive(other, 1.0, next_id)
        recorded_before = client.xlen("interactions")
        for _ in range(ROUNDS):
            next_id += 1_000_000
            ours.append(_drive(gateway, SECONDS, next_id))
            theirs.append(_drive(other, SECONDS, next_id))
        recorded = client.xlen("interactions") - recorded_before
        answered = sum(result["answered"] for result in ours)
        failures = sum(result["failures"] for result in (*ours, *theirs))
        if failures or recorded != answered:
            raise SystemExit(f"{failures} failures; {answered} answered, {recorded} recorded")
    return Report(
        "gateway: updates a second on one core, webhook mode",
        [
            _figure("this gateway, each interaction on disk first", ours),
            _figure("bot written by hand, SimpleRequestHandler", theirs),
        ],
        ratio=statistics.median(
            a["per_second"] / b["per_second"] for a, b in zip(ours, theirs, strict=True)
        ),
        target=f"at least {TARGET}",
        reached=lambda ratio: ratio >= TARGET,
    )


def _figure(name: str, results: list[dict[str, Any]]) -> Figure:
    middle = sorted(results, key=lambda result: result["per_second"])[len(results) // 2]
    detail = (
        f"p50 {middle['p50_ms']:.1f} ms, p99 {middle['p99_ms']:.1f} ms, "
        f"longest {max(result['longest_ms'] for result in results):.0f} ms"
    )
    return Figure(name, middle["per_second"], "/s", detail)


def _fill_cache(client: Redis) -> None:
    rows = tuple(tuple(ButtonEntry(label, data) for label, data in row) for row in BUTTONS)
    client.set("keyboard:1", encode_entry(KeyboardEntry(rows)))
    client.mset(handler("/start", message=TEXT, keyboard_id=1))
    client.set(CONFIG_SEQ, 1)


def _drive(port: int, seconds: float, first_id: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "load.driver", f"http://127.0.0.1:{port}/telegram", SECRET]
    child = subprocess.Popen(
        [*command, str(CONNECTIONS), str(seconds), str(first_id)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    _pin(child.pid, 1)
    output, _ = child.communicate(timeout=seconds + 30)
    result: dict[str, Any] = json.loads(output)
    return result


def _pin(pid: int, core: int) -> None:
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(pid, {core})
