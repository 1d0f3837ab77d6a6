"""Until when something is taken in: a day, or at any time (随時)."""

from datetime import date

from generator.japanese.dates import parse_date
from generator.japanese.text import key
from generator.japanese.unclear import Unclear

# Later than any day: what is open at any time is never over, and comes last in the order of its days.
ALWAYS = date.max
ALWAYS_WORDS = ("随時", "always", "随時受付", "通年", "通年受付", "常時", "常時受付", "いつでも", "年間を通じて")
_ALWAYS = frozenset(map(key, ALWAYS_WORDS))
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"always": _ALWAYS, "last": ALWAYS}


def parse_deadline(text: str) -> date | Unclear:
    """The last day, or ALWAYS."""
    return ALWAYS if key(text) in _ALWAYS else parse_date(text)


def show_deadline(day: date) -> str:
    """A deadline as profiles write it: 2027-01-15, 随時."""
    return ALWAYS_WORDS[0] if day == ALWAYS else day.isoformat()
