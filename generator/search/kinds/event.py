"""An event as it is found."""

from datetime import date

from generator.directory.model import Directory, EventEntry, Occurrence
from generator.kinds import EVENT
from generator.search.dates import days_on, event_dates
from generator.search.documents import PAST, SearchDocument, Turn
from generator.search.kinds.numbers import numbers, without_hyphens
from generator.search.labels import event_places, spoken_words, unique
from generator.wording.days import day_words, parts_of, time_words
from generator.wording.events import event_state, fee_line, fee_words, place_words
from generator.wording.markdown import to_text

# What it takes from a document's weight that the event is off.
OFF = -2
# An event is found under the weekdays and times of so many of its coming days.
FOUND_DAYS = 14


def event_document(directory: Directory, entry: EventEntry) -> SearchDocument:
    """An event as it is found, under its coming days; one that is over or off weighs less."""
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
        readings=(*(g.kana for g in groups), *without_hyphens(event.booking)),
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
        parts += [event.booking.how or "", *numbers(event.booking)]
    parts += directory.labels("languages", event.languages) + directory.labels("accessibility", event.accessibility)
    return "\n".join(filter(None, parts))
