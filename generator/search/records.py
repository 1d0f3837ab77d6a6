"""The directory as documents to be found: what a resident may know of a group, an event or a place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.directory.model import Directory, EventEntry, GroupEntry, Occurrence, PlaceEntry, PlainEntry
from generator.kinds import EVENT, GRANT, GROUP, KINDS, PLACE
from generator.models.contact import Contact
from generator.models.event import Booking
from generator.models.grant import Grant
from generator.models.place import Place
from generator.models.vocabulary import Term
from generator.search.dates import days_on, event_dates, group_dates
from generator.search.documents import SearchDocument, Turn
from generator.search.labels import event_places, group_audiences, spoken_words, unique
from generator.wording.days import day_words, parts_of, time_words, times_of
from generator.wording.events import event_state, fee_line, fee_words, place_words
from generator.wording.grants import OVER, grant_facts, grant_line, grant_state
from generator.wording.groups import AREAS, COMMON, FOUNDED, badges, calls, day_line, fees_words, group_facts
from generator.wording.markdown import to_text
from generator.wording.parts import Fact

# What the newest confirmation, an open call for people and a past date add to a document's weight.
RECRUITING, CONFIRMED, STALE, RESTING, OFF, PAST = 2, 1, -1, -2, -2, -10
# An event is found under the weekdays and times of so many of its coming days.
FOUND_DAYS = 14


def documents(directory: Directory) -> Iterator[SearchDocument]:
    """One document for each record that has a page."""
    for name, kind in KINDS.items():
        made = (DOCUMENTS[name](directory, entry) for entry in directory.entries[kind.folder])
        yield from filter(None, made)


def _group(directory: Directory, entry: GroupEntry) -> SearchDocument | None:
    """A group as it is found; one that has ended is not."""
    group = entry.group
    if group.status == "ended":
        return None
    return SearchDocument(
        url=entry.url,
        kind=GROUP.name,
        sorts=(
            directory.label("kinds", group.kind),
            *directory.labels("audiences", group.audiences),
            *(call.title for call in entry.recruiting),
        ),
        title=group.name,
        kana=group.kana,
        names=tuple(filter(None, (group.name_en, *group.aliases))),
        line=day_line(entry),
        badges=_badges(directory, entry),
        lead=group.summary,
        fields=directory.labels("fields", group.fields),
        areas=directory.labels("areas", group.areas),
        times=unique(time for meeting in group.meetings for time in times_of(meeting.when)),
        audiences=group_audiences(directory, entry),
        roles=directory.labels("roles", tuple(dict.fromkeys(r.role for r in entry.recruiting))),
        day=group.confirmed.isoformat() if group.confirmed else "",
        body=_group_body(directory, entry),
        weight=_weight(entry),
        readings=tuple(_readings(directory, entry)),
        turns=tuple(_meetings(entry, directory.today)),
        dates=unique(day for meeting in group_dates(entry, directory.today) for day in meeting),
        fees=fees_words(group.fees),
        access=directory.labels("accessibility", group.accessibility),
        languages=spoken_words(directory, group.languages),
        places=unique(spot.text for spot in entry.spots if spot and spot.slug),
    )


def _meetings(entry: GroupEntry, today: date) -> Iterator[Turn]:
    for number, (meeting, dates) in enumerate(zip(entry.group.meetings, group_dates(entry, today), strict=True)):
        yield Turn(day_line(entry, number), times_of(meeting.when), tuple(day[:10] for day in dates))


def _badges(directory: Directory, entry: GroupEntry) -> tuple[str, ...]:
    resting = entry.group.status == "resting"
    return (*((str(entry.group.status.label),) if resting else ()), *calls(directory, entry), *badges(directory, entry))


def _weight(entry: GroupEntry) -> int:
    if entry.group.status == "resting":
        return RESTING
    fresh = STALE if entry.stale else CONFIRMED if entry.group.confirmed else 0
    return (RECRUITING if entry.recruiting else 0) + fresh


def _group_body(directory: Directory, entry: GroupEntry) -> str:
    group = entry.group
    parts = [group.name_en or "", *group.aliases, group.summary, to_text(group.description)]
    parts.append(directory.label("kinds", group.kind))
    parts += _said(group_facts(directory, entry))
    for meeting, spot in zip(group.meetings, entry.spots, strict=True):
        parts.append("　".join(filter(None, (meeting.when.text, spot.text if spot else "", meeting.note))))
    for r in entry.recruiting:
        known = directory.place_of.get(r.place or "")
        parts += [directory.label("roles", r.role), r.title, r.text or "", r.conditions or "", r.ages or ""]
        parts += [r.when or "", known.name if known else r.place or ""]
    parts += [exchange.text for exchange in (*group.offers, *group.seeks)]
    parts += [document.title for document in group.documents]
    parts += [group.contact.address or "", *_numbers(group.contact)]
    parts += [group.succession.note or "" if group.succession else ""]
    for t in group.translations.values():
        parts += [t.name or "", t.summary or "", to_text(t.description) if t.description else ""]
    return "\n".join(filter(None, parts))


def _said(facts: Iterable[Fact]) -> Iterator[str]:
    """The words of facts, with their labels where they tell one group from another: バリアフリー対応, not 費用.

    Areas have a zone of their own. When a group was founded is left out: who looks for 「4月」 wants April.
    """
    for fact in facts:
        if fact.label not in (AREAS, FOUNDED):
            yield from (*(() if fact.label in COMMON else (fact.label,)), *(line.text for line in fact.lines))


def _numbers(given: Contact | Booking | Place | None) -> list[str]:
    """Telephone and fax as they are shown."""
    return [number.number for name in ("phone", "fax") if (number := getattr(given, name, None))]


def _without_hyphens(given: Contact | Booking | Place | None) -> list[str]:
    """Telephone and fax as many people type them."""
    return [number.replace("-", "") for number in _numbers(given)]


def _readings(directory: Directory, entry: GroupEntry) -> Iterator[str]:
    """What is searched but not shown: how places and fields are read, other names of the areas."""
    for spot in entry.spots:
        place = directory.place_of.get(spot.slug) if spot else None
        if place:
            yield place.kana
    for term in _terms(directory, "fields", entry.group.fields):
        yield term.kana or ""
    for term in _terms(directory, "areas", entry.group.areas):
        yield from term.aliases
    yield from _without_hyphens(entry.group.contact)


def _terms(directory: Directory, vocabulary: str, names: Iterable[str]) -> Iterator[Term]:
    found = directory.vocabularies.get(vocabulary)
    return (found.terms[name] for name in names if found and name in found.terms)


def _event(directory: Directory, entry: EventEntry) -> SearchDocument:
    event = entry.event
    day = (entry.coming or entry.occurrences[-1:] or (None,))[0]
    groups = [directory.group_of[slug].group for _, slug in entry.organizers if slug]
    days = () if entry.off else entry.coming[:FOUND_DAYS]
    turns = tuple(_turn(entry, day, directory.today) for day in days)
    return SearchDocument(
        url=entry.url,
        kind=EVENT.name,
        sorts=(directory.label("event-kinds", event.kind), *directory.labels("audiences", event.audience)),
        title=event.title,
        kana=event.kana or "",
        line=_event_line(entry, day, directory.today),
        badges=("終了",) if entry.past and not entry.off else tuple(filter(None, (event_state(entry),))),
        lead=event.summary,
        fields=tuple(dict.fromkeys(label for g in groups for label in directory.labels("fields", g.fields))),
        areas=tuple(dict.fromkeys(label for g in groups for label in directory.labels("areas", g.areas))),
        times=unique(time for turn in turns for time in turn.times),
        audiences=directory.labels("audiences", event.audience),
        day=day.first.isoformat() if day else "",
        body=_event_body(directory, entry),
        weight=PAST if entry.past else OFF if entry.off else 0,
        readings=(*(g.kana for g in groups), *_without_hyphens(event.booking)),
        turns=turns,
        ahead=not (entry.past or entry.off),
        dates=event_dates(entry, directory.today),
        fees=fee_words(event.fee),
        access=directory.labels("accessibility", event.accessibility),
        languages=spoken_words(directory, event.languages),
        places=event_places(entry),
    )


def _event_line(entry: EventEntry, day: Occurrence | None, today: date) -> str:
    last = f"〜{day_words(day.last, today)}" if day and day.first < day.last else ""
    when = f"{day_words(day.first, today)}{last} {time_words(day)}".strip() if day else ""
    return "　".join(filter(None, (when, place_words(entry))))


def _turn(entry: EventEntry, day: Occurrence, today: date) -> Turn:
    dates = tuple(each.isoformat() for each in days_on(day, today))
    return Turn(_event_line(entry, day, today), parts_of(day), dates)


def _event_body(directory: Directory, entry: EventEntry) -> str:
    event = entry.event
    parts = [event.summary, to_text(event.description) if event.description else ""]
    parts += [directory.label("event-kinds", event.kind), place_words(entry), event.part_of or ""]
    parts += [name for name, _ in entry.organizers]
    parts += directory.labels("audiences", event.audience)
    parts += [event.audience_note or "", event.capacity_note or "", event.rain or "", event.address or ""]
    parts.append(fee_line(event.fee))
    for when in event.dates:
        parts += [when.repeat.text if when.repeat else "", when.note or ""]
    if event.booking:
        parts += [event.booking.how or "", *_numbers(event.booking)]
    parts += directory.labels("languages", event.languages) + directory.labels("accessibility", event.accessibility)
    return "\n".join(filter(None, parts))


def _place(directory: Directory, entry: PlaceEntry) -> SearchDocument:
    place = entry.place
    rooms = [f"{room.name} {'、'.join(room.equipment)}" for room in place.rooms]
    parts = [
        to_text(place.description) if place.description else "",
        place.address or "",
        place.access or "",
        place.hours or "",
        *rooms,
        *place.equipment,
        *directory.labels("accessibility", place.accessibility),
        *_numbers(place),
    ]
    return SearchDocument(
        url=entry.url,
        kind=PLACE.name,
        sorts=(directory.label("place-kinds", place.kind),),
        title=place.name,
        kana=place.kana,
        line=place.address or "",
        lead=directory.label("place-kinds", place.kind),
        body="\n".join(filter(None, parts)),
        readings=tuple(_without_hyphens(place)),
        access=directory.labels("accessibility", place.accessibility),
        places=(place.name,),
    )


def _grant(directory: Directory, entry: PlainEntry[Grant]) -> SearchDocument:
    grant, state = entry.record, grant_state(entry.record, directory.today)
    parts = [fact_line.text for fact in grant_facts(directory, grant) for fact_line in fact.lines]
    parts += [grant.apply or "", to_text(grant.description) if grant.description else "", *_numbers(grant.contact)]
    parts.append((grant.contact and grant.contact.address) or "")
    return SearchDocument(
        url=entry.url,
        kind=GRANT.name,
        sorts=(KINDS[GRANT.name].label,),
        title=grant.title,
        kana=grant.kana or "",
        line=grant_line(grant, directory.today),
        badges=(state,),
        lead=grant.summary,
        fields=directory.labels("fields", grant.fields),
        areas=directory.labels("areas", grant.areas),
        day=grant.closes.isoformat(),
        body="\n".join(filter(None, parts)),
        weight=PAST if state == OVER else 0,
        readings=tuple(_without_hyphens(grant.contact)),
        ahead=state != OVER,
    )


# How a record of each kind is found; None for one that is not to be found.
DOCUMENTS: Mapping[str, Callable[[Directory, Any], SearchDocument | None]] = {
    GROUP.name: _group,
    EVENT.name: _event,
    PLACE.name: _place,
    GRANT.name: _grant,
}
