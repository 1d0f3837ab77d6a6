"""What was left from a starter file: a profile whose name is the example's is nobody's."""

from generator.check.finding import Faults
from generator.japanese.phones import Phone
from generator.japanese.text import key
from generator.models.base import Record, is_own
from generator.reading.strict import Path as Loc


def starter_faults(record: Record, inside: Loc = ()) -> Faults:
    """Values of a record, and of the records in it, that are still the examples with which the starter file began."""
    for name, info in type(record).model_fields.items():
        value, here = getattr(record, name), (*inside, name)
        if isinstance(value, Record):
            yield from starter_faults(value, here)
        elif value and is_own(info) and key(_text(value)) == key(str((info.examples or [""])[0])):
            yield here, "starter-value", {"value": _text(value)}


def _text(value: object) -> str:
    return value.number if isinstance(value, Phone) else str(value)
