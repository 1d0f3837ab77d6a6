"""Records as cards: the one anatomy in which groups and events stand in every list."""

from datetime import date, timedelta

from generator.directory.model import Directory, EventEntry, GroupEntry, Occurrence
from generator.japanese.dates import weekday_name
from generator.models.choices import GroupStatus
from generator.pages.parts import Card, EventCard
from generator.wording.days import day_words, time_words, year_words
from generator.wording.events import event_state, fee_line, place_words
from generator.wording.groups import badges, calls, day_line


def group_card(directory: Directory, entry: GroupEntry) -> Card:
    """A group in a list."""
    group = entry.group
    return Card(
        url=entry.url,
        name=group.name,
        kana=group.kana,
        field=directory.label("fields", group.fields[0]),
        summary=group.summary,
        line=day_line(entry),
        calls=calls(directory, entry),
        badges=badges(directory, entry),
        quiet=group.status.label if group.status != GroupStatus.ACTIVE else "",
    )


def at_meeting(card: Card, entry: GroupEntry, number: int) -> Card:
    """The card of a group in a list where one of its meetings put it: it shows that meeting."""
    return card._replace(line=day_line(entry, number)) if number else card


def event_card(
    directory: Directory, entry: EventEntry, occurrence: Occurrence | None = None, on: date | None = None
) -> EventCard:
    """An event in a list, on one of its days (its next one if none is given), in the list of the day `on` if given."""
    event = entry.event
    day = occurrence or (entry.coming or entry.occurrences[-1:] or (None,))[0]
    first = on or (_shown_day(day, directory.today) if day else None)
    return EventCard(
        url=entry.url,
        title=event.title,
        kind=directory.label("event-kinds", event.kind),
        year=year_words(first, directory.today) if first else "",
        month=str(first.month) if first else "",
        day=str(first.day) if first else "",
        weekday=weekday_name(first) if first else "",
        time=time_words(day) if day else "",
        place=place_words(entry),
        summary=event.summary,
        organizer="、".join(name for name, _ in entry.organizers),
        state=event_state(entry),
        until=f"{day_words(day.last, directory.today)}まで" if day and day.last != day.first else "",
        fee=fee_line(event.fee),
        iso=first.isoformat() if first else "",
        off=entry.off,
        note=day.note if day and day.only is not None else "",
    )


def _shown_day(day: Occurrence, today: date) -> date:
    """A span that has begun is shown on the next day on which it is on, so that lists stay in order."""
    if day.last < today or day.first > today:
        return day.first
    if day.only is not None:
        return next((each for each in day.only if each >= today and day.is_on(each)), day.first)
    ahead = (today + timedelta(days=n) for n in range(min((day.last - today).days, len(day.without)) + 1))
    return next((each for each in ahead if each not in day.without), day.last)
