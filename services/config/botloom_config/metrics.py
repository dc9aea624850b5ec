"""Every metric of this service."""

from prometheus_client import Counter, Gauge, Histogram

APPLIED_SEQ = Gauge("botloom_config_applied_seq", "Last event of config_events in the cache")
KEYS_WRITTEN = Counter("botloom_config_keys_written_total", "Keys set or deleted in the cache")
REBUILDS = Counter("botloom_config_rebuilds_total", "Times the whole cache was built")
APPLY_SECONDS = Histogram("botloom_config_apply_seconds", "Time to bring the cache up to date")
