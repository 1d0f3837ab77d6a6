"""Lists of events by month: what is coming, and what has been."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from generator.directory.model import Directory, EventEntry, Occurrence
from generator.kinds import EVENT
from generator.models.choices import EventStatus
from generator.pages.cards import event_card
from generator.pages.paging import paged
from generator.pages.parts import EventCard, Section, facets_json
from generator.pages.views import Page
from generator.wording.days import day_words, month_title, parts_of
from generator.wording.events import fee_words
from generator.wording.parts import Link

# A recurring event shows its next days only, so that one series does not crowd out the rest.
NEXT_DAYS = 3
_SERIES = f"くりかえすものは、次の{NEXT_DAYS}回までのせています。"
_LEAD = f"日にちの順です。{_SERIES}終わったものは自動で消えます。"

Dated = tuple[date, EventEntry, Occurrence]


def event_lists(directory: Directory) -> Iterator[Page]:
    """The list of coming events and the list of past ones."""
    coming = list(_dated(directory))
    past = sorted((e for e in directory.events if e.past and e.occurrences), key=_last, reverse=True)
    past_link = Link("終わったイベント", "events/past.html", len(past)) if past else None
    yield from _list(
        "events/",
        "これからのイベント",
        _LEAD if any(entry.repeats for _, entry, _ in coming) else _LEAD.replace(_SERIES, ""),
        (*_months(directory, coming), *_put_off(directory)),
        crumbs=(past_link,) if past_link else (),
    )
    if past:
        cards = [(entry.occurrences[-1].last, entry, entry.occurrences[-1]) for entry in past]
        back = (Link("これからのイベント", "events/"),)
        yield from _list("events/past.html", "終わったイベント", "", _months(directory, cards), crumbs=back)


def week(directory: Directory, first: date, days: int = 7) -> tuple[Section, ...]:
    """What is on from a day on, day by day; what is full or cancelled stays, for people to learn of it, but comes last.

    A span of days stands on each of its days, one that is on some of them only on these; where nobody can tell which
    they are, it comes after the days. Days on which nothing is on are left out.
    """
    sections = []
    for day in (first + timedelta(days=n) for n in range(days)):
        on = [(entry, o) for entry in directory.events for o in entry.coming if o.is_on(day)]
        cards = tuple(event_card(directory, entry, o, day) for entry, o in sorted(on, key=_open_first))
        if cards:
            sections.append(Section(f"day-{day.isoformat()}", day_words(day, directory.today), cards))
    return (*sections, *_on_some_days(directory, first, first + timedelta(days=days - 1)))


def _on_some_days(directory: Directory, first: date, last: date) -> Iterator[Section]:
    """What takes place on some days of a span, of which nobody can tell whether they lie between two days."""
    on = [(entry, o) for entry in directory.events for o in entry.coming if o.may_be_on(first, last)]
    if on:
        cards = tuple(event_card(directory, entry, o) for entry, o in sorted(on, key=_open_first))
        yield Section("some-days", "期間中の一部の日にあるもの", cards)


def _open_first(on: tuple[EventEntry, Occurrence]) -> tuple[int, bool, str, str]:
    """What one can go to first, and of that what is on that day alone; then by time."""
    entry, o = on
    rank = 2 if entry.off else 1 if entry.full or entry.closed else 0
    return rank, o.first != o.last, o.times.start.isoformat() if o.times else "", entry.slug


def _put_off(directory: Directory) -> Iterator[Section]:
    """Events that were put off, and whose former day has passed."""
    put_off = (entry for entry in directory.events if entry.event.status == EventStatus.POSTPONED)
    waiting = [entry for entry in put_off if not entry.coming and entry.occurrences]
    if waiting:
        cards = tuple(event_card(directory, entry) for entry in sorted(waiting, key=_last))
        yield Section("put-off", "延期になり、日にちが決まっていないもの", cards)


def _dated(directory: Directory) -> Iterator[Dated]:
    found = (
        (max(day.first, directory.today), entry, day)
        for entry in directory.events
        for day in entry.coming[: NEXT_DAYS if entry.repeats else None]
    )
    yield from sorted(found, key=lambda d: (d[0], d[2].times.start.isoformat() if d[2].times else "", d[1].slug))


def _last(entry: EventEntry) -> tuple[date, str]:
    return entry.occurrences[-1].last, entry.slug


def _months(directory: Directory, dated: Iterable[Dated]) -> tuple[Section, ...]:
    sections = []
    for (year, month), group in groupby(dated, key=lambda d: (d[0].year, d[0].month)):
        cards = tuple(_listed(directory, entry, day, f"{year}年{month}月") for _, entry, day in group)
        sections.append(Section(f"month-{year}-{month:02}", month_title(date(year, month, 1)), cards))
    return tuple(sections)


def _listed(directory: Directory, entry: EventEntry, day: Occurrence, month: str) -> EventCard:
    """A card with what the list can be narrowed down by."""
    card = event_card(directory, entry, day)
    facets = {
        "type": (card.kind,),
        "month": (month,),
        "time": parts_of(day),
        "fee": fee_words(entry.event.fee),
        "access": directory.labels("accessibility", entry.event.accessibility),
    }
    return replace(card, facets=facets_json(facets))


def _list(url: str, title: str, lead: str, sections: tuple[Section, ...], crumbs: tuple[Link, ...]) -> Iterator[Page]:
    cards = [card for section in sections for card in section.cards]
    count = len({card.url for card in cards})
    yield from paged(
        Page(url, EVENT.folder, "events.html", title, f"{title}、{count}件の一覧です。", None),
        sections,
        "月",
        lead=lead,
        count=count,
        unit="件",
        times=len(cards),
        crumbs=crumbs,
        empty="いま予定されているイベントはありません。",
    )
