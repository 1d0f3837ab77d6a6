"""The profiles that there are, found by their address or by their name."""

from collections.abc import Mapping
from datetime import date
from difflib import SequenceMatcher, get_close_matches

from generator.check.names import body, spoken
from generator.japanese.dates import parse_date
from generator.japanese.legal_forms import bare_name
from generator.japanese.phones import Phone, parse_phone
from generator.japanese.text import narrow
from generator.kinds import FOLDERS, GROUP
from generator.reading.read import Reading
from generator.sheets.lines import Line

_NEAR, _MOST_NEAR, _AKIN = 0.86, 1_000, 0.6


class Known:
    """The profiles of a folder by address and by name, those that the sheets make anew included."""

    def __init__(self, folder: str, reading: Reading) -> None:
        self.folder, self.dated = folder, FOLDERS[folder].dated
        self.slugs = frozenset(reading.slugs[folder])
        self.taken = set(self.slugs) | {page.stem for page in (reading.content / "pages" / folder).glob("*.md")}
        # What each is called, the address by name and first day, and all addresses of one name.
        self.called: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.alike: dict[str, set[str]] = {}
        for slug in sorted(self.slugs):
            told = reading.data(folder, slug)
            self.note(slug, str(told.get(FOLDERS[folder].title, "")), _first(told.get("dates")))
        # Among very many names, or names of events, some are always like another.
        self.near = [*self.names] if not self.dated and len(self.names) <= _MOST_NEAR else []
        self.bodies = {bare_name(name): slug for name, slug in reversed(self.names.items())} if self._groups else {}
        self.reached: dict[str, set[str]] = {}
        for slug, group in reading.groups.items() if self._groups else ():
            phone, site = group.contact.phone, group.contact.website
            for way in (phone.number if phone else "", _site(site or "")):
                self.reached.setdefault(way, set()).add(slug)

    def note(self, slug: str, name: str, day: str) -> None:
        """Keep what a profile is called."""
        self.called.setdefault(slug, name)
        self.names.setdefault(self.key(name, day), slug)
        if name:
            self.alike.setdefault(spoken(name), set()).add(slug)

    def key(self, name: str, day: str) -> str:
        """What two rows about the same thing have in common: their name, and of dated ones the first day."""
        return f"{spoken(name)} {iso(day)}" if self.dated else spoken(name)

    def named(self, name: str) -> frozenset[str]:
        """The addresses of everything of a name."""
        return frozenset(self.alike.get(spoken(name), ())) if name else frozenset()

    @property
    def _groups(self) -> bool:
        return self.folder == GROUP.folder

    def same_body(self, line: Line) -> str:
        """The address of the group that a row is about under another spelling; empty if that is not sure."""
        bare = body(line.name)
        if bare in self.bodies:
            return self.bodies[bare]
        return next((slug for slug in self.reached_alike(line) if _akin(bare, spoken(self.called[slug]))), "")

    def reached_alike(self, line: Line) -> list[str]:
        """The addresses of the groups that have the telephone number or the site of a row."""
        phone = parse_phone(line.values.get("contact.phone", ""))
        ways = {phone.number if isinstance(phone, Phone) else "", _site(line.values.get("contact.website", ""))} - {""}
        return sorted({slug for way in ways for slug in self.reached.get(way, ())})

    def close(self, name: str) -> str:
        """The address of a group of nearly the same name; empty if there is none."""
        near = get_close_matches(spoken(name), self.near, n=1, cutoff=_NEAR)
        return self.names[near[0]] if near else ""


def _site(url: str) -> str:
    """An address on the web without what differs from hand to hand; empty for none."""
    plain = narrow(url).casefold().partition("://")[2] or narrow(url).casefold()
    return plain.removeprefix("www.").rstrip("/")


def _akin(name: str, other: str) -> bool:
    """Whether two names may well be of one body."""
    other = bare_name(other)
    return name in other or other in name or SequenceMatcher(None, name, other).ratio() >= _AKIN


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
