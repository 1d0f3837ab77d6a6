"""Under which names the desk may be asked for: a name of somebody else's that leads here opens nothing.

A page elsewhere can have its own name lead to an address of the office (DNS rebinding); its scripts would then count as
ours. An address in numbers cannot be taken over like that, and is ours if it is the one at which we were reached.
"""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from generator.desk.networks import address_in
from generator.settings import Settings

_HOST = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::[0-9]*)?")


def host_in(text: str) -> str:
    """The name or address in a `Host` header or a setting, without port, in one spelling; empty if there is none."""
    found = _HOST.fullmatch(text.strip().lower())
    name = found[1].strip("[]").rstrip(".") if found else ""
    address = address_in(name)
    return str(address) if address else name


def names_of(settings: Settings, opened: str = "", with_site: bool = False) -> frozenset[str]:
    """The desk's names: what the settings say, where the form is sent, and as what it was opened."""
    addresses = (settings.send.post, settings.site_url if with_site else "")
    public = (urlsplit(address).netloc for address in addresses)
    return frozenset(filter(None, map(host_in, (*settings.desk.hosts, *public, opened))))


def ours(host: str, reached: str, names: Collection[str]) -> bool:
    """Whether a `Host` header names us; `reached` is the address of this machine at which the request came in."""
    name, here = host_in(host), address_in(reached)
    if name in names:
        return True
    own = {str(here)} if here else set()
    return name in own | ({"localhost"} if here and here.is_loopback else set())
