"""What people read: one line for a thing, colours on terminals only."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click

VALUE_MAX = 200
"""Characters of a value that are shown."""

_SIGNS = {"created": ("+", "green"), "updated": ("~", "yellow"), "deleted": ("-", "red")}


def print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))


def print_changes(changes: Sequence[Mapping[str, Any]]) -> None:
    for change in changes:
        sign, colour = _SIGNS[change["change"]]
        place = f"  ({printable(change['place'])})" if change["entity"] == "button" else ""
        title = f"{sign} {change['entity']} {printable(change['name'])}{place}"
        click.secho(title, fg=colour)
        for field in change["fields"]:
            click.echo(f"    {field_line(field, change['change'])}")


def print_counts(counts: Mapping[str, int]) -> None:
    click.echo(
        f"{counts['created']} to create, {counts['updated']} to change, "
        f"{counts['deleted']} to delete; {counts['unchanged']} stay as they are."
    )


def field_line(field: Mapping[str, Any], change: str) -> str:
    name = printable(field["field"])
    if change == "created":
        return f"{name}: {shown(field['after'])}"
    if change == "deleted":
        return f"{name}: {shown(field['before'])}"
    return f"{name}: {shown(field['before'])} → {shown(field['after'])}"


def print_explanation(told: Mapping[str, Any]) -> None:
    winner = told["winner"]
    if winner is None:
        click.echo("Nothing takes it.")
    else:
        click.echo(f"Taken by {winner['entity']} {winner['id']}: {printable(winner['pattern'])}")
    for one in told["others"]:
        title = f"{one['entity']} {one['id']} {printable(one['pattern'])}"
        click.echo(f"  not by {title}: {printable(one['detail'])}")
    for one in told["steps"]:
        click.echo(f"  step {shown(one['step'])}")
    for one in told["messages"]:
        click.secho(f"  {one['method']} {shown(one['params'])}", fg="green")
    for one in told["assumptions"]:
        click.echo(f"  assumed: {printable(one)}")


def print_event(event: Mapping[str, Any]) -> None:
    who = printable(event.get("actor_name") or event["actor"])
    click.secho(f"{event['seq']} {event['occurred_at']} {who}", bold=True, nl=False)
    click.echo(f" {event['type']} {printable(event['name'])}")
    change = event["type"].rpartition(".")[2]
    for field in event["changes"]:
        click.echo(f"    {field_line(field, change)}")


def print_problem(problem: Mapping[str, Any]) -> None:
    """On standard error."""
    errors = problem.get("errors") or ()
    if not errors:
        click.secho(f"Refused: {printable(problem.get('detail', ''))}", fg="red", err=True)
        return
    title = "1 problem" if len(errors) == 1 else f"{len(errors)} problems"
    click.secho(f"Refused ({problem['code']}), {title}:", fg="red", err=True)
    for error in errors:
        field = f"{printable(error['field'])}: " if error["field"] else ""
        click.echo(f"  {field}{printable(error['detail'])} ({error['rule']})", err=True)


def shown(value: Any) -> str:
    """On one line, and no longer than people read."""
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= VALUE_MAX else f"{text[:VALUE_MAX]}…"


def printable(text: Any) -> str:
    """Without what a terminal would take for an order."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in str(text)
    )
