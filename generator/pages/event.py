"""An event's page: the day large, then where, what it costs, how to book."""

from dataclasses import replace
from datetime import date

from markupsafe import Markup

from generator.directory.model import Directory, EventEntry, Occurrence
from generator.japanese.announced import announced
from generator.japanese.phones import tel_uri
from generator.kinds import EVENT, GROUP
from generator.models.choices import EventStatus
from generator.pages.cards import event_card, group_card
from generator.pages.jsonld import event_data
from generator.pages.markdown import to_html
from generator.pages.parts import ContactView, Fact, Link, plain
from generator.pages.pictures import Pictures
from generator.pages.sheet import sheet
from generator.pages.standing import booking_rows, event_notice, event_state, is_bookable
from generator.pages.views import EventView, Page
from generator.pages.words import (
    beside_day,
    beside_number,
    fax_words,
    fee_line,
    map_url,
    occurrence_line,
    repeat_line,
    slot_of,
    spoken,
)
from generator.settings import Settings

# More days than this are summed up; the rest is on the calendar of the list.
SHOWN_DAYS = 8
# The shortlist shows the weeks ahead, not a whole year.
KEPT_DAYS = 6


def event_page(directory: Directory, entry: EventEntry, settings: Settings, pictures: Pictures) -> Page:
    """The page of one event."""
    event = entry.event
    photos = pictures.of(EVENT.folder, event.photos)
    first = (entry.coming or entry.occurrences[-1:] or (None,))[0]
    return Page(
        url=entry.url,
        section=EVENT.folder,
        template="event.html",
        title=_titled(entry),
        description="　".join(filter(None, (_opening(entry, first), event.summary))),
        view=_view(directory, entry, pictures),
        source=settings.source_url(EVENT.file(entry.slug)),
        correct=EVENT.correct_url(entry.slug) if settings.form else "",
        image=photos[0].src if photos else "",
        data=event_data(directory, entry, settings),
    )


def _titled(entry: EventEntry) -> str:
    """The title for tabs and shared links, which says that an event is off unless it does so by itself."""
    title = entry.event.title
    return f"【{event_state(entry)}】{title}" if entry.off and announced(title) is None else title


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
        former=_former(entry, days, directory.today) if entry.off else "",
        note=beside_day(days[0], directory.today) if len(days) == 1 and not entry.repeats and not entry.off else "",
        days=tuple(Link(occurrence_line(day, directory.today)) for day in days[: _shown(entry)]),
        gone=_gone(entry, directory.today),
        repeats=tuple(repeat_line(when, directory.today) for when in event.dates if when.repeat),
        facts=_facts(directory, entry),
        booking=booking_rows(entry, event.booking, directory.today) if event.booking else (),
        booking_title="問い合わせ" if entry.past or entry.off else "申し込み",
        contact=_contact(entry),
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


def _gone(entry: EventEntry, today: date) -> str:
    """The days of a running event that are over, as far as they were written down one by one."""
    going_on = entry.coming or entry.lasts
    past = [o for o in entry.occurrences if o not in entry.coming and not o.recurring] if going_on else []
    return "、".join(occurrence_line(o, today) for o in past)


def _opening(entry: EventEntry, first: Occurrence | None) -> str:
    """What the description for search engines begins with: the day, or that there is none to come to."""
    if entry.off:
        return f"【{event_state(entry)}】"
    return spoken(first) if first else ""


def _former(entry: EventEntry, days: tuple[Occurrence, ...], today: date) -> str:
    """The day that was planned for an event that is off."""
    more = "ほか" if len(days) > 1 or entry.repeats else ""
    return f"もとの予定：{occurrence_line(days[0], today)}{more}" if days else ""


def _date_mark(day: Occurrence) -> str:
    """A coming day as a mark that the shortlist reads: 2026-12-05/morning."""
    part = slot_of(day.first, day.times.start.hour)[1] if day.times else "any"
    return f"{day.first.isoformat()}/{part}"


def _facts(directory: Directory, entry: EventEntry) -> tuple[Fact, ...]:
    event = entry.event
    audience = "、".join(filter(None, (*directory.labels("audiences", event.audience), event.audience_note)))
    capacity = f"{event.capacity}人" if event.capacity is not None else ""
    rows = (
        ("場所", _where(directory, entry)),
        ("参加費", plain(fee_line(event.fee))),
        ("対象", plain(audience)),
        ("定員", plain("　".join(filter(None, (capacity, event.capacity_note))))),
        ("雨のとき", plain(event.rain or "")),
        ("主催", tuple(Link(name, GROUP.url(slug) if slug else "") for name, slug in entry.organizers)),
        ("バリアフリー対応", plain("、".join(directory.labels("accessibility", event.accessibility)))),
        ("話せる言葉", plain("、".join(directory.labels("languages", event.languages)))),
    )
    return tuple(Fact(label, lines) for label, lines in rows if lines)


def _where(directory: Directory, entry: EventEntry) -> tuple[Link, ...]:
    event, spot = entry.event, entry.spot
    links = []
    if spot and event.status == EventStatus.MOVED_ONLINE:
        links.append(Link("オンライン", note=f"もとの会場は{spot.text}でした"))
    elif spot:
        known = directory.place_of.get(spot.slug)
        links.append(Link(spot.text, spot.url, note=event.address or (known.address if known else "") or ""))
        if known and map_url(known):
            links.append(Link("地図を開く", map_url(known)))
    elif event.address:
        links.append(Link(event.address))
    if event.online:
        links.append(Link("オンラインで参加する", event.online))
    return tuple(links)


def _contact(entry: EventEntry) -> ContactView | None:
    booking = entry.event.booking
    if booking is None or not any((booking.phone, booking.fax, booking.email, booking.url)):
        return None
    phone = booking.phone
    return ContactView(
        via_center=False,
        phone=phone.number if phone else "",
        tel=tel_uri(phone) if phone else "",
        phone_note=beside_number(phone),
        fax=fax_words(booking.fax),
        email=booking.email or "",
        links=(Link("申し込みページ" if is_bookable(entry) else "案内のページ", booking.url),) if booking.url else (),
    )
