"""What is wrong with an event beyond its single fields."""

from collections.abc import Iterator
from datetime import date

from generator.check.dates import dates_findings
from generator.check.files import files
from generator.check.finding import Faults
from generator.check.plain import out_of_order
from generator.check.private import private_emails, private_phones
from generator.check.references import place, reference
from generator.check.starter import starter_faults
from generator.japanese.announced import announced
from generator.japanese.application_points import application_days
from generator.kinds import EVENT, GROUP
from generator.models.choices import EventStatus
from generator.models.event import Booking, Event, When
from generator.reading.read import Reading
from generator.reading.strict import Path

# Whatever graver is set has been thought of.
_SILENT = (EventStatus.SCHEDULED, EventStatus.FULL)
# What remains true of an event that is over.
_LASTING = (EventStatus.CANCELLED, EventStatus.MOVED_ONLINE)
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"silent": _SILENT, "lasting": _LASTING}


def event_faults(reading: Reading, event: Event, today: date) -> Faults:
    """Everything wrong with one event, by the path of the value that is at fault."""
    for n, organizer in enumerate(event.organizer):
        yield from reference(reading.slugs[GROUP.folder], organizer, ("organizer", n), "unknown-group")
    yield from place(reading, event.place, ("place",))
    for n, when in enumerate(event.dates):
        yield from dates_findings(when, ("dates", n), today)
    last = last_day(event)
    if event.booking:
        yield from private_phones(event.booking, ("booking",))
        yield from private_emails(event.booking, ("booking",))
        yield from _booking(event.booking, last)
    if last and last < today and _marked_open(event):
        facts = {"value": last.isoformat(), "status_ja": event.status.label, "status_en": event.status.label_en}
        yield ("status",), "event-past", facts
    yield from _announced(event)
    yield from starter_faults(event)
    yield from files(reading.content / EVENT.folder, event.photos, ())


def _announced(event: Event) -> Faults:
    """A status that the words of an event announce while its profile keeps silent about it."""
    if event.status not in _SILENT:
        return
    for path, text in _texts(event):
        found = announced(text, "" if path == ("title",) else event.title)
        if found and found.status != event.status and found.touches(_spans(event)):
            status = EventStatus.called(found.status) or event.status
            facts = {"status_ja": status.label, "status_en": status.label_en, "suggestion": f"status: {found.status}"}
            yield path, "status-announced", {"value": found.words, **facts}
            return


def _texts(event: Event) -> Iterator[tuple[Path, str]]:
    """Everything in which people write that an event is cancelled or full, by its path."""
    named = ("title", "summary", "description", "capacity_note")
    yield from (((name,), text) for name in named if (text := getattr(event, name)))
    yield from ((("dates", n, "note"), when.note) for n, when in enumerate(event.dates) if when.note)
    if event.booking and event.booking.how:
        yield ("booking", "how"), event.booking.how


def _spans(event: Event) -> list[tuple[date, date]]:
    """The days between which an event takes place; none if one of its entries has no end."""
    spans = [(_first_of(when), _last_of(when)) for when in event.dates]
    known = [(first, last) for first, last in spans if first and last]
    return known if len(known) == len(spans) else []


def _marked_open(event: Event) -> bool:
    """Whether a profile says in so many words that an event is still to come; one that says nothing is a record."""
    return "status" in event.model_fields_set and event.status not in _LASTING


def _booking(booking: Booking, last: date | None) -> Faults:
    closes = booking.closes
    yield from out_of_order(booking.opens, closes, ("booking", "closes"))
    if closes and last and closes > last:
        yield ("booking", "closes"), "closes-after-end", {"value": closes.isoformat(), "end": last.isoformat()}
    said = application_days(booking.how) if closes and booking.how else None
    told = said[1] if isinstance(said, tuple) else None
    if closes and told and told.month and (told.month, told.day) != (closes.month, closes.day):
        words = f"{told.month}月{told.day}日"
        yield ("booking", "closes"), "closes-told-otherwise", {"value": closes.isoformat(), "told": words}


def last_day(event: Event) -> date | None:
    """The last day of an event; None for a recurrence that has no end."""
    days = [_last_of(when) for when in event.dates]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _first_of(when: When) -> date | None:
    return when.moment.first if when.moment is not None else when.start_date


def _last_of(when: When) -> date | None:
    if when.moment is not None:
        return when.moment.last
    return when.end_date if when.repeat is not None else when.end_date or when.start_date
