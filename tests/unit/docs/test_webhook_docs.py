"""What docs/admin-api/webhooks.md tells receivers holds for what is sent."""

import re
import time
from pathlib import Path

import pytest
from botloom_admin_api.webhooks.retries import DELAYS
from botloom_contracts.webhook_signature import new_secret, sign

PAGE = (Path(__file__).parents[3] / "docs/admin-api/webhooks.md").read_text()

BODY = b'{"type":"test"}'


@pytest.fixture
def verified():
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names = {}
    exec(code, names)  # noqa: S102 - it is our own page
    return names["verified"]


def headers(secret, at):
    signature = f"v1,other {sign(secret, 'an-id', at, BODY)}"
    return {"webhook-id": "an-id", "webhook-timestamp": str(at), "webhook-signature": signature}


def test_its_code_verifies_what_is_sent_and_nothing_else(verified):
    secret, now = new_secret(), int(time.time())
    assert verified(secret, headers(secret, now), BODY)
    assert not verified(secret, headers(secret, now), BODY + b" ")
    assert not verified(secret, headers(secret, now - 400), BODY)
    assert not verified(new_secret(), headers(secret, now), BODY)


def test_its_delays_are_those_of_the_code():
    told = re.search(r"again after (.*?), each", PAGE, re.DOTALL)[1]
    seconds = {"s": 1, "min": 60, "h": 3600}
    amounts = re.findall(r"(\d+) (s|min|h)\b", told)
    assert [int(number) * seconds[unit] for number, unit in amounts] == list(DELAYS)
