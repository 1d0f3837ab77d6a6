"""Allowed values of the `Host` header: a name of somebody else's that leads here opens nothing.

A page elsewhere can have its own name lead to an address of the office (DNS rebinding); its scripts would then count as
ours. An address in numbers cannot be taken over like that, and is ours if it is the one at which we were reached.
"""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from generator.desk.http.networks import parse_address
from generator.settings import Settings

_HOST = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::[0-9]*)?")


def host_name(text: str) -> str:
    """The name or address in a `Host` header or a setting, without port, in one spelling; empty if there is none."""
    found = _HOST.fullmatch(text.strip().lower())
    name = found[1].strip("[]").rstrip(".") if found else ""
    address = parse_address(name)
    return str(address) if address else name


def allowed_hosts(settings: Settings, opened: str = "", with_site: bool = False) -> frozenset[str]:
    """The names of this desk: those in the settings, that to which the form posts, and the one it was opened with."""
    addresses = (settings.send.post, settings.site_url if with_site else "")
    public = (urlsplit(address).netloc for address in addresses)
    return frozenset(filter(None, map(host_name, (*settings.desk.hosts, *public, opened))))


def is_allowed(host: str, reached: str, names: Collection[str]) -> bool:
    """Whether a `Host` header names this desk; `reached` is the address of this machine that the request reached."""
    name, here = host_name(host), parse_address(reached)
    if name in names:
        return True
    own = {str(here)} if here else set()
    return name in own | ({"localhost"} if here and here.is_loopback else set())
