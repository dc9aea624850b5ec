"""Every metric of the simulator."""

from prometheus_client import Counter

CALLS = Counter(
    "botloom_simulator_calls_total",
    "Calls of the Bot API; outcome is `ok` or the error code",
    ["method", "outcome"],
)

UPDATES = Counter("botloom_simulator_updates_total", "Updates that happened", ["type"])

DELIVERIES = Counter(
    "botloom_simulator_deliveries_total", "Updates posted to webhooks", ["outcome"]
)
