"""What somebody answers to the five questions of `/match/`, and the one line that carries it.

The line is the query of an address: `do=cooking.sewing&when=saturday-morning&where=dai3&with=beginner&often=monthly`.
It stands in the browser's address, in its memory, in the QR code of a wish card and in the office's register.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote_plus

from generator.models.vocabulary import Vocabulary

# The page that asks, from the root of the site.
URL = "match/"
# The questions in the order in which they are asked.
KEYS = ("do", "when", "where", "with", "often")
# The parts of the week, as a recurrence names them (`generator.japanese.repeats.slots`).
SLOTS = tuple((day, part) for day in ("weekday", "saturday", "sunday") for part in ("morning", "afternoon", "evening"))
HOME = "home"
COMPANY = ("beginner", "quiet", "friends", "children", "teen", "senior", "wheelchair", "writing", "free")
LANGUAGE = "lang-"
RHYTHMS = ("monthly", "weekly", "any")
OFTEN = ("once", *RHYTHMS, "over")
# The area that is every area, and the language that everybody here speaks: to ask for them asks for nothing.
EVERYWHERE, EVERYBODY = "citywide", "ja"
# In front of the line in a QR code: what it is, and in which version.
WISH = "hiroba-wish:1?"

# No line of ours is longer, and nobody means more than so many values of one question.
_LONGEST, _MOST = 4_000, 60
# A value that can stand in the line: what has a dot or a space in it cannot.
_VALUE = re.compile(r"[^\s.&=?#%+]{1,60}")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"keys": KEYS, "wish": WISH, "longest": _LONGEST, "most": _MOST, "home": HOME, "language": LANGUAGE}

Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The answers of one person: values by question, in the order in which a page asks them; empty where skipped."""

    do: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    often: tuple[str, ...] = ()

    def of(self, key: str) -> tuple[str, ...]:
        """The values that answer a question of `KEYS`."""
        return self.by_key[key]

    @property
    def by_key(self) -> dict[str, tuple[str, ...]]:
        """All answers by the keys of the line."""
        return dict(zip(KEYS, (self.do, self.when, self.where, self.company, self.often), strict=True))


def values(vocabularies: Mapping[str, Vocabulary]) -> Values:
    """All values that each question can be answered with in a city, in the order in which a page shows them."""
    return {
        "do": _ids(vocabularies, "skills"),
        "when": tuple(f"{day}-{part}" for day, part in SLOTS),
        "where": (*(area for area in _ids(vocabularies, "areas") if area != EVERYWHERE), HOME),
        "with": (*COMPANY, *(f"{LANGUAGE}{name}" for name in _ids(vocabularies, "languages") if name != EVERYBODY)),
        "often": OFTEN,
    }


def parse_sheet(line: str, known: Values) -> AnswerSheet:
    """The answers that a line tells; what is in no list of `known`, too much or unreadable counts as not said.

    line: a query with or without `?` or `WISH` in front; from anybody. Never raises.
    """
    given: dict[str, set[str]] = {key: set() for key in KEYS}
    for pair in line[:_LONGEST].rpartition("?")[2].split("&"):
        key, _, told = pair.partition("=")
        if key in given:
            given[key].update(unquote_plus(told).split(".")[:_MOST])
    return sheet_of(given, known)


def sheet_of(given: Mapping[str, Collection[str]], known: Values) -> AnswerSheet:
    """The sheet of values by question, in the order of `known` and without what is not in it."""
    return AnswerSheet(*(tuple(v for v in known.get(key, ()) if v in given.get(key, ()))[:_MOST] for key in KEYS))


def show_sheet(sheet: AnswerSheet) -> str:
    """The line of a sheet, without what was skipped; `parse_sheet` reads it back."""
    told = ((key, ".".join(quote(value, safe="-_") for value in sheet.of(key))) for key in KEYS)
    return "&".join(f"{key}={answers}" for key, answers in told if answers)


def show_wish(sheet: AnswerSheet) -> str:
    """The line of a sheet as a QR code carries it."""
    return WISH + show_sheet(sheet)


def _ids(vocabularies: Mapping[str, Vocabulary], name: str) -> tuple[str, ...]:
    """The terms of a vocabulary that can stand in the line; none where a city has no such vocabulary."""
    found = vocabularies.get(name)
    return tuple(identifier for identifier in found.terms if _VALUE.fullmatch(identifier)) if found else ()
