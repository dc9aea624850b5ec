"""PostgreSQL's advisory locks: https://www.postgresql.org/docs/current/explicit-locking.html

They are numbers that all who use a database share, so all of them stand here.
"""

from enum import IntEnum, unique


@unique
class AdvisoryLock(IntEnum):
    MIGRATIONS = 0x626F746C6F6F6D
    """One process migrates at a time."""
    LOG_WRITER = 0x626F746C6F6F6E
    """Held from before a command reads until its commit."""
    RELAY = 0x626F746C6F6F6F
    """Held by the connection of the one relay that publishes."""
    ACCOUNTS = 0x626F746C6F6F70
    """What is checked of accounts under it still holds at the commit."""
    DRAFTS = 0x626F746C6F6F71
    """Held where drafts are looked at together."""
    PARTITIONS = 0x626F746C6F6F72
    """One process makes or drops partitions of `statistics` at a time."""
    MONTH_BORDER = 0x626F746C6F6F73
    """Held where copies of an interaction may be in two partitions."""
    ERASURE = 0x626F746C6F6F74
    """Shared by the batches of stats; held alone where a person is erased."""
    COMPACTION = 0x626F746C6F6F75
    """One process unites the rows of `active_people` at a time."""
    PAST_DAYS = 0x626F746C6F6F76
    """Shared by batches with interactions of days that are over; held alone where such a day is
    packed, or such a month added up."""
