"""The nouns of a resolved directory: records with everything they refer to looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from generator.japanese.times import TimeRange
from generator.kinds import EVENT, GROUP, PLACE, Kind
from generator.models.base import Record
from generator.models.choices import EventStatus
from generator.models.event import Event
from generator.models.group import Group, Recruiting
from generator.models.place import Place
from generator.models.vocabulary import Vocabulary

R = TypeVar("R", bound=Record)

_OFF = (EventStatus.CANCELLED, EventStatus.POSTPONED)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"off": _OFF}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something happens: a place of the directory, or words only."""

    text: str
    slug: str = ""

    @property
    def url(self) -> str:
        """The site-relative address of the place's page; empty for words."""
        return PLACE.url(self.slug) if self.slug else ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One day or span of days on which an event takes place.

    only: the days of a span on which it surely does; None if on all of them. recurring: one day of a series.
    """

    first: date
    last: date
    times: TimeRange | None = None
    note: str = ""
    without: tuple[date, ...] = ()
    only: tuple[date, ...] | None = None
    recurring: bool = False

    def is_on(self, day: date) -> bool:
        """Whether it surely takes place on a day: within its span, and not on one of its days off."""
        return self.first <= day <= self.last and day not in self.without and (self.only is None or day in self.only)

    def may_be_on(self, first: date, last: date) -> bool:
        """Whether it takes place on some days that nobody can tell, which may lie between two days."""
        return self.only == () and self.first <= last and first <= self.last


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event with its days worked out; `closed` if no more can be booked, `lasts` if its last day lies ahead."""

    slug: str
    event: Event
    occurrences: tuple[Occurrence, ...]
    coming: tuple[Occurrence, ...]
    spot: Spot | None
    organizers: tuple[tuple[str, str], ...]
    repeats: bool = False
    closed: bool = False
    lasts: bool = False

    @property
    def url(self) -> str:
        """The site-relative address of the event's page."""
        return EVENT.url(self.slug)

    @property
    def past(self) -> bool:
        """Whether it is over: nothing of it is still to come, and it was not put off to a day unknown."""
        return not (self.coming or self.lasts) and self.event.status != EventStatus.POSTPONED

    @property
    def off(self) -> bool:
        """Whether it does not take place on the day that its profile names: cancelled, or put off."""
        return self.event.status in _OFF

    @property
    def full(self) -> bool:
        """Whether nobody else can come."""
        return bool(self.event.status == EventStatus.FULL)


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A group with everything that its page and its card need to know.

    `recruiting`: the entries that are open today, `wanted_spots`: where each of them is, None where it does not say.
    """

    slug: str
    group: Group
    spots: tuple[Spot | None, ...]
    slots: frozenset[tuple[str, str]]
    recruiting: tuple[Recruiting, ...]
    sort_key: tuple[Any, ...]
    row: str
    stale: bool
    wanted_spots: tuple[Spot | None, ...] = ()

    @property
    def url(self) -> str:
        """The site-relative address of the group's page."""
        return GROUP.url(self.slug)


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place with the groups that meet there and the events that come there."""

    slug: str
    place: Place
    groups: tuple[GroupEntry, ...]
    events: tuple[EventEntry, ...]
    sort_key: tuple[Any, ...]

    @property
    def url(self) -> str:
        """The site-relative address of the place's page."""
        return PLACE.url(self.slug)


@dataclass(frozen=True, slots=True)
class PlainEntry(Generic[R]):
    """A record of a kind that refers to nothing else."""

    kind: Kind
    slug: str
    record: R

    @property
    def url(self) -> str:
        """The site-relative address of the record's page."""
        return self.kind.url(self.slug)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A group that somebody who reads about another one may like to know, and why."""

    entry: GroupEntry
    reason: str


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything the site says, resolved and in order, on one day; `entries` by the folder of their kind."""

    today: date
    entries: Mapping[str, tuple[Any, ...]]
    vocabularies: Mapping[str, Vocabulary]
    words: Mapping[str, Any]
    place_of: Mapping[str, Place] = field(default_factory=dict)
    group_of: Mapping[str, GroupEntry] = field(default_factory=dict)
    events_of: Mapping[str, tuple[EventEntry, ...]] = field(default_factory=dict)
    neighbours: Mapping[str, tuple[Neighbour, ...]] = field(default_factory=dict)

    @property
    def groups(self) -> tuple[GroupEntry, ...]:
        """The groups in the order of their readings."""
        return self.entries[GROUP.folder]

    @property
    def events(self) -> tuple[EventEntry, ...]:
        """The events in the order of their next days."""
        return self.entries[EVENT.folder]

    @property
    def places(self) -> tuple[PlaceEntry, ...]:
        """The places in the order of their readings."""
        return self.entries[PLACE.folder]

    def label(self, vocabulary: str, term: str) -> str:
        """The Japanese label of a term; the term itself where the vocabulary is missing."""
        found = self.vocabularies.get(vocabulary)
        return found.labels.get(term, term) if found else term

    def labels(self, vocabulary: str, terms: tuple[str, ...]) -> tuple[str, ...]:
        """The Japanese labels of several terms."""
        return tuple(self.label(vocabulary, term) for term in terms)
