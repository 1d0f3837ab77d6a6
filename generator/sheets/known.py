"""The profiles that there are, found by their address or by their name."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from generator.check.names import spoken
from generator.japanese.dates import parse_date
from generator.japanese.text import narrow
from generator.reading.read import Reading
from generator.sheets.lines import Line
from generator.sheets.profile import NAME_OF

_NEAR, _MOST_NEAR = 0.86, 1_000


class Known:
    """The profiles of a folder by address and by name, those that the sheets make anew included."""

    def __init__(self, folder: str, reading: Reading) -> None:
        self.folder = folder
        self.slugs = frozenset(reading.slugs[folder])
        self.taken = set(self.slugs) | {page.stem for page in (reading.content / "pages" / folder).glob("*.md")}
        # What each is called, the address by name and first day, and all addresses of one name.
        self.called: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.alike: dict[str, set[str]] = {}
        for slug in sorted(self.slugs):
            told = reading.told(folder, slug)
            self.note(slug, str(told.get(NAME_OF[folder], "")), _first(told.get("dates")))
        # Among very many names, or names of events, some are always like another.
        self.near = [*self.names] if folder == "groups" and len(self.names) <= _MOST_NEAR else []

    def note(self, slug: str, name: str, day: str) -> None:
        """Keep what a profile is called."""
        self.called.setdefault(slug, name)
        self.names.setdefault(self.key(name, day), slug)
        if name:
            self.alike.setdefault(spoken(name), set()).add(slug)

    def key(self, name: str, day: str) -> str:
        """What two rows about the same thing have in common: groups their name, events also their first day."""
        return spoken(name) if self.folder == "groups" else f"{spoken(name)} {iso(day)}"

    def named(self, name: str) -> frozenset[str]:
        """The addresses of everything of a name."""
        return frozenset(self.alike.get(spoken(name), ())) if name else frozenset()

    def close(self, name: str) -> str:
        """The address of a group of nearly the same name; empty if there is none."""
        near = get_close_matches(spoken(name), self.near, n=1, cutoff=_NEAR)
        return self.names[near[0]] if near else ""


def _first(days: object) -> str:
    first = days[0] if isinstance(days, list) and days else days
    if isinstance(first, dict):
        return str(first.get("start_date") or first.get("moment") or "")
    return str(first or "")


def first_day(line: Line) -> str:
    """The first day that a row of a wide sheet gives an event."""
    return day_of(line.values, "dates.0.")


def day_of(values: Mapping[str, str], lead: str = "") -> str:
    """The day on which the values of one date begin."""
    return values.get(f"{lead}start_date") or values.get(f"{lead}moment") or ""


def iso(text: str) -> str:
    """The day at the beginning of a text, as 2026-10-01; empty if there is none."""
    day = parse_date(narrow(text).partition("/")[0].partition(" ")[0]) if text else text
    return day.isoformat() if isinstance(day, date) else ""
