"""What looks private: it is stopped at the door unless the profile says that it is meant to be public."""

import re

from generator.check.finding import Faults
from generator.japanese.phones import Phone
from generator.japanese.text import narrow
from generator.models.contact import Contact
from generator.models.event import Booking
from generator.reading.personal import is_personal_email, is_personal_name
from generator.reading.strict import Path as Loc

# A house number: 3-12-5, 3丁目12番地, 二番三号. 「本町1丁目」 alone is a part of the town, not a house.
_HOUSE = re.compile(r"[0-9一二三四五六七八九十]+\s*番|番地|[0-9]+-[0-9]+|[0-9]+の[0-9]+")
_POSTAL_CODE = re.compile(r"〒?\s*[0-9]{3}-[0-9]{4}")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "house": _HOUSE,
    "postal_code": _POSTAL_CODE,
}


def private_phones(contact: Contact | Booking, inside: Loc) -> Faults:
    """Mobile numbers that nobody has said are meant to be public, and names of people behind a number."""
    for item in ("phone", "fax"):
        phone: Phone | None = getattr(contact, item)
        if phone is not None and phone.kind == "mobile" and item not in contact.public:
            yield (*inside, item), "private-phone", {"value": phone.number, "item": item}
        if phone is not None and is_personal_name(phone.note):
            yield (*inside, item), "private-name", {"value": phone.note}


def private_emails(contact: Contact | Booking, inside: Loc) -> Faults:
    """An e-mail address with somebody's name in it that nobody has said is meant to be public."""
    if contact.email and "email" not in contact.public and is_personal_email(contact.email):
        yield (*inside, "email"), "private-email", {"value": contact.email}


def private_address(contact: Contact, path: Loc) -> Faults:
    """An address down to the house that nobody has said is meant to be public."""
    address = contact.address
    if address and "address" not in contact.public and _HOUSE.search(_POSTAL_CODE.sub("", narrow(address))):
        yield path, "private-address", {"value": address}
