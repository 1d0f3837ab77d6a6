"""What the templates get: one frozen dataclass per template, every decision already taken.

All addresses are relative to the root of the site; a template puts the way to the root before them. The small parts
that a page has dozens of are named tuples: as frozen as the rest, and made five times as fast.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: where it stands, what its head says, and the view its template shows."""

    url: str
    section: str
    template: str
    title: str
    description: str
    view: Any
    source: str = ""
    image: str = ""
    data: tuple[dict[str, Any], ...] = ()
    hidden: bool = False


class Link(NamedTuple):
    """Words that lead somewhere; without an address, only words."""

    text: str
    url: str = ""
    number: int | None = None
    note: str = ""
    icon: str = ""
    here: bool = False


def plain(text: str) -> tuple[Link, ...]:
    """One line of words that lead nowhere; no words, no line."""
    return (Link(text),) if text else ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A published picture in one or two sizes, with its words."""

    src: str
    alt: str
    width: int
    height: int
    small: str = ""
    small_width: int = 0
    caption: str = ""


class Card(NamedTuple):
    """A group in a list: field, reading, name, one sentence, when and where, and words that matter."""

    url: str
    name: str
    kana: str
    field: str
    summary: str
    line: str
    badges: tuple[str, ...] = ()
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list, on one of its days."""

    url: str
    title: str
    kind: str
    month: str
    day: str
    weekday: str
    time: str
    place: str
    summary: str
    organizer: str
    state: str = ""
    until: str = ""
    fee: str = ""
    iso: str = ""


class Fact(NamedTuple):
    """One row of the facts table: a label and its lines."""

    label: str
    lines: tuple[Link, ...]


class ContactView(NamedTuple):
    """How to reach somebody, with the addresses that a telephone understands."""

    via_center: bool
    phone: str = ""
    tel: str = ""
    phone_note: str = ""
    fax: str = ""
    email: str = ""
    links: tuple[Link, ...] = ()
    address: str = ""


class RecruitView(NamedTuple):
    """People wanted: role, title, words and the facts volunteers look for first."""

    role: str
    title: str
    text: str
    rows: tuple[tuple[str, str], ...]
    badges: tuple[str, ...]
    successor: bool = False
    group: Link | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class TranslationView:
    """The essentials of a group in another language."""

    lang: str
    label: str
    name: str
    summary: str
    description: Markup


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group's page."""

    name: str
    kana: str
    also: tuple[str, ...]
    kind: str
    fields: tuple[Link, ...]
    icon: str
    summary: str
    notice: str
    facts: tuple[Fact, ...]
    contact: ContactView
    recruiting: tuple[RecruitView, ...]
    succession: tuple[str, str] | None
    description: Markup
    photos: tuple[Picture, ...]
    documents: tuple[Link, ...]
    offers: tuple[tuple[str, str, str], ...]
    seeks: tuple[tuple[str, str, str], ...]
    events: tuple[EventCard, ...]
    neighbours: tuple[Card, ...]
    reasons: tuple[str, ...]
    criteria: tuple[str, ...]
    translations: tuple[TranslationView, ...]
    confirmed: str
    stale: bool
    map_url: str
    center: Any
    week: str = ""
    tint: int = 0


@dataclass(frozen=True, slots=True)
class EventView:
    """An event's page."""

    title: str
    kana: str
    kind: str
    summary: str
    state: str
    past: bool
    block: EventCard | None
    days: tuple[Link, ...]
    repeats: tuple[str, ...]
    facts: tuple[Fact, ...]
    booking: tuple[Fact, ...]
    contact: ContactView | None
    description: Markup
    photos: tuple[Picture, ...]
    organizers: tuple[Card, ...]
    part_of: str
    dates: str = ""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place's page."""

    name: str
    kana: str
    kind: str
    facts: tuple[Fact, ...]
    description: Markup
    rooms: tuple[tuple[str, str, str, str], ...]
    equipment: tuple[str, ...]
    groups: tuple[Card, ...]
    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a list under one heading."""

    anchor: str
    title: str
    cards: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of groups, events or places: heading, ways to narrow it, and its sections.

    With a centre (to ask where nothing fits) a list can be searched and narrowed down in the browser.
    """

    title: str
    lead: str
    count: int
    unit: str
    sections: tuple[Section, ...]
    jumps: tuple[Link, ...] = ()
    facets: tuple[tuple[str, tuple[Link, ...]], ...] = ()
    grid: tuple[tuple[str, tuple[Link, ...]], ...] = ()
    ways: tuple[Link, ...] = ()
    crumbs: tuple[Link, ...] = ()
    pages: tuple[Link, ...] = ()
    empty: str = ""
    center: Any = None


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page."""

    city: str
    lead: str
    examples: tuple[Link, ...]
    doors: tuple[Link, ...]
    week: tuple[EventCard, ...]
    week_title: str
    wanted: tuple[RecruitView, ...]
    fields: tuple[Link, ...]
    grid: tuple[tuple[str, tuple[Link, ...]], ...]
    recent: tuple[Card, ...]
    center: Any = field(default=None)
    center_url: str = ""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: a form and a note for those without scripts; the rest is made in the browser."""

    examples: tuple[Link, ...]
    fields: tuple[Link, ...]
    center: Any


@dataclass(frozen=True, slots=True)
class ShortlistView:
    """What a visitor keeps to think about: whom to ask is all that is known before the browser fills it."""

    center: Any


@dataclass(frozen=True, slots=True)
class StyleguideView:
    """Every component once, with made-up content."""

    colours: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]
    event: EventCard
    wanted: tuple[RecruitView, ...]
    grid: tuple[tuple[str, tuple[Link, ...]], ...]
    icons: tuple[str, ...]
    center: Any


@dataclass(frozen=True, slots=True)
class ProblemCard:
    """One problem on the preview's page."""

    where: str
    line: int
    text: str
    caret: str
    level: str
    message: str
    advice: str
    rule: str


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """The preview's page of problems."""

    errors: int
    warnings: int
    cards: tuple[ProblemCard, ...]
