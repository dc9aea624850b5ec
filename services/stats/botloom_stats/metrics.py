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
STREAM_LENGTH = Gauge("botloom_stats_stream_length", "Entries of `interactions`")
LAG = Gauge("botloom_stats_lag", "Interactions that no process has taken yet")
PENDING = Gauge("botloom_stats_pending", "Interactions that were taken and are not written yet")
OLDEST_PENDING = Gauge(
    "botloom_stats_oldest_pending_seconds", "Since the oldest of these came on the stream"
)
OLDEST_UNWRITTEN = Gauge(
    "botloom_stats_oldest_unwritten_seconds",
    "Since the oldest interaction that is not written, taken or not, came on the stream",
)
DEAD_LETTERS_WAITING = Gauge(
    "botloom_stats_dead_letters_waiting", "Dead letters that nobody has replayed or deleted yet"
)
