from base64 import b64encode

import pytest
from botloom_contracts.webhook_signature import (
    InvalidSignature,
    check_secret,
    new_secret,
    sign,
    verify,
)
from hypothesis import given
from hypothesis import strategies as st

# Of the reference library's own tests:
# https://github.com/standard-webhooks/standard-webhooks/blob/main/libraries/python/tests/test_webhooks.py
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
TIMESTAMP = 1614265330
BODY = b'{"test": 2432232314}'
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

HEADERS = {
    "webhook-id": ID,
    "webhook-timestamp": str(TIMESTAMP),
    "webhook-signature": SIGNATURE,
}


def refusal(headers=HEADERS, body=BODY, now=TIMESTAMP, secret=SECRET):
    with pytest.raises(InvalidSignature) as caught:
        verify(secret, headers, body, now)
    return caught.value.reason


def test_a_signature_is_the_one_of_the_reference_library():
    assert sign(SECRET, ID, TIMESTAMP, BODY) == SIGNATURE


def test_a_signature_of_the_reference_library_is_verified():
    assert verify(SECRET, HEADERS, BODY, TIMESTAMP + 2.5) == ID


@given(body=st.binary(max_size=100))
def test_what_is_signed_is_verified_and_nothing_else(body):
    secret = new_secret()
    headers = {**HEADERS, "webhook-signature": sign(secret, ID, TIMESTAMP, body)}
    assert verify(secret, headers, body, TIMESTAMP) == ID
    assert refusal(headers, body + b" ", secret=secret) == "signature"
    assert refusal(headers, body, secret=new_secret()) == "signature"


@pytest.mark.parametrize("name", HEADERS)
def test_every_header_is_needed(name):
    headers = {one: value for one, value in HEADERS.items() if one != name}
    assert refusal(headers) == "missing_header"


@pytest.mark.parametrize(
    "changed",
    [
        {"webhook-id": ID + "x"},
        {"webhook-timestamp": str(TIMESTAMP + 1)},
        {"webhook-timestamp": f"0{TIMESTAMP}"},
        {"webhook-signature": SIGNATURE.replace("1OE=", "1OA=")},
        {"webhook-signature": SIGNATURE.removeprefix("v1,")},
        {"webhook-signature": SIGNATURE.replace("v1,", "v2,")},
        {"webhook-signature": ""},
        {"webhook-signature": "v1,é\udcff"},
    ],
)
def test_a_changed_header_is_refused(changed):
    assert refusal({**HEADERS, **changed}) == "signature"


@pytest.mark.parametrize(
    "changed",
    [
        {"webhook-id": ""},
        {"webhook-id": "a.b"},
        {"webhook-id": "x" * 129},
        {"webhook-timestamp": "hello"},
        {"webhook-timestamp": "-1"},
        {"webhook-timestamp": "9" * 5000},
        {"webhook-timestamp": "١٢٣"},
    ],
)
def test_a_header_of_another_form_is_refused(changed):
    assert refusal({**HEADERS, **changed}) == "malformed_header"


@pytest.mark.parametrize("distance", [-300, 300])
def test_a_clock_may_be_five_minutes_off_and_no_more(distance):
    assert verify(SECRET, HEADERS, BODY, TIMESTAMP + distance) == ID
    assert refusal(now=TIMESTAMP + distance * 1.01) == "timestamp"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_of_several_signatures_is_enough(place):
    other = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc="
    signatures = [other, other.replace("v1,", "v1a,")]
    signatures.insert(place, SIGNATURE)
    headers = {**HEADERS, "webhook-signature": " ".join(signatures)}
    assert verify(SECRET, headers, BODY, TIMESTAMP) == ID


def test_a_new_secret_is_one_and_never_the_same():
    assert check_secret(new_secret())
    assert new_secret() != new_secret()


def secret_of(length):
    return "whsec_" + b64encode(bytes(length)).decode()


@pytest.mark.parametrize(("length", "good"), [(23, False), (24, True), (64, True), (65, False)])
def test_a_secret_has_24_to_64_bytes(length, good):
    assert check_secret(secret_of(length)) is good


@pytest.mark.parametrize(
    "secret",
    ["", "whsec_", SECRET.removeprefix("whsec_"), SECRET + "!", SECRET[:-1], SECRET + "é", " "],
)
def test_what_is_no_secret_is_told_and_does_not_sign(secret):
    assert not check_secret(secret)
    with pytest.raises(ValueError, match=r".*"):
        sign(secret, ID, TIMESTAMP, BODY)
