"""What every command has: the API, and an end that tells what went wrong.

Click itself ends with 2 where a command is used wrongly, and with 1 where the person says no.
"""

import os
from collections.abc import Callable
from contextlib import closing
from functools import wraps
from typing import Any, Concatenate, ParamSpec

import click

from .api import Api, Refused, Unreachable
from .output import print_problem

REFUSED = 1
"""Also where lint finds something."""
UNREACHABLE = 2
CHANGES = 3
"""Of `plan --detailed-exitcode`, where there is something to do."""

ParamsT = ParamSpec("ParamsT")


def with_api(command: Callable[Concatenate[Api, ParamsT], None]) -> Callable[..., None]:
    """Its first argument is the API; refusals become sentences and exit codes."""

    @click.pass_context
    @wraps(command)
    def run(context: click.Context, /, *args: Any, **kwargs: Any) -> None:
        with closing(Api(context.obj, _token())) as api:
            try:
                command(api, *args, **kwargs)
            except Refused as refused:
                print_problem(refused.problem)
                context.exit(REFUSED)
            except Unreachable as error:
                click.secho(str(error), fg="red", err=True)
                context.exit(UNREACHABLE)

    return run


def _token() -> str:
    """Not an option: other people of the machine can see the command line."""
    token = os.environ.get("BOTLOOM_TOKEN", "").strip()
    if not token:
        raise click.UsageError("BOTLOOM_TOKEN is not set: the token of the admin API.")
    if not (token.isascii() and token.isprintable()):
        raise click.UsageError("BOTLOOM_TOKEN has characters that no token has.")
    return token
