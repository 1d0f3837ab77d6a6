"""How an event stands for those who would come: open, full, booking closed, moved online, put off, cancelled."""

from datetime import date

from generator.directory.model import EventEntry
from generator.models.choices import EventStatus
from generator.models.event import Booking
from generator.pages.words import day_words

CLOSED = "受付終了"


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
    still = day_words(closes, today) if closes and is_bookable(entry) else ""
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
