"""Lists of events by month: what is coming, and what has been."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from generator.directory.model import Directory, EventEntry, Occurrence
from generator.models.choices import EventStatus
from generator.pages.cards import event_card
from generator.pages.parts import EventCard, Link, Section
from generator.pages.views import ListView, Page
from generator.pages.words import month_title

# A recurring event shows its next days only, so that one series does not crowd out the rest.
NEXT_DAYS = 3

Dated = tuple[date, EventEntry, Occurrence]


def event_lists(directory: Directory) -> Iterator[Page]:
    """The list of coming events and the list of past ones."""
    coming = list(_dated(directory))
    past = sorted((e for e in directory.events if e.past and e.occurrences), key=_last, reverse=True)
    past_link = Link("終わったイベント", "events/past.html", len(past)) if past else None
    yield _list(
        "events/",
        "これからのイベント",
        "日にちの順です。終わったものは自動で消えます。",
        _months(directory, coming),
        len({entry.slug for _, entry, _ in coming}),
        crumbs=(past_link,) if past_link else (),
    )
    if past:
        cards = [(entry.occurrences[-1].last, entry, entry.occurrences[-1]) for entry in past]
        back = (Link("これからのイベント", "events/"),)
        yield _list("events/past.html", "終わったイベント", "", _months(directory, cards), len(past), crumbs=back)


def this_week(directory: Directory, days: int = 7) -> tuple[EventCard, ...]:
    """What is on from today for some days, in order; cancelled events stay, for people must learn of it."""
    end = directory.today + timedelta(days=days)
    return tuple(event_card(directory, entry, day) for first, entry, day in _dated(directory) if first < end)


def _dated(directory: Directory) -> Iterator[Dated]:
    found = (
        (max(day.first, directory.today), entry, day)
        for entry in directory.events
        for day in entry.coming[: NEXT_DAYS if entry.repeats else None]
        if entry.event.status != EventStatus.POSTPONED or day.first >= directory.today
    )
    yield from sorted(found, key=lambda d: (d[0], d[2].times.start.isoformat() if d[2].times else "", d[1].slug))


def _last(entry: EventEntry) -> tuple[date, str]:
    return entry.occurrences[-1].last, entry.slug


def _months(directory: Directory, dated: Iterable[Dated]) -> tuple[Section, ...]:
    sections = []
    for (year, month), group in groupby(dated, key=lambda d: (d[0].year, d[0].month)):
        cards = tuple(event_card(directory, entry, day) for _, entry, day in group)
        sections.append(Section(f"month-{year}-{month:02}", month_title(date(year, month, 1)), cards))
    return tuple(sections)


def _list(url: str, title: str, lead: str, sections: tuple[Section, ...], count: int, crumbs: tuple[Link, ...]) -> Page:
    view = ListView(
        title=title,
        lead=lead,
        count=count,
        unit="件",
        sections=sections,
        jumps=_jumps(sections) if len(sections) > 2 else (),
        crumbs=crumbs,
        empty="いま予定されているイベントはありません。",
    )
    return Page(url, "events", "events.html", title, f"{title}、{count}件の一覧です。", view)


def _jumps(sections: Iterable[Section]) -> tuple[Link, ...]:
    """Short links to the months; the year is said where it begins."""
    links, year = [], ""
    for section in sections:
        _, its_year, month = section.anchor.split("-")
        links.append(Link(f"{'' if its_year == year else f'{its_year}年'}{int(month)}月", f"#{section.anchor}"))
        year = its_year
    return tuple(links)
