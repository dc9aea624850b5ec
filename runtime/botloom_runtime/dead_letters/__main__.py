"""`python -m botloom_runtime.dead_letters`: list, show and replay what could not be consumed.

The exit code is 1 where a letter is not there or Redis does not answer, 2 where the command is
none.
"""

import asyncio
import sys
from argparse import ArgumentParser, Namespace

from botloom_contracts.streams import INTERACTIONS, STREAMS, Stream
from pydantic import SecretStr
from redis.asyncio import Redis
from redis.exceptions import ResponseError

from ..process import run_service
from ..redis_client import OUTAGES, connect_redis
from ..settings import ServiceSettings
from .letters import find, letters, replay, replay_all
from .printing import in_full, in_short


class Settings(ServiceSettings):
    redis_url: SecretStr
    """`redis://HOST:PORT/DATABASE`."""


def read_arguments(arguments: list[str]) -> Namespace:
    """Raises `SystemExit` with 2 where they are wrong."""
    parser = ArgumentParser(
        "dead-letters", description="Look at what could not be consumed, and bring it back."
    )
    parser.add_argument(
        "--stream",
        choices=[stream.name for stream in STREAMS],
        default=INTERACTIONS.name,
        help="whose letters; default: %(default)s",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="a line for each, the oldest first")
    show = commands.add_parser("show", help="all of some letters")
    show.add_argument("ids", nargs="+", metavar="ID")
    again = commands.add_parser("replay", help="put letters back on their stream")
    which = again.add_mutually_exclusive_group(required=True)
    which.add_argument("ids", nargs="*", metavar="ID", default=[])
    which.add_argument("--all", action="store_true", help="all that are there now")
    return parser.parse_args(arguments)


async def run(asked: Namespace, redis: Redis) -> bool:
    """Returns whether all that was asked for is done."""
    (stream,) = [one for one in STREAMS if one.name == asked.stream]
    if asked.command == "list":
        return await _list(redis, stream)
    if asked.command == "replay" and asked.all:
        return await _replay_all(redis, stream)
    each = _show if asked.command == "show" else _replay
    done = True
    for letter_id in asked.ids:
        try:
            found = await each(redis, stream, letter_id)
        except ResponseError as error:
            print(f"{letter_id}: {error}", file=sys.stderr)
            done = False
        else:
            if not found:
                print(f"{letter_id}: there is no such letter", file=sys.stderr)
            done = done and found
    return done


async def _list(redis: Redis, stream: Stream) -> bool:
    count = await redis.xlen(stream.dead_letters)
    print(f"{stream.dead_letters}: {count or 'no'} letter{'s' if count != 1 else ''}")
    after = None
    while page := await letters(redis, stream, after=after):
        for letter in page:
            print(in_short(letter))
        after = page[-1].id
    return True


async def _show(redis: Redis, stream: Stream, letter_id: str) -> bool:
    letter = await find(redis, stream, letter_id)
    if letter is not None:
        print(in_full(letter))
    return letter is not None


async def _replay(redis: Redis, stream: Stream, letter_id: str) -> bool:
    entry_id = await replay(redis, stream, letter_id)
    if entry_id is not None:
        print(f"{letter_id} is on `{stream.name}` again, as {entry_id}")
    return entry_id is not None


async def _replay_all(redis: Redis, stream: Stream) -> bool:
    count = 0
    async for letter_id, entry_id in replay_all(redis, stream):
        print(f"{letter_id} is on `{stream.name}` again, as {entry_id}")
        count += 1
    print(f"{count} replayed")
    return True


async def serve(settings: Settings, stop: asyncio.Event) -> None:
    """Raises `SystemExit`."""
    del stop  # each letter is one step of Redis
    redis = connect_redis(settings.redis_url.get_secret_value())
    try:
        done = await run(read_arguments(sys.argv[1:]), redis)
    except OUTAGES as error:
        raise SystemExit(f"Redis does not answer: {error}") from None
    finally:
        await redis.aclose()
    if not done:
        raise SystemExit(1)


if __name__ == "__main__":
    read_arguments(sys.argv[1:])  # before settings are missed
    run_service("dead-letters", Settings, serve)
