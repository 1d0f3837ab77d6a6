"""Telephone and fax numbers, as they are found."""

from generator.models.contact import Contact
from generator.models.event import Booking
from generator.models.place import Place


def numbers(given: Contact | Booking | Place | None) -> list[str]:
    """Telephone and fax as they are shown."""
    return [number.number for name in ("phone", "fax") if (number := getattr(given, name, None))]


def without_hyphens(given: Contact | Booking | Place | None) -> list[str]:
    """Telephone and fax as many people type them."""
    return [number.replace("-", "") for number in numbers(given)]
