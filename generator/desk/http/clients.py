"""The client of a request, also behind proxies: only what a trusted proxy added is believed, counted from the right.

A proxy adds the address of its own client at the end of a list (`X-Forwarded-For`, `Forwarded`), in the same line or
in one of its own; whatever stands before that came with the request and may be forged. Sources: RFC 7239; the manuals
of nginx (ngx_http_realip_module), HAProxy (option forwardfor) and Caddy (trusted_proxies).
"""

import ipaddress
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.desk.http.networks import Network, inside, parse_address

UNKNOWN = "?"
_PORT = r"(?:[0-9]{1,5}|_[0-9A-Za-z._-]+)"
_BRACKETED = re.compile(rf"\[([^\[\]]*)\](?::{_PORT})?")
_WITH_PORT = re.compile(rf"([0-9.]+):{_PORT}")
# One `name=value` of Forwarded and what ends it; addresses with colons are read without their quotation marks too.
_PAIR = re.compile(r'[ \t]*([!#$%&\'*+.^_`|~0-9A-Za-z-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+))[ \t]*([;,]|\Z)')


@dataclass(frozen=True, slots=True)
class Client:
    """The addresses that a request came from: one, or several if the headers of a trusted proxy contradict each other.

    What is not known is `UNKNOWN`. `relayed` says that a proxy which no setting names claims to have forwarded it.
    """

    addresses: tuple[str, ...]
    relayed: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which its requests are counted, one for each address."""
        return tuple(dict.fromkeys(map(rate_key, self.addresses)))


def client_of(peer: str, headers: Mapping[str, Sequence[str]], proxies: Sequence[Network]) -> Client:
    """The client behind `peer`, by every line of the headers in FORWARDING_HEADERS (names in lower case)."""
    lists = [read(headers[name]) for name, read in FORWARDING_HEADERS.items() if headers.get(name)]
    if not inside((peer,), proxies):
        return Client((_known(peer),), relayed=bool(lists))
    found = [_from_right([*addresses, peer], proxies) for addresses in lists] or [_known(peer)]
    return Client(tuple(dict.fromkeys(found)))


def _from_right(chain: Sequence[str], proxies: Sequence[Network]) -> str:
    """The last address that is no proxy of ours; the first of all if every one is."""
    return _known(next((each for each in reversed(chain) if not inside((each,), proxies)), chain[0]))


def rate_key(address: str) -> str:
    """The key by which a client is counted: an IPv4 address, or the /64 network of an IPv6 one (RFC 6177)."""
    found = parse_address(address)
    if found is None or found.version == 4:
        return str(found or UNKNOWN)
    return str(ipaddress.ip_network((int(found), 64), strict=False))


def _known(text: str) -> str:
    found = parse_address(text)
    return str(found) if found else UNKNOWN


def _listed(lines: Sequence[str]) -> list[str]:
    return [_node(each) for line in lines for each in line.split(",")]


def _forwarded(lines: Sequence[str]) -> list[str]:
    return [each for line in lines for each in _elements(line)]


def _elements(line: str) -> list[str]:
    """The `for` of each element; a line that breaks the grammar says nothing, lest an open quote hide its end."""
    found, at = [UNKNOWN], 0
    while pair := _PAIR.match(line, at):
        name, quoted, bare, end = pair.groups()
        if name.lower() == "for":
            found[-1] = _node(bare or re.sub(r"\\(.)", r"\1", quoted or ""))
        if not end:
            return found
        at = pair.end()
        found += [UNKNOWN] if end == "," else []
    return [UNKNOWN]


def _node(text: str) -> str:
    """An address without brackets and port; anything else as it is."""
    text = text.strip()
    found = _BRACKETED.fullmatch(text) or _WITH_PORT.fullmatch(text)
    return found[1] if found else text


FORWARDING_HEADERS: Mapping[str, Callable[[Sequence[str]], list[str]]] = {
    "x-forwarded-for": _listed,
    "forwarded": _forwarded,
    "x-real-ip": _listed,
}
