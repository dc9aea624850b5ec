"""Drafts in the cache: what each makes of the configuration's keys."""

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

import structlog
from botloom_contracts.cache import DraftEntries, DraftHead, decode_draft_head
from botloom_contracts.codec import encode_json
from botloom_contracts.database.models import Draft
from msgspec import MsgspecError, Raw

from .repository import Repository

log = structlog.stdlib.get_logger()


class CachedDraft(NamedTuple):
    """Both as they stand in the cache."""

    head: bytes
    entries: bytes


def cached_draft(
    version: int, testers: tuple[int, ...], entries: Mapping[str, bytes | None]
) -> CachedDraft:
    """The same of the same, so that what does not differ need not be written."""
    encoded = encode_json(
        DraftEntries(
            entries={
                key: Raw(value) for key, value in sorted(entries.items()) if value is not None
            },
            gone=tuple(sorted(key for key, value in entries.items() if value is None)),
        )
    )
    head = DraftHead(version, testers, sha256(encoded).hexdigest())
    return CachedDraft(encode_json(head), encoded)


async def differing_drafts(
    tables: Repository, drafts: Mapping[int, Draft], cached: Mapping[int, bytes], afresh: bool
) -> dict[int, CachedDraft]:
    """Drafts that are to stand in the cache otherwise than their heads in `cached` say.

    `afresh` says that the live configuration changed, too: any draft can differ then.
    """
    differing: dict[int, CachedDraft] = {}
    for draft_id, draft in drafts.items():
        head = cached.get(draft_id)
        if not afresh and head is not None and decode_draft_head(head).version == draft.version:
            continue
        try:
            entries = await tables.draft_entries(draft_id)
        except MsgspecError as error:
            # The live configuration is not to wait for a draft that can't be read.
            log.error("draft_unreadable", draft=draft.name, error=str(error))
            continue
        made = cached_draft(draft.version, tuple(draft.testers), entries)
        if made.head != head:
            differing[draft_id] = made
    return differing
