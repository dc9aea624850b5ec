"""Every metric of this service."""

from prometheus_client import Counter, Gauge, Histogram

UPDATES = Counter("botloom_gateway_updates_total", "Updates taken, by what they were", ["event"])
SKIPPED = Counter(
    "botloom_gateway_updates_skipped_total", "Updates that are no interaction, by why", ["reason"]
)
REFUSED = Counter(
    "botloom_gateway_updates_refused_total", "Requests to the webhook refused, by why", ["reason"]
)
CONFIG_WEBHOOKS = Counter(
    "botloom_gateway_config_webhooks_total", "Webhooks of changes, by outcome", ["outcome"]
)
CALLS = Counter(
    "botloom_gateway_calls_total", "Calls of the Bot API, by outcome", ["method", "outcome"]
)
FLOODS = Counter("botloom_gateway_floods_total", "Calls that Telegram refused as too many")
LIMIT_SECONDS = Histogram(
    "botloom_gateway_limit_seconds",
    "Time that a message waited for Telegram's limits",
    buckets=(0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 300),
)
LIMIT_LET_THROUGH = Counter(
    "botloom_gateway_limit_let_through_total",
    "Messages sent without a look at the limits, since Redis did not answer",
)
FILES = Counter(
    "botloom_gateway_files_total", "Files sent by their address or by file_id", ["outcome"]
)
RECORD_SECONDS = Histogram(
    "botloom_gateway_record_seconds",
    "Time to put a group of interactions on the stream",
    buckets=(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5),
)
WAITS_RESUMED = Counter("botloom_gateway_waits_resumed_total", "Waits and time-outs gone on with")
SNAPSHOT_SEQ = Gauge("botloom_gateway_snapshot_seq", "Configuration that answers")
SNAPSHOT_KEYS = Gauge("botloom_gateway_snapshot_keys", "Keys of the cache in the snapshot")
WEBHOOK_PENDING = Gauge(
    "botloom_gateway_webhook_pending_updates", "Updates that wait at Telegram, as it told last"
)
WEBHOOK_LAST_ERROR = Gauge(
    "botloom_gateway_webhook_last_error_timestamp_seconds",
    "When Telegram last failed to bring an update to the webhook, as it told; 0: it did not",
)
POLLS_FAILED = Counter(
    "botloom_gateway_polls_failed_total", "Failed getUpdates, by why", ["reason"]
)
