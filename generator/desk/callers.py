"""Who asks, also through proxies: only what a named proxy noted is believed, counted from the right.

A proxy adds the address it was asked from at the end of a list (`X-Forwarded-For`, `Forwarded`), in the same line or
in one of its own; whatever stands before that came with the request and may be forged. Sources: RFC 7239; the manuals
of nginx (ngx_http_realip_module), HAProxy (option forwardfor) and Caddy (trusted_proxies).
"""

import ipaddress
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.desk.networks import Network, address_in, inside

UNKNOWN = "?"
_PORT = r"(?:[0-9]{1,5}|_[0-9A-Za-z._-]+)"
_BRACKETED = re.compile(rf"\[([^\[\]]*)\](?::{_PORT})?")
_WITH_PORT = re.compile(rf"([0-9.]+):{_PORT}")
# One `name=value` of Forwarded and what ends it; addresses with colons are read without their quotation marks too.
_PAIR = re.compile(r'[ \t]*([!#$%&\'*+.^_`|~0-9A-Za-z-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+))[ \t]*([;,]|\Z)')


@dataclass(frozen=True, slots=True)
class Caller:
    """The addresses that a request came from: one, or several if the headers of a named proxy contradict each other.

    What is not known is `UNKNOWN`. `relayed` says that somebody whom no setting names claims to have relayed it.
    """

    addresses: tuple[str, ...]
    relayed: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """What counts as one sender for limits, for each of the addresses."""
        return tuple(dict.fromkeys(map(neighbourhood, self.addresses)))


def caller(peer: str, headers: Mapping[str, Sequence[str]], proxies: Sequence[Network]) -> Caller:
    """Who asks from `peer`, by every line of the headers in `NOTES` (names in lower case)."""
    notes = [read(headers[name]) for name, read in NOTES.items() if headers.get(name)]
    if not inside((peer,), proxies):
        return Caller((_known(peer),), relayed=bool(notes))
    found = [_from_right([*note, peer], proxies) for note in notes] or [_known(peer)]
    return Caller(tuple(dict.fromkeys(found)))


def _from_right(chain: Sequence[str], proxies: Sequence[Network]) -> str:
    """The last address that is no proxy of ours; the first of all if every one is."""
    return _known(next((each for each in reversed(chain) if not inside((each,), proxies)), chain[0]))


def neighbourhood(address: str) -> str:
    """What counts as one sender: an IPv4 address, or the network of an IPv6 one, which one person can vary at will."""
    found = address_in(address)
    if found is None or found.version == 4:
        return str(found or UNKNOWN)
    return str(ipaddress.ip_network((int(found), 64), strict=False))


def _known(text: str) -> str:
    found = address_in(text)
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


NOTES: Mapping[str, Callable[[Sequence[str]], list[str]]] = {
    "x-forwarded-for": _listed,
    "forwarded": _forwarded,
    "x-real-ip": _listed,
}
