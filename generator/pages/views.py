"""What the templates get: a page with its head, and one frozen dataclass per template."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.pages.chances import ChancesView
from generator.pages.contact_points import Address, CenterView
from generator.pages.parts import Card, EventCard, GroupPartners, Picture, RecruitView, Section
from generator.wording.parts import ContactView, Fact, Link, MeetingView
from generator.wording.succession import HandoverView


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
    correct: str = ""
    image: str = ""
    data: tuple[dict[str, Any], ...] = ()
    hidden: bool = False
    address: Address | None = None
    # Files that its script asks for: name → text.
    beside: tuple[tuple[str, str], ...] = ()
    # Atom feeds of what stands in it.
    feeds: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationView:
    """The essentials of a group in another language."""

    id: str
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
    name_en: str
    also: tuple[str, ...]
    kind: str
    fields: tuple[Link, ...]
    icon: str
    summary: str
    notice: str
    meetings: tuple[MeetingView, ...]
    facts: tuple[Fact, ...]
    contact: ContactView
    recruiting: tuple[RecruitView, ...]
    succession: HandoverView | None
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
    center: CenterView
    week: str = ""
    tint: int = 0
    sheet: str = ""
    npo_url: str = ""
    partners: tuple[GroupPartners, ...] = ()
    grants: ChancesView | None = None


@dataclass(frozen=True, slots=True)
class SlipView:
    """Where a slip of paper with which one answers may be sent or brought: a fax and whose it is, a counter."""

    fax: str
    fax_name: str
    counter: CenterView | None


@dataclass(frozen=True, slots=True)
class OpeningView:
    """The page of one opening: place, time, what, on which conditions, how to answer."""

    role: str
    title: str
    group: Link
    field: str
    badges: tuple[str, ...]
    facts: tuple[Fact, ...]
    deadline: str
    contact: ContactView
    center: CenterView
    slip: SlipView
    card: tuple[Card, ...]
    stale: bool
    confirmed: str
    week: str = ""
    successor: bool = False
    notice: str = ""


@dataclass(frozen=True, slots=True)
class ClosedView:
    """What stands where an opening was that is over, or whose group rests."""

    title: str
    notice: str
    group: Link


@dataclass(frozen=True, slots=True)
class EventView:
    """An event's page."""

    title: str
    kana: str
    kind: str
    summary: str
    notice: str
    barred: bool
    past: bool
    block: EventCard | None
    former: str
    note: str
    days: tuple[Link, ...]
    gone: str
    repeats: tuple[str, ...]
    facts: tuple[Fact, ...]
    booking: tuple[tuple[str, str], ...]
    booking_title: str
    contact: ContactView | None
    description: Markup
    photos: tuple[Picture, ...]
    organizers: tuple[Card, ...]
    part_of: str
    dates: str = ""
    sheet: str = ""


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
    count: int = 0
    pages: tuple[Link, ...] = ()


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
    rest: tuple[str, ...] = ()
    entries: str = ""
    first: str = ""
    empty: str = ""
    center: CenterView | None = None
    times: int = 0
    others: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page."""

    city: str
    lead: str
    examples: tuple[Link, ...]
    ask: Link
    doors: tuple[Link, ...]
    ways: tuple[Link, ...]
    week: tuple[Section, ...]
    week_title: str
    wanted: tuple[RecruitView, ...]
    fields: tuple[Link, ...]
    grid: tuple[tuple[str, tuple[Link, ...]], ...]
    recent: tuple[Card, ...]
    center: CenterView
    center_url: str = ""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: a form and a note for those without scripts; the rest is made in the browser."""

    examples: tuple[Link, ...]
    fields: tuple[Link, ...]
    center: CenterView


@dataclass(frozen=True, slots=True)
class ShortlistView:
    """What a visitor keeps to think about: whom to ask is all that is known before the browser fills it."""

    center: CenterView


@dataclass(frozen=True, slots=True)
class StyleguideView:
    """Every component once, with made-up content."""

    colours: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]
    event: EventCard
    wanted: tuple[RecruitView, ...]
    grid: tuple[tuple[str, tuple[Link, ...]], ...]
    icons: tuple[str, ...]


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
