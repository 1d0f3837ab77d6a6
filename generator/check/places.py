"""What is wrong with a place beyond its single fields."""

from datetime import date

from generator.check.finding import Faults
from generator.check.starter import starter_faults
from generator.models.place import Place
from generator.reading.read import Reading


def place_faults(reading: Reading, place: Place, today: date) -> Faults:
    """Everything wrong with one place, by the path of the value that is at fault."""
    yield from starter_faults(place)
