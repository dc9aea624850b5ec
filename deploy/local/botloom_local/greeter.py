"""Waits until everything is ready, seeds the example bot, and prints the addresses."""

import asyncio
import os
from collections.abc import Mapping

import httpx
from botloom_runtime.backoff import paused
from botloom_runtime.process import run_service
from botloom_runtime.settings import ServiceSettings

from .example_bot import load_example, seed
from .plan import ADMIN_UI, SERVICES, data_directory, url_variable

READY_SECONDS = 60.0


async def greet(settings: ServiceSettings, stop: asyncio.Event) -> None:
    """Runs until `stop`, for the supervisor ends everything when one process ends."""
    del settings
    async with httpx.AsyncClient(timeout=10) as client:
        for name in ("simulator", *SERVICES):
            url = os.environ.get(url_variable(name))
            if url is not None:
                await _until_ready(client, name, url, stop)
        if stop.is_set():
            return
        await _seed_once(client, os.environ)
    print(_greeting(os.environ), flush=True)
    await stop.wait()


async def _until_ready(client: httpx.AsyncClient, name: str, url: str, stop: asyncio.Event) -> None:
    reason = "it does not answer"
    deadline = asyncio.get_running_loop().time() + READY_SECONDS
    while asyncio.get_running_loop().time() < deadline:
        try:
            answer = await client.get(f"{url}/readyz")
            if answer.is_success:
                return
            reason = answer.text
        except httpx.TransportError:
            pass
        if not await paused(stop, 0.05):
            return
    raise SystemExit(f"{name} is not ready after {READY_SECONDS:.0f} s: {reason}")


async def _seed_once(client: httpx.AsyncClient, environment: Mapping[str, str]) -> None:
    """An admin who deleted the example does not get it back."""
    seeded = data_directory(environment) / "seeded"
    if seeded.exists():
        return
    api = f"{environment[url_variable('admin-api')]}/api/v1"
    headers = {"Authorization": f"Bearer {environment['BOTLOOM_ADMIN_TOKEN']}"}
    example = load_example(
        "ru" if environment.get("LANG", "").startswith("ru") else "en",
        environment.get(url_variable("simulator")),
    )
    await seed(client, api, headers, example)
    seeded.touch()


def _greeting(environment: Mapping[str, str]) -> str:
    lines = ["", "Botloom is up.", ""]
    simulator = environment.get(url_variable("simulator"))
    if simulator is not None:
        lines.append(f"  Web chat     {simulator}/")
    admin_api = environment[url_variable("admin-api")]
    if environment.get(ADMIN_UI):
        lines.append(f"  Admin panel  {admin_api}/")
    lines += [
        f"  Admin API    {admin_api}/api/v1  (described at {admin_api}/schema)",
        f"  Admin token  {environment['BOTLOOM_ADMIN_TOKEN']}",
        f"  First owner  {environment['BOTLOOM_OWNER_EMAIL']}, made with the password "
        f"{environment['BOTLOOM_OWNER_PASSWORD']}",
        f"  Gateway      {environment[url_variable('gateway')]}",
        f"  Settings     {data_directory(environment) / 'env'}",
        "",
        "Ctrl-C stops it; the data stays. `just reset` forgets the data.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    run_service("local", ServiceSettings, greet)
