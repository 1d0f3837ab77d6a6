"""The directory as documents to be found: what a resident may know of a group, an event or a place."""

from collections.abc import Iterator

from generator.directory.model import Directory, EventEntry, GroupEntry, PlaceEntry
from generator.pages.cards import badges, event_state
from generator.pages.markdown import to_text
from generator.pages.words import (
    WEEKDAYS,
    day_line,
    day_words,
    fee_lines,
    place_words,
    time_words,
    weekday_labels,
)
from generator.search.documents import SearchDocument

# What the newest confirmation, an open call for people and a past date add to a document's weight.
RECRUITING, CONFIRMED, STALE, PAST = 2, 1, -1, -10


def documents(directory: Directory) -> Iterator[SearchDocument]:
    """One document for each record that has a page."""
    yield from (_group(directory, g) for g in directory.groups if g.group.status != "ended")
    yield from (_event(directory, e) for e in directory.events)
    yield from (_place(directory, p) for p in directory.places)


def _group(directory: Directory, entry: GroupEntry) -> SearchDocument:
    group = entry.group
    return SearchDocument(
        url=entry.url,
        kind="group",
        title=group.name,
        kana=group.kana,
        line=day_line(entry),
        badges=badges(directory, entry),
        lead=group.summary,
        fields=directory.labels("fields", group.fields),
        areas=directory.labels("areas", group.areas),
        days=weekday_labels(entry),
        body=_group_body(directory, entry),
        weight=_weight(entry),
        readings=tuple(_readings(directory, entry)),
    )


def _weight(entry: GroupEntry) -> int:
    fresh = STALE if entry.stale else CONFIRMED if entry.group.confirmed else 0
    return (RECRUITING if entry.recruiting else 0) + fresh


def _group_body(directory: Directory, entry: GroupEntry) -> str:
    group = entry.group
    parts = [group.name_en or "", *group.aliases, group.summary, to_text(group.description)]
    parts.append(directory.label("kinds", group.kind))
    parts += directory.labels("audiences", group.audiences)
    for meeting, spot in zip(group.meetings, entry.spots, strict=True):
        parts += [meeting.when.text, spot.text if spot else "", meeting.note or ""]
    for r in entry.recruiting:
        parts += [directory.label("roles", r.role), r.title, r.text or "", r.conditions or ""]
    parts += [exchange.text for exchange in (*group.offers, *group.seeks)]
    parts += fee_lines(group.fees)
    parts += directory.labels("languages", group.languages) + directory.labels("accessibility", group.accessibility)
    for t in group.translations.values():
        parts += [t.name or "", t.summary or "", to_text(t.description) if t.description else ""]
    return "\n".join(filter(None, parts))


def _readings(directory: Directory, entry: GroupEntry) -> Iterator[str]:
    for spot in entry.spots:
        place = directory.place_of.get(spot.slug) if spot else None
        if place:
            yield place.kana
    fields = directory.vocabularies.get("fields")
    for name in entry.group.fields:
        term = fields.terms.get(name) if fields else None
        if term and term.kana:
            yield term.kana


def _event(directory: Directory, entry: EventEntry) -> SearchDocument:
    event = entry.event
    day = (entry.coming or entry.occurrences[-1:] or (None,))[0]
    groups = [directory.group_of[slug].group for _, slug in entry.organizers if slug]
    when = f"{day_words(day.first)} {time_words(day)}" if day else ""
    return SearchDocument(
        url=entry.url,
        kind="event",
        title=event.title,
        kana=event.kana or "",
        line="　".join(filter(None, (when.strip(), place_words(entry)))),
        badges=("終了",) if entry.past else tuple(filter(None, (event_state(entry),))),
        lead=event.summary,
        fields=tuple(dict.fromkeys(label for g in groups for label in directory.labels("fields", g.fields))),
        areas=tuple(dict.fromkeys(label for g in groups for label in directory.labels("areas", g.areas))),
        days=tuple(dict.fromkeys(WEEKDAYS[o.first.weekday()] for o in entry.coming[:14])),
        body=_event_body(directory, entry),
        weight=PAST if entry.past else 0,
        readings=tuple(g.kana for g in groups),
    )


def _event_body(directory: Directory, entry: EventEntry) -> str:
    event = entry.event
    parts = [event.summary, to_text(event.description) if event.description else ""]
    parts += [directory.label("event-kinds", event.kind), place_words(entry), event.part_of or ""]
    parts += [name for name, _ in entry.organizers]
    parts += directory.labels("audiences", event.audience)
    parts += [event.audience_note or "", event.booking.how or "" if event.booking else ""]
    return "\n".join(filter(None, parts))


def _place(directory: Directory, entry: PlaceEntry) -> SearchDocument:
    place = entry.place
    rooms = [f"{room.name} {'、'.join(room.equipment)}" for room in place.rooms]
    parts = [
        to_text(place.description) if place.description else "",
        place.address or "",
        *rooms,
        *place.equipment,
    ]
    return SearchDocument(
        url=entry.url,
        kind="place",
        title=place.name,
        kana=place.kana,
        line=place.address or "",
        lead=directory.label("place-kinds", place.kind),
        body="\n".join(filter(None, parts)),
    )
