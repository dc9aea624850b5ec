"""What the tables make of the cache: which keys, and what stands under them."""

from .affected import Affected, affected_by
from .reader import Entries, EntryReader

__all__ = ["Affected", "Entries", "EntryReader", "affected_by"]
