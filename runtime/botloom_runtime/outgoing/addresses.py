"""Which addresses outgoing requests may connect to: the internet's, and what is allowed.

The URL of a step or a webhook comes from whoever may set it, and what it answers is shown; without
this it would read what only this network can reach, such as a cloud's metadata service.
https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
"""

import re
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

import msgspec

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NAT64 = IPv6Network("64:ff9b::/96")
_REFUSED_TOO: tuple[Network, ...] = tuple(
    ip_network(text)
    for text in (
        "168.63.129.16/32",  # the metadata service of Azure
        "192.0.0.0/24",  # among others, the metadata service of Oracle
        "192.88.99.0/24",
        # Not in the tables of every Python that this runs on.
        "100.64.0.0/10",
        "64:ff9b:1::/48",
        "2001::/23",
        "3fff::/20",
        "5f00::/16",
    )
)

_HOST_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")


class AllowedNetworks(msgspec.Struct, frozen=True):
    """What may be reached besides the internet."""

    networks: tuple[Network, ...] = ()
    hosts: frozenset[str] = frozenset()

    def allow_host(self, host: str) -> bool:
        """Of a name, what it stands for is to be checked as well."""
        if ":" in host or host.replace(".", "").isdigit():
            return self.allow(host, host)
        name = host.rstrip(".").lower()
        # https://www.rfc-editor.org/rfc/rfc6761#section-6.3
        return name in self.hosts or f".{name}".rpartition(".")[2] != "localhost"

    def allow(self, host: str, address: str) -> bool:
        """Whether to connect to this address, which a name stands for or is written itself."""
        try:
            written = ip_address(address)
        except ValueError:
            return False
        return (
            is_public(written)
            or host.rstrip(".").lower() in self.hosts
            or any(
                at in network for at in (written, _embedded(written)) for network in self.networks
            )
        )


def parse_allowed_networks(text: str) -> AllowedNetworks:
    """From networks (`10.0.0.0/8`), addresses and host names, by commas. Raises `ValueError`."""
    networks: list[Network] = []
    hosts: set[str] = set()
    for item in filter(None, (part.strip().lower() for part in text.split(","))):
        try:
            networks.append(ip_network(item))
        except ValueError:
            if not _HOST_NAME.fullmatch(item) or item.replace(".", "").isdigit():
                raise ValueError(f"{item!r} is neither a network nor a host name") from None
            hosts.add(item)
    return AllowedNetworks(tuple(networks), frozenset(hosts))


def is_public(address: Address) -> bool:
    """Whether it is an address of the internet, that of one host."""
    found = _embedded(address)
    return (
        found.is_global
        and not found.is_multicast
        and not found.is_reserved
        and not (isinstance(found, IPv6Address) and found.is_site_local)
        and not any(found in network for network in _REFUSED_TOO)
    )


def _embedded(address: Address) -> Address:
    """The IPv4 address that packets to an IPv6 address go to in the end, where there is one."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address
