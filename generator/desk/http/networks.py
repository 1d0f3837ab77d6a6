"""Networks in the settings: from where staff may sign in, and which proxies are trusted."""

import ipaddress
from collections.abc import Iterable, Sequence

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class InvalidNetwork(Exception):
    """A text in the settings that is no network."""


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """The networks that texts such as `192.168.0.0/16` or `192.168.0.7` name; InvalidNetwork for what is none."""
    return tuple(map(_network, texts))


def _network(text: str) -> Network:
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError:
        raise InvalidNetwork(text) from None


def inside(addresses: Iterable[str], allowed: Sequence[Network]) -> bool:
    """Whether there are addresses and all of them are in allowed networks; what is no address is in none."""
    found = list(map(parse_address, addresses))
    return bool(found) and all(each is not None and any(_within(each, net) for net in allowed) for each in found)


def parse_address(text: str) -> Address | None:
    """The address that a text is, an IPv4 one also where it is written as IPv6; None for anything else."""
    try:
        # Only an IPv6 address may name the interface that leads to it.
        found = ipaddress.ip_address(text.split("%")[0] if ":" in text else text)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _within(address: Address, network: Network) -> bool:
    return address.version == network.version and address in network
