"""Every metric of this service."""

from prometheus_client import Counter, Gauge, Histogram

REQUEST_SECONDS = Histogram(
    "botloom_admin_api_request_seconds",
    "Time to answer a request",
    ["method", "route", "status"],
)
EVENTS_APPENDED = Counter(
    "botloom_admin_api_events_appended_total", "Committed events of config_events", ["entity"]
)
RELAY_PUBLISHED = Counter(
    "botloom_admin_api_relay_published_total", "Events put on the stream config-changes"
)
RELAY_LAG = Gauge(
    "botloom_admin_api_relay_lag_events", "Committed events that are not on the stream yet"
)
RELAY_SECONDS = Histogram(
    "botloom_admin_api_relay_seconds",
    "Time from an event's making to its being on the stream",
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30, 300),
)
RELAY_LEADING = Gauge(
    "botloom_admin_api_relay_leading", "1 in the one process whose relay publishes"
)
LOG_INS = Counter(
    "botloom_admin_api_log_ins_total",
    "Log-ins, and other uses of a password, by how they ended",
    ["outcome"],
)
WEBHOOK_ATTEMPTS = Counter(
    "botloom_admin_api_webhook_attempts_total",
    "Attempts to deliver to a webhook: delivered, retried, failed (given up), void (made again)",
    ["result"],
)
WEBHOOK_SECONDS = Histogram(
    "botloom_admin_api_webhook_attempt_seconds", "Time that an attempt took"
)
WEBHOOKS_PENDING = Gauge(
    "botloom_admin_api_webhook_deliveries_pending",
    "Deliveries that are to be tried again, over all processes",
)
WEBHOOKS_OLDEST = Gauge(
    "botloom_admin_api_webhook_oldest_pending_seconds", "Age of the oldest of them"
)
