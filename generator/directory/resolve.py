"""From records to the directory: names looked up, days worked out, everything in order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from generator.directory.calendar import coming, days_of, lasts
from generator.directory.model import Directory, EventEntry, GroupEntry, PlaceEntry, PlainEntry, Spot
from generator.directory.neighbours import Neighbours
from generator.japanese.recurrence import slots
from generator.japanese.text import gojuon_row, kana_sort_key, key
from generator.kinds import EVENT, FOLDERS, GROUP, PLACE
from generator.models.calls import is_open
from generator.models.event import Event
from generator.models.group import Group, is_stale
from generator.models.place import Place
from generator.reading.read import Reading


def resolve(reading: Reading, today: date) -> Directory:
    """Look up everything that refers to something else, and sort by reading and by date."""
    spots = _Spots(reading.places)
    groups = tuple(sorted((_group(s, g, spots, today) for s, g in reading.groups.items()), key=lambda e: e.sort_key))
    events = tuple(sorted((_event(s, e, reading, spots, today) for s, e in reading.events.items()), key=_by_day))
    return Directory(
        today,
        _plain(reading)
        | {GROUP.folder: groups, EVENT.folder: events, PLACE.folder: _places(reading.places, groups, events)},
        reading.vocabularies,
        reading.words,
        place_of=reading.places,
        group_of={entry.slug: entry for entry in groups},
        events_of=_events_of(events),
        neighbours=Neighbours(groups),
    )


def _plain(reading: Reading) -> dict[str, tuple[Any, ...]]:
    """The records of every kind as they are, by folder, in the order of their addresses."""
    return {
        folder: tuple(PlainEntry(kind, slug, record) for slug, record in sorted(reading.records[folder].items()))
        for folder, kind in FOLDERS.items()
    }


class _Spots:
    """Places by slug, name and alias of width, to look up what a profile calls a place."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.known = {key(place.name): Spot(place.name, slug) for slug, place in places.items()}
        self.known |= {slug: Spot(place.name, slug) for slug, place in places.items()}

    def find(self, text: str | None) -> Spot | None:
        """The place that is meant, or the words as they are; None for no words."""
        if not text:
            return None
        return self.known.get(text) or self.known.get(key(text)) or Spot(text)


def _group(slug: str, group: Group, spots: _Spots, today: date) -> GroupEntry:
    open_now = tuple(call for call in group.recruiting if is_open(call, group.status, today))
    return GroupEntry(
        slug,
        group,
        spots=tuple(spots.find(meeting.place) for meeting in group.meetings),
        slots=frozenset(slot for meeting in group.meetings for slot in slots(meeting.when)),
        recruiting=open_now,
        sort_key=(kana_sort_key(group.kana), slug),
        row=gojuon_row(group.kana),
        stale=is_stale(group, today),
        wanted_spots=tuple(spots.find(each.place) for each in open_now),
    )


def _event(slug: str, event: Event, reading: Reading, spots: _Spots, today: date) -> EventEntry:
    days = days_of(event, today)
    organizers = tuple(
        (reading.groups[name].name, name) if name in reading.groups else (name, "") for name in event.organizer
    )
    return EventEntry(
        slug,
        event,
        days,
        coming(days, today),
        spots.find(event.place),
        organizers,
        repeats=any(when.repeat is not None for when in event.dates),
        lasts=lasts(event, today),
        closed=bool(event.booking and event.booking.closes and event.booking.closes < today),
    )


def _by_day(entry: EventEntry) -> tuple[date, str, str]:
    first = (entry.coming or entry.occurrences)[:1]
    times = first[0].times if first else None
    return (first[0].first if first else date.max, times.start.isoformat() if times else "", entry.slug)


def _events_of(events: Iterable[EventEntry]) -> dict[str, tuple[EventEntry, ...]]:
    found: dict[str, list[EventEntry]] = defaultdict(list)
    for entry in events:
        for _, slug in entry.organizers:
            if slug:
                found[slug].append(entry)
    return {slug: tuple(entries) for slug, entries in found.items()}


def _places(
    places: Mapping[str, Place], groups: Iterable[GroupEntry], events: Iterable[EventEntry]
) -> tuple[PlaceEntry, ...]:
    meeting: dict[str, list[GroupEntry]] = defaultdict(list)
    coming_there: dict[str, list[EventEntry]] = defaultdict(list)
    for group in groups:
        for slug in {spot.slug for spot in group.spots if spot and spot.slug}:
            meeting[slug].append(group)
    for event in events:
        if event.spot and event.spot.slug and not event.past:
            coming_there[event.spot.slug].append(event)
    entries = (
        PlaceEntry(s, p, tuple(meeting[s]), tuple(coming_there[s]), (kana_sort_key(p.kana), s))
        for s, p in places.items()
    )
    return tuple(sorted(entries, key=lambda e: e.sort_key))
