"""What pages tell of the settings: whom to ask, and the full address of a page."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.japanese.phones import Phone, parse_phone
from generator.settings import Center, Settings


@dataclass(frozen=True, slots=True)
class CenterView:
    """The centre that answers the telephone, with the address that a telephone understands."""

    name: str
    phone: str
    tel: str
    fax: str
    email: str
    hours: str
    address: str


class Address(NamedTuple):
    """The full address of a page: whole, and cut where it may break on paper."""

    whole: str
    site: str
    path: str


@lru_cache(maxsize=8)
def center_view(center: Center) -> CenterView:
    """The centre of the settings; `tel` is empty if it has no telephone number that can be read."""
    return CenterView(
        name=center.name,
        phone=center.phone,
        tel=_tel(center.phone),
        fax=center.fax,
        email=center.email,
        hours=center.hours,
        address=center.address,
    )


def _tel(phone: str) -> str:
    """The address that calls a number as it is written in the settings; empty for what is none."""
    found = parse_phone(phone)
    return f"tel:{found.number.replace('-', '')}" if isinstance(found, Phone) else ""


def address_of(url: str, settings: Settings) -> Address | None:
    """Where a page of the site stands for everybody; None if the site's own address is not known."""
    whole = settings.absolute(url)
    return Address(whole, whole.removesuffix(url), url) if whole else None
