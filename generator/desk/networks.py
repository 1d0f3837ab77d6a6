"""Who may come to the staff's side: only addresses in the networks that the settings name."""

import ipaddress
from collections.abc import Iterable, Sequence

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NoNetwork(Exception):
    """A network in the settings that is none."""


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """The networks that texts such as `192.168.0.0/16` name; NoNetwork for what is none."""
    return tuple(map(_network, texts))


def _network(text: str) -> Network:
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError:
        raise NoNetwork(text) from None


def came_through(peer: str, forwarded: str) -> tuple[str, ...]:
    """Every address a request says it came through: those that a proxy noted (X-Forwarded-For), then the caller's."""
    noted = [each.strip() for each in forwarded.split(",")] if forwarded else []
    return (*noted, peer)


def inside(addresses: Sequence[str], allowed: Sequence[Network]) -> bool:
    """Whether all of the addresses are in allowed networks. A false note of a proxy can only shut somebody out."""
    found = [_address(each) for each in addresses]
    return bool(found) and all(each is not None and any(_within(each, net) for net in allowed) for each in found)


def sender(addresses: Sequence[str]) -> str:
    """The address that counts for limits: the last one that is not this machine itself."""
    outside = [each for each in addresses if (found := _address(each)) is None or not found.is_loopback]
    return outside[-1] if outside else addresses[-1]


def _within(address: Address, network: Network) -> bool:
    return address.version == network.version and address in network


def _address(text: str) -> Address | None:
    try:
        found = ipaddress.ip_address(text.split("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
