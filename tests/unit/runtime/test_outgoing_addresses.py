from ipaddress import ip_address

import pytest
from botloom_runtime.outgoing.addresses import AllowedNetworks, is_public, parse_allowed_networks

NOTHING = AllowedNetworks()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",  # noqa: S104 - nothing listens there
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "100.100.100.200",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::10.0.0.1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001:0:53aa:64c:0:fbff:f5ff:fffe",
        "2001:db8::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
    ],
)
def test_an_address_that_is_none_of_the_internet_is_refused(address: str) -> None:
    assert not is_public(ip_address(address))
    assert not NOTHING.allow("example.org", address)


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "172.32.0.1",
        "100.128.0.1",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
    ],
)
def test_an_address_of_the_internet_is_allowed(address: str) -> None:
    assert is_public(ip_address(address))
    assert NOTHING.allow("example.org", address)


@pytest.mark.parametrize("address", ["", "example.org", "127.1", "2130706433", "0x7f.0.0.1"])
def test_what_is_no_address_is_refused(address: str) -> None:
    assert not NOTHING.allow("example.org", address)


def test_networks_and_hosts_can_be_allowed() -> None:
    allowed = parse_allowed_networks("10.1.0.0/16, fd00::/8,192.168.0.7 , CRM.internal,")
    assert allowed.allow("x.org", "10.1.2.3")
    assert allowed.allow("x.org", "::ffff:10.1.2.3")
    assert allowed.allow("x.org", "fd00::1")
    assert allowed.allow("x.org", "192.168.0.7")
    assert allowed.allow("crm.internal", "10.2.0.1")
    assert allowed.allow("CRM.internal.", "127.0.0.1")
    assert not allowed.allow("x.org", "10.2.0.1")
    assert not allowed.allow("x.crm.internal", "10.2.0.1")
    assert not allowed.allow("x.org", "192.168.0.8")


def test_nothing_is_allowed_by_an_empty_setting() -> None:
    assert parse_allowed_networks(" , ") == NOTHING


@pytest.mark.parametrize("item", ["10.0.0.1/8", "10.0.0.0/33", "127.1", "http://x.org", "a b", "*"])
def test_what_is_neither_a_network_nor_a_host_is_refused_by_name(item: str) -> None:
    with pytest.raises(ValueError, match="is neither a network nor a host name"):
        parse_allowed_networks(f"10.0.0.0/8,{item}")
