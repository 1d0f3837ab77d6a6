"""An event's page: the day large, then where, what it costs, how to book."""

from dataclasses import replace

from markupsafe import Markup

from generator.directory.model import Directory, EventEntry, Occurrence
from generator.kinds import EVENT
from generator.pages.cards import event_card, group_card
from generator.pages.contact_points import address_of
from generator.pages.jsonld import event_data
from generator.pages.pictures import Pictures
from generator.pages.sheet import sheet
from generator.pages.views import EventView, Page
from generator.settings import Settings
from generator.wording.days import beside_day, occurrence_line, repeat_line, slot_of
from generator.wording.events import (
    booking_contact,
    booking_rows,
    days_gone,
    event_facts,
    event_notice,
    event_title,
    former_day,
    opening,
)
from generator.wording.markdown import to_html
from generator.wording.parts import Link

# More days than this are summed up; the rest is on the calendar of the list.
SHOWN_DAYS = 8
# The shortlist shows the weeks ahead, not a whole year.
KEPT_DAYS = 6
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"shown_days": SHOWN_DAYS}


def event_page(directory: Directory, entry: EventEntry, settings: Settings, pictures: Pictures) -> Page:
    """The page of one event."""
    event = entry.event
    photos = pictures.of(EVENT.folder, event.photos)
    first = (entry.coming or entry.occurrences[-1:] or (None,))[0]
    return Page(
        url=entry.url,
        section=EVENT.folder,
        template="event.html",
        title=event_title(entry),
        description="　".join(filter(None, (opening(entry, first), event.summary))),
        view=_view(directory, entry, pictures),
        source=settings.source_url(EVENT.file(entry.slug)),
        correct=EVENT.correct_url(entry.slug) if settings.form else "",
        image=photos[0].src if photos else "",
        data=event_data(directory, entry, settings),
        address=address_of(entry.url, settings),
    )


def _view(directory: Directory, entry: EventEntry, pictures: Pictures) -> EventView:
    event = entry.event
    days = entry.coming or entry.occurrences
    notice, barred = event_notice(entry)
    view = EventView(
        title=event.title,
        kana=event.kana or "",
        kind=directory.label("event-kinds", event.kind),
        summary=event.summary,
        notice=notice,
        barred=barred,
        past=entry.past,
        block=event_card(directory, entry, days[0], days[0].first) if days and not entry.off else None,
        former=former_day(entry, days, directory.today) if entry.off else "",
        note=beside_day(days[0], directory.today) if len(days) == 1 and not entry.repeats and not entry.off else "",
        days=tuple(Link(occurrence_line(day, directory.today)) for day in days[: _shown(entry)]),
        gone=days_gone(entry, directory.today),
        repeats=tuple(repeat_line(when, directory.today) for when in event.dates if when.repeat),
        facts=event_facts(directory, entry),
        booking=booking_rows(entry, event.booking, directory.today) if event.booking else (),
        booking_title="問い合わせ" if entry.past or entry.off else "申し込み",
        contact=booking_contact(entry),
        description=to_html(event.description) if event.description else Markup(""),
        photos=pictures.of(EVENT.folder, event.photos),
        organizers=tuple(group_card(directory, directory.group_of[slug]) for _, slug in entry.organizers if slug),
        part_of=event.part_of or "",
        dates="" if entry.off else " ".join(_date_mark(day) for day in entry.coming[:KEPT_DAYS]),
    )
    return replace(
        view, sheet=sheet((view.facts, view.booking, view.days, view.gone, view.repeats, view.description, view.photos))
    )


def _shown(entry: EventEntry) -> int:
    """How many days are listed: every one that was written down, and some of those that follow from a recurrence."""
    return SHOWN_DAYS * entry.repeats + sum(when.repeat is None for when in entry.event.dates)


def _date_mark(day: Occurrence) -> str:
    """A coming day as a mark that the shortlist reads: 2026-12-05/morning."""
    part = slot_of(day.first, day.times.start.hour)[1] if day.times else "any"
    return f"{day.first.isoformat()}/{part}"
