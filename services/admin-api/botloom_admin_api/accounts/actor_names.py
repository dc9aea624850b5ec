"""What the actors of the log are called."""

from collections.abc import Collection, Iterable, Mapping

from botloom_contracts.database.models import Account, ApiToken, Draft, Webhook
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.fields import ID_MAX

ADMIN_TOKEN = ("token:admin", "BOTLOOM_ADMIN_TOKEN")
"""The actor of the environment's token, and what it is called."""


async def actor_names(session: AsyncSession, actors: Collection[str]) -> Mapping[str, str]:
    """By actor, deleted accounts and revoked tokens included; unknown actors are left out."""
    names = dict([ADMIN_TOKEN])
    for kind, table in (("account", Account), ("token", ApiToken)):
        ids = [number for actor in actors if (number := _id(actor, kind)) is not None]
        if ids:
            found = await session.execute(select(table.id, table.name).where(table.id.in_(ids)))
            names |= {f"{kind}:{number}": name for number, name in found}
    return {actor: names[actor] for actor in actors if actor in names}


async def maker_names(
    session: AsyncSession, made: Iterable[ApiToken | Draft | Webhook]
) -> Mapping[str, str]:
    """By actor; an unknown one goes by what the row says of it."""
    actors = {one.created_by: None for one in made}
    return {actor: actor for actor in actors} | dict(await actor_names(session, actors))


def _id(actor: str, kind: str) -> int | None:
    prefix, _, number = actor.partition(":")
    if prefix != kind or not (number.isascii() and number.isdigit()):
        return None
    return int(number) if len(number) < len(str(ID_MAX)) else None
