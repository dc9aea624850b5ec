"""Every metric of this service."""

from prometheus_client import Counter, Gauge, Histogram

INTERACTIONS_WRITTEN = Counter("botloom_stats_interactions_written_total", "Rows written")
DUPLICATES_DROPPED = Counter(
    "botloom_stats_duplicates_dropped_total", "Copies of interactions that were written already"
)
ERASED_DISCARDED = Counter(
    "botloom_stats_erased_discarded_total", "Interactions of people who were erased since"
)
DEAD_LETTERS = Counter("botloom_stats_dead_letters_total", "Entries that can't be written")
WRITE_SECONDS = Histogram("botloom_stats_write_seconds", "Time of one batch's transaction")
LAST_WRITE = Gauge("botloom_stats_last_write_timestamp_seconds", "When a batch was last written")
