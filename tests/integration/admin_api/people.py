"""People who did this and that, as stats writes them."""

import random
from datetime import UTC, datetime, timedelta

from support.interactions import interaction

BEGIN = datetime(2026, 10, 24, 21, 50, tzinfo=UTC)
"""Over the end of summer time in Berlin, and of a month."""

HOUR = timedelta(hours=1)
NAMES = ("Anna", "Борис", "anna", "Zoë", None, "50%_\\")
LAST_NAMES = ("Petrova", None, "Straße")


def moments_near(edges, first, days, rng, anywhere, near_each):
    """So many within the days, as many within half an hour of each edge, and two at the edge."""
    found = [first + timedelta(seconds=rng.uniform(0, days * 86400)) for _ in range(anywhere)]
    for edge in edges:
        found += [edge + timedelta(seconds=rng.uniform(-1800, 1800)) for _ in range(near_each)]
        found += [edge, edge - timedelta.resolution]
    return found


def crowd(count=600, people=40, seed=7):
    """Interactions of `people`, two of whom write rarely; ids from 1 on."""
    rng = random.Random(seed)
    events = ("message", "unmatched", "button_click", "start", "command", "blocked", "unblocked")
    for update_id in range(1, count + 1):
        user_id = 7_000_000_000 + rng.randrange(1, people + 1)
        event = rng.choices(events, (40, 15, 20, 10, 5, 5, 5))[0]
        at = BEGIN + timedelta(seconds=rng.randrange(9 * 24 * 3600), milliseconds=update_id)
        yield interaction(
            update_id,
            event=event,
            user_id=user_id,
            chat_id=-1001 if rng.random() < 0.1 else user_id,
            at=at,
            handler_id=rng.randrange(1, 4) if event != "unmatched" else None,
            callback_data=rng.choice(["prices", "help"]) if event == "button_click" else None,
            payload=_payload(rng, event),
            first_name=NAMES[user_id % len(NAMES)],
            last_name=LAST_NAMES[user_id % len(LAST_NAMES)],
            username=f"User{user_id % 100}" if user_id % 4 else None,
            language_code=("ru", "de", None)[user_id % 3],
        )


def _payload(rng, event):
    if event == "unmatched":
        return rng.choice(["Какая цена?", "=1+1", 'a "quote", a comma\nand a line', "где вы"])
    return rng.choice(["ads", "friend", None]) if event == "start" else None
