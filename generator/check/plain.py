"""What is wrong with a record of any kind beyond its single fields, as far as its model tells."""

from collections.abc import Iterator
from datetime import date

from generator.check.finding import Faults
from generator.check.private import private_emails, private_phones
from generator.check.references import until
from generator.check.starter import starter_faults
from generator.kinds import KINDS
from generator.models.base import Record
from generator.models.contact import Contact
from generator.reading.read import Reading
from generator.reading.strict import Path


def plain_faults(reading: Reading, record: Record, today: date) -> Faults:
    """What was left from a starter file, what looks private, and what is over, by the path of the value at fault."""
    yield from starter_faults(record)
    for path, contact in _contacts(record):
        yield from private_phones(contact, path)
        yield from private_emails(contact, path)
    opens, closes = getattr(record, "opens", None), getattr(record, "closes", None)
    yield from out_of_order(opens, closes, ("closes",))
    label = next((kind.label for kind in KINDS.values() if kind.model is type(record)), "")
    yield from until(closes, today, ("closes",), label, "closes")


def out_of_order(opens: date | None, closes: date | None, path: Path) -> Faults:
    """A closing day before the opening day."""
    if opens and closes and closes < opens:
        yield path, "end-before-start", {"value": f"{opens.isoformat()}〜{closes.isoformat()}"}


def _contacts(record: Record) -> Iterator[tuple[Path, Contact]]:
    values = ((name, getattr(record, name)) for name in type(record).model_fields)
    yield from (((name,), value) for name, value in values if isinstance(value, Contact))
