"""Tags that admins give people."""

from collections.abc import Sequence

from botloom_contracts.database.models import Person
from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.patterns import normalise_text
from sqlalchemy import Select, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import BigInteger, Text

from ..schemas.people import TAG_MAX, TAGS_MAX, TagCount

SHOWN_MAX = 1000
TAGGED_MAX = 10_000
"""People whose tags are changed at once."""

_CHANGE = text("""
WITH changed AS (
    SELECT people.user_id, array(
        SELECT DISTINCT tag FROM unnest(people.tags || :added) AS tag
        WHERE tag <> ALL(:removed) ORDER BY tag
    ) AS tags
    FROM people WHERE user_id = ANY(:user_ids)
)
UPDATE people SET tags = changed.tags FROM changed
WHERE people.user_id = changed.user_id AND people.tags <> changed.tags
RETURNING cardinality(people.tags)
""").bindparams(
    bindparam("added", type_=ARRAY(Text)),
    bindparam("removed", type_=ARRAY(Text)),
    bindparam("user_ids", type_=ARRAY(BigInteger)),
)


def read_tag(field: str, given: str) -> str:
    """As it is kept: compared as patterns compare texts. Raises `InvalidInput`."""
    tag = normalise_text(given)
    if not 1 <= len(tag) <= TAG_MAX:
        detail = f"has {len(tag)} characters; 1 to {TAG_MAX} are allowed"
        raise InvalidInput(FieldProblem(field, "length", detail))
    return tag


def read_tags(field: str, given: Sequence[str]) -> list[str]:
    """Each once, in their order. Raises `InvalidInput`."""
    return sorted({read_tag(f"{field}[{index}]", one) for index, one in enumerate(given)})


async def change_tags(
    session: AsyncSession, people: Select[int], added: Sequence[str], removed: Sequence[str]
) -> int:
    """`people` selects ids. Returns how many have other tags now. Raises `InvalidInput` where they
    are too many people, or would have too many tags; then nothing may be committed."""
    # In the order in which stats locks them, or each would wait for the other.
    ids = people.order_by(Person.user_id).limit(TAGGED_MAX + 1).with_for_update(key_share=True)
    user_ids = list(await session.scalars(ids))
    if len(user_ids) > TAGGED_MAX:
        detail = f"lets more than {TAGGED_MAX} people through; narrow the filters"
        raise InvalidInput(FieldProblem("", "range", detail))
    given = {"added": list(added), "removed": list(removed), "user_ids": user_ids}
    counts = list(await session.scalars(_CHANGE, given))
    if any(count > TAGS_MAX for count in counts):
        detail = f"gives someone more than {TAGS_MAX} tags"
        raise InvalidInput(FieldProblem("add", "length", detail))
    return len(counts)


async def tag_counts(session: AsyncSession) -> list[TagCount]:
    tag, people = func.unnest(Person.tags).label("tag"), func.count().label("people")
    tagged = select(tag).where(Person.tags != [], Person.user_id > 0).subquery()
    query = (
        select(tagged.c.tag, people)
        .group_by(tagged.c.tag)
        .order_by(people.desc(), tagged.c.tag)
        .limit(SHOWN_MAX)
    )
    return [TagCount(*row) for row in await session.execute(query)]
