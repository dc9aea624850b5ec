"""The commands and their options."""

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from .api import Api, Refused
from .connecting import CHANGES, REFUSED, with_api
from .document_file import media_type, read_document
from .following import follow
from .output import (
    print_changes,
    print_counts,
    print_event,
    print_explanation,
    print_json,
    printable,
)
from .progress import progress
from .propagation import wait_until_live

URL = "http://127.0.0.1:8000"

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
delete_option = click.option(
    "--delete/--no-delete",
    default=True,
    help="Whether what the document does not have is deleted.  [default: delete]",
)
document_argument = click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("botloom-cli"), message="%(version)s")
@click.option("--url", envvar="BOTLOOM_URL", default=URL, show_default=True, show_envvar=True)
@click.pass_context
def main(context: click.Context, url: str) -> None:
    """Build a Telegram bot from the command line.

    BOTLOOM_TOKEN is the token of the admin API. Exit codes: 0, all is well; 1, refused, or lint
    found something; 2, used wrongly, or no answer; 3, `plan --detailed-exitcode` has changes.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False
    context.obj = url


@main.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, writable=True), help="A file.")
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), help="Default: by the file.")
@with_api
def export(api: Api, output: str | None, form: str | None) -> None:
    """Write the configuration as one document."""
    form = form or ("json" if output is not None and output.endswith(".json") else "yaml")
    with progress("Exporting"):
        document = api.request("GET", "/export", params={"format": form}).content
    if output is None:
        click.echo(document, nl=False)
    else:
        Path(output).write_bytes(document)


@main.command()
@document_argument
@delete_option
@click.option("--detailed-exitcode", is_flag=True, help="Exit with 3 where there are changes.")
@json_option
@with_api
def plan(api: Api, file: str, delete: bool, detailed_exitcode: bool, as_json: bool) -> None:
    """Show what FILE would change; `-` is standard input."""
    made = _plan(api, file, read_document(file), delete)
    if as_json:
        print_json(made)
    else:
        _print_plan(made)
        click.echo(f"Plan {made['plan_id']}")
    if detailed_exitcode and made["changes"]:
        raise SystemExit(CHANGES)


@main.command()
@document_argument
@delete_option
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--plan-id", help="Carry out this plan, which was looked at before, and do not ask.")
@json_option
@with_api
def apply(api: Api, file: str, delete: bool, yes: bool, plan_id: str | None, as_json: bool) -> None:
    """Plan FILE, ask, and carry the plan out."""
    body = read_document(file)
    if plan_id is None:
        if not yes and not (sys.stdin.isatty() and file != "-"):
            raise click.UsageError("There is no terminal to ask on: give --yes or --plan-id.")
        made = _plan(api, file, body, delete)
        if not as_json:
            _print_plan(made)
        if made["changes"] and not yes and not click.confirm("Carry it out?"):
            raise SystemExit(REFUSED)
        plan_id = made["plan_id"]
    applied = _apply(api, file, body, delete, plan_id)
    with progress("Waiting for the gateways"):
        live = (
            wait_until_live(api, applied["seq"]) if applied["seq"] > applied["base_seq"] else None
        )
    if as_json:
        print_json(applied)
    elif applied["seq"] > applied["base_seq"]:
        click.secho(f"Done: the configuration is at seq {applied['seq']}.", fg="green")
        if live is not None:
            click.echo(live)


@main.command()
@click.argument("text", required=False)
@click.option("--button", metavar="DATA", help="A press of a button with this callback data.")
@click.option("--kind", help="A message of this kind: photo, location, …")
@click.option("--event", help="An occurrence: join_request, blocked, …")
@click.option("--language", help="Of the person: en, ru, …")
@click.option("--var", "variables", metavar="NAME=VALUE", multiple=True, help="Of the person.")
@json_option
@with_api
def explain(api: Api, /, as_json: bool, variables: Sequence[str], **asked: Any) -> None:
    """Tell what the bot would do with the message TEXT, a press or something else."""
    body: dict[str, Any] = {
        name: value for name, value in asked.items() if value and name != "language"
    }
    if asked["language"]:
        body["person"] = {"language_code": asked["language"]}
    pairs = [one.partition("=") for one in variables]
    if not all(sign for _, sign, _ in pairs):
        raise click.BadParameter("must be NAME=VALUE", param_hint="--var")
    body["variables"] = {name: value for name, _, value in pairs}
    explanation = api.post("/explain", json=body)
    if as_json:
        print_json(explanation)
    else:
        print_explanation(explanation)


@main.command()
@click.option("--only", metavar="CODE", multiple=True, help="Look for these findings only.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Pass over these findings.")
@json_option
@with_api
def lint(api: Api, only: Sequence[str], ignore: Sequence[str], as_json: bool) -> None:
    """Find what is hardly meant; exits with 1 where something is found."""
    with progress("Looking"):
        items = api.get("/lint")["items"]
    found = [
        one for one in items if one["code"] not in ignore and (not only or one["code"] in only)
    ]
    if as_json:
        print_json(found)
    else:
        for one in found:
            what = "" if one["entity"] is None else f"{one['entity']} {one['id']}: "
            click.echo(f"{one['code']}: {what}{printable(one['detail'])}")
        click.echo(f"{len(found)} finding{'' if len(found) == 1 else 's'}.")
    if found:
        raise SystemExit(REFUSED)


@main.command()
@click.option("-n", "--lines", default=10, show_default=True, type=click.IntRange(0, 200))
@click.option("--interval", default=1.0, show_default=True, type=click.FloatRange(0.1, 3600))
@json_option
@with_api
def tail(api: Api, lines: int, interval: float, as_json: bool) -> None:
    """Show the newest changes as they come, until Ctrl-C."""
    try:
        for event in follow(api, lines, interval):
            if as_json:
                print_json(event)
            else:
                print_event(event)
    except KeyboardInterrupt:
        return


def _plan(api: Api, file: str, body: bytes, delete: bool) -> Any:
    params = {"delete": delete}
    headers = {"Content-Type": media_type(file)}
    with progress("Planning"):
        return api.post("/plan", params=params, content=body, headers=headers)


def _apply(api: Api, file: str, body: bytes, delete: bool, plan_id: str) -> Any:
    params = {"delete": delete, "plan_id": plan_id}
    headers = {"Content-Type": media_type(file)}
    try:
        with progress("Applying"):
            return api.post("/apply", params=params, content=body, headers=headers)
    except Refused as refused:
        if refused.code == "plan_outdated":
            click.secho("Nothing was changed.", fg="red", err=True)
        raise


def _print_plan(made: Any) -> None:
    print_changes(made["changes"])
    if made["changes"]:
        print_counts(made["counts"])
    else:
        click.echo("Nothing to do: the configuration is what the document says.")
