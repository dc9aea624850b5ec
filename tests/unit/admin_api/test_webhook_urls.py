import pytest
from botloom_admin_api.webhooks.urls import check_url
from botloom_contracts.errors import InvalidInput
from botloom_runtime.outgoing.addresses import parse_allowed_networks

NOTHING = parse_allowed_networks("")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "http://example.com:8080/hook?key=a%20b",
        "https://пример.рф/x",
        "https://1.1.1.1/",
        "https://[2606:4700::1111]/",
    ],
)
def test_places_on_the_internet_are_taken(url):
    check_url(url, NOTHING)


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("example.com/hook", "scheme"),
        ("ftp://example.com/", "scheme"),
        ("http:///hook", "scheme"),
        ("https://name@example.com/", "credentials"),
        ("https://name:password@example.com/", "credentials"),
        ("https://example.com/#part", "fragment"),
        ("https://example.com/a b", "characters"),
        ("https://example.com/\r\nX: y", "characters"),
        ("http://[::1", "url"),
        ("http://example.com:99999/", "url"),
        ("http://127.0.0.1/", "address"),
        ("http://127.1/", "address"),
        ("http://2130706433/", "address"),
        ("http://localhost:8080/", "address"),
        ("http://10.0.0.7/", "address"),
        ("http://169.254.169.254/latest/meta-data", "address"),
        ("http://[::1]/", "address"),
        ("http://[fe80::1]/", "address"),
        ("http://[::ffff:10.0.0.1]/", "address"),
    ],
)
def test_other_places_are_refused_by_field_and_rule(url, rule):
    with pytest.raises(InvalidInput) as caught:
        check_url(url, NOTHING)
    assert [(one.field, one.rule) for one in caught.value.problems] == [("url", rule)]


def test_what_is_allowed_is_taken():
    allowed = parse_allowed_networks("10.0.0.0/8, localhost")
    check_url("http://10.0.0.7/", allowed)
    check_url("http://localhost:8080/", allowed)
    with pytest.raises(InvalidInput):
        check_url("http://192.168.0.1/", allowed)
