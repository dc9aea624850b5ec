"""What a bot asks and says about itself, and the files it sent."""

import re
from typing import Any

import msgspec
from botloom_contracts.telegram import COMMAND_MAX

from ..bots import Bot
from ..errors import BadRequest
from ..objects import BotCommand, File, User
from ..world import World
from .parameters import Parameters

_COMMAND = re.compile(r"[a-z0-9_]+")
_MAX_COMMANDS = 100
_DESCRIPTION_MAX = 256
_DEFAULT_SCOPE = "default"


def get_me(_: World, bot: Bot, __: Parameters) -> User:
    """https://core.telegram.org/bots/api#getme"""
    return msgspec.structs.replace(
        bot.user,
        can_join_groups=True,
        can_read_all_group_messages=True,
        supports_inline_queries=False,
        can_connect_to_business=False,
        has_main_web_app=False,
    )


def set_my_commands(_: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setmycommands"""
    given = parameters.json("commands", "can't parse commands JSON object")
    if not isinstance(given, list):
        raise BadRequest("expected an Array of BotCommand")
    if len(given) > _MAX_COMMANDS:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    bot.commands[_key(parameters)] = tuple(_command(item) for item in given)
    return True


def get_my_commands(_: World, bot: Bot, parameters: Parameters) -> tuple[BotCommand, ...]:
    """https://core.telegram.org/bots/api#getmycommands"""
    return bot.commands.get(_key(parameters), ())


def delete_my_commands(_: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands"""
    bot.commands.pop(_key(parameters), None)
    return True


def get_file(world: World, _: Bot, parameters: Parameters) -> File:
    """https://core.telegram.org/bots/api#getfile"""
    file_id = parameters.text("file_id")
    if not file_id:
        raise BadRequest("file_id not specified")
    file = world.files.by_id(file_id)
    if file is None:
        raise BadRequest("invalid file_id")
    return File(
        file_id=file_id,
        file_unique_id=f"{file.unique_id}{file_id[-1]}",
        file_size=file.size,
        file_path=file.path,
    )


def done(_: World, __: Bot, ___: Parameters) -> bool:
    """close and logOut: there is no other server to move to, so nothing happens."""
    return True


def _key(parameters: Parameters) -> tuple[str, str]:
    scope = parameters.json("scope", "can't parse BotCommandScope JSON object")
    if scope is None:
        return _DEFAULT_SCOPE, parameters.text("language_code")
    if not isinstance(scope, dict) or not isinstance(scope.get("type"), str):
        raise BadRequest("can't parse BotCommandScope: expected an Object")
    place = ":".join(str(scope[name]) for name in ("chat_id", "user_id") if name in scope)
    return f"{scope['type']}{':' if place else ''}{place}", parameters.text("language_code")


def _command(item: Any) -> BotCommand:
    try:
        command = msgspec.convert(item, BotCommand)
    except msgspec.ValidationError as error:
        raise BadRequest(f"can't parse BotCommand: {error}") from None
    name = command.command.removeprefix("/").lower()
    if not _COMMAND.fullmatch(name) or len(name) > COMMAND_MAX:
        raise BadRequest("BOT_COMMAND_INVALID")
    if not 1 <= len(command.description) <= _DESCRIPTION_MAX:
        raise BadRequest("BOT_COMMAND_DESCRIPTION_INVALID")
    return BotCommand(command=name, description=command.description)
