"""The example bot: what an admin would make over HTTP, made over HTTP."""

import json
from importlib.resources import files
from typing import Any

import httpx

PUBLIC_PHOTO = "https://telegram.org/img/t_logo.png"
"""Telegram fetches it; the simulator's own pictures it can't reach."""


def load_example(language: str, simulator_url: str | None) -> dict[str, Any]:
    """`language` is `en` or `ru`. Objects refer to each other by name."""
    text = files("botloom_local").joinpath("examples", f"{language}.json").read_text("utf-8")
    photo = PUBLIC_PHOTO if simulator_url is None else f"{simulator_url}/static/photos/coffee.jpg"
    example: dict[str, Any] = json.loads(text.replace("$PHOTO", photo))
    return example


async def seed(
    client: httpx.AsyncClient, api: str, headers: dict[str, str], example: dict[str, Any]
) -> None:
    """Does nothing where handlers are there. Raises `httpx.HTTPStatusError`."""
    found = await client.get(f"{api}/handlers", params={"limit": 1}, headers=headers)
    if found.raise_for_status().json()["items"]:
        return

    async def create(resource: str, body: dict[str, Any]) -> int:
        answer = await client.post(f"{api}/{resource}", json=body, headers=headers)
        created: int = answer.raise_for_status().json()["id"]
        return created

    buttons = {name: await create("buttons", body) for name, body in example["buttons"].items()}
    keyboards = {}
    for name, rows in example["keyboards"].items():
        layout = [[buttons[button] for button in row] for row in rows]
        keyboards[name] = await create("keyboards", {"name": name, "layout": layout})
    handlers = {}
    for pattern, body in example["handlers"].items():
        handler = _with_id(body, "keyboard", "keyboard_id", keyboards)
        handlers[pattern] = await create("handlers", {"pattern": pattern, **handler})
    for data, body in example["callbacks"].items():
        callback = _with_id(body, "shows", "handler_id", handlers)
        for step in callback.get("action", ()):
            if step["type"] == "show":
                step["handler_id"] = handlers[step["handler_id"]]
        await create("callbacks", {"callback_data": data, **callback})


def _with_id(
    body: dict[str, Any], reference: str, column: str, ids: dict[str, int]
) -> dict[str, Any]:
    """`body` with the column in place of the reference by name, where it has one."""
    rest = {key: value for key, value in body.items() if key != reference}
    return {**rest, column: ids[body[reference]]} if reference in body else rest
