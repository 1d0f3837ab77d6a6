"""What a record says about other records, and the days that have passed."""

from datetime import date
from difflib import get_close_matches

from generator.check.finding import Faults
from generator.kinds import PLACE
from generator.reading.read import Reading
from generator.reading.slugs import LONGEST, SHAPE
from generator.reading.strict import Path as Loc


def reference(known: frozenset[str], text: str | None, path: Loc, rule: str) -> Faults:
    """Plain words (zoom) are fine; what looks like a file's name, or is nearly one, must be one."""
    if not text or text in known or len(text) > LONGEST or not SHAPE.match(text):
        return
    close = get_close_matches(text, sorted(known), n=1, cutoff=0.6)
    if not close and "-" not in text:
        return
    yield path, rule, {"value": text, "suggestion": close[0] if close else ""}


def place(reading: Reading, text: str | None, path: Loc) -> Faults:
    """A place that is named like a file must be one."""
    yield from reference(reading.slugs[PLACE.folder], text, path, "unknown-place")


def until(day: date | None, today: date, path: Loc, label: str, name: str) -> Faults:
    """A closing date that has passed."""
    if day and day < today:
        yield path, "until-past", {"label": label, "name": name, "value": day.isoformat()}
