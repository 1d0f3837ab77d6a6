"""An event in words: how it stands for those who would come, where, what it costs, how to book."""

from datetime import date

from generator.directory.model import Directory, EventEntry, Occurrence
from generator.japanese.announced import announced
from generator.japanese.money import show_yen
from generator.japanese.phones import tel_uri
from generator.kinds import GROUP
from generator.models.choices import EventStatus
from generator.models.event import Booking
from generator.models.shared import Fee
from generator.wording.contacts import beside_number, fax_words
from generator.wording.days import day_words, occurrence_line, spoken
from generator.wording.facets import FREE, PAID
from generator.wording.free import free_words
from generator.wording.parts import ContactView, Fact, Link, elsewhere, plain
from generator.wording.places import map_url

CLOSED = "受付終了"
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {"closed": CLOSED}


def event_state(entry: EventEntry) -> str:
    """The word above an event's title when one cannot simply come; nothing where all is as it should be."""
    status = entry.event.status
    if status != EventStatus.SCHEDULED:
        return str(status.label)
    return CLOSED if entry.closed and not entry.past else ""


def event_notice(entry: EventEntry) -> tuple[str, bool]:
    """What stands above an event's page, and whether it bars the way: that it is off, over, full."""
    if entry.past and not entry.off:
        return "このイベントは終わりました。", False
    return event_state(entry), True


def booking_rows(entry: EventEntry, booking: Booking, today: date) -> tuple[tuple[str, str], ...]:
    """Whether and how to book, a label and words each; what no longer holds is not said."""
    opens, closes = booking.opens, booking.closes
    ended = f"{day_words(closes, today)}まででした" if closes and entry.closed and not (entry.off or entry.past) else ""
    rule = booking.rule.label if booking.rule else ""
    still = f"{day_words(closes, today)}{rule}" if closes and is_bookable(entry) else ""
    rows = (
        ("申し込み", _whether(entry, booking)),
        ("受付開始", day_words(opens, today) if opens and is_bookable(entry) else ""),
        ("締切", ended or still),
        ("方法" if is_bookable(entry) else "もとの案内", booking.how or ""),
    )
    return tuple(row for row in rows if row[1])


def is_bookable(entry: EventEntry) -> bool:
    """Whether booking can be spoken of as open, now or soon."""
    return not (entry.past or entry.off or entry.full or entry.closed)


def _whether(entry: EventEntry, booking: Booking) -> str:
    if entry.past or entry.off:
        return ""
    if entry.full:
        return "満席などのため、新しい申し込みは受け付けていません"
    if entry.closed:
        return "申し込みの受付は終わりました"
    return {True: "申し込みが必要です", False: "申し込みは要りません", None: ""}[booking.required]


def fee_line(fee: Fee | None) -> str:
    """What an event costs, in one line."""
    if fee is None:
        return ""
    amount = show_yen(fee.amount) if fee.amount is not None else ""
    if amount and fee.note:
        return f"{amount}（{fee.note}）"
    return amount or fee.note or ""


def fee_words(fee: Fee | None) -> tuple[str, ...]:
    """Whether taking part costs something, or only some, as choices; none where nobody says."""
    if fee is None:
        return ()
    said = free_words(fee.note or "")
    if fee.amount is None:
        return said
    return (PAID, *(word for word in said if word != FREE)) if fee.amount else (FREE,)


def place_words(entry: EventEntry) -> str:
    """Where an event takes place, in a few words."""
    if entry.spot and entry.event.status != EventStatus.MOVED_ONLINE:
        return entry.spot.text
    return "オンライン" if entry.event.online or entry.spot else ""


def event_title(entry: EventEntry) -> str:
    """The title for tabs and shared links, which says that an event is off unless it does so by itself."""
    title = entry.event.title
    return f"【{event_state(entry)}】{title}" if entry.off and announced(title) is None else title


def days_gone(entry: EventEntry, today: date) -> str:
    """The days of a running event that are over, as far as they were written down one by one."""
    going_on = entry.coming or entry.lasts
    past = [o for o in entry.occurrences if o not in entry.coming and not o.recurring] if going_on else []
    return "、".join(occurrence_line(o, today) for o in past)


def opening(entry: EventEntry, first: Occurrence | None) -> str:
    """What the description for search engines begins with: the day, or that there is none to come to."""
    if entry.off:
        return f"【{event_state(entry)}】"
    return spoken(first) if first else ""


def former_day(entry: EventEntry, days: tuple[Occurrence, ...], today: date) -> str:
    """The day that was planned for an event that is off."""
    more = "ほか" if len(days) > 1 or entry.repeats else ""
    return f"もとの予定：{occurrence_line(days[0], today)}{more}" if days else ""


def event_facts(directory: Directory, entry: EventEntry) -> tuple[Fact, ...]:
    """Where an event is, what it costs, for whom it is, who holds it: a label and its lines each."""
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
            links.append(elsewhere("地図を開く", map_url(known)))
    elif event.address:
        links.append(Link(event.address))
    if event.online:
        links.append(elsewhere("オンラインで参加する", event.online))
    return tuple(links)


def booking_contact(entry: EventEntry) -> ContactView | None:
    """How to reach those who take bookings; None where an event names no way."""
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
        links=(elsewhere("申し込みページ" if is_bookable(entry) else "案内のページ", booking.url),)
        if booking.url
        else (),
    )
