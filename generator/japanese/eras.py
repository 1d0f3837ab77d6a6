"""The Japanese eras, in one table."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Era:
    """An era: its name, the initials it is shortened to, and its first and last day."""

    name: str
    letter: str
    first: date
    last: date


ERAS = (
    Era("明治", "m", date(1868, 1, 25), date(1912, 7, 29)),
    Era("大正", "t", date(1912, 7, 30), date(1926, 12, 24)),
    Era("昭和", "s", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "h", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "r", date(2019, 5, 1), date.max),
)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "eras": ERAS,
}
_BY_SIGN = {sign: era for era in ERAS for sign in (era.name, era.name[0], era.letter)}


def era_named(sign: str) -> Era:
    """The era of a name or initial: 令和, 令 or r (an unknown one is our own mistake and raises KeyError)."""
    return _BY_SIGN[sign]


def western_year(era: Era, year: int) -> int:
    """The year of the common calendar in which an era's year falls."""
    return era.first.year + year - 1


def name_year(era: Era, year: int) -> str:
    """A year of the common calendar as the era counts it: 令和8年, 令和元年."""
    count = year - era.first.year + 1
    return f"{era.name}{'元' if count == 1 else count}年"


def eras_between(first: date, last: date) -> tuple[Era, ...]:
    """The eras that have a day in a span, in order."""
    return tuple(era for era in ERAS if era.first <= last and first <= era.last)
