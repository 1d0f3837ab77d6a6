"""Records in the words of the site: one line for when and where, fees, members, days."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import lru_cache

from generator.directory.calendar import end_alone
from generator.directory.model import EventEntry, GroupEntry, Occurrence, Spot
from generator.japanese.dates import era_year, show_date, weekday_name
from generator.japanese.money import show_yen
from generator.japanese.phones import Phone
from generator.japanese.recurrence import Recurrence, day_parts, show_recurrence, slots
from generator.japanese.times import TimeRange, show_range, speak_range
from generator.models.choices import EventStatus
from generator.models.event import When
from generator.models.group import Fees, Members
from generator.models.place import Place
from generator.models.shared import Fee

DAYS = (("weekday", "平日"), ("saturday", "土曜"), ("sunday", "日曜"))
PARTS = (("morning", "午前"), ("afternoon", "午後"), ("evening", "夜"))
WEEKDAYS = "月火水木金土日"
NO_MEETINGS = "活動日は団体におたずねください"


def slot_words(slots: Collection[tuple[str, str]]) -> tuple[str, ...]:
    """Parts of the week and the day in words, in the order of the week: 平日の夜、土曜の午前."""
    return tuple(f"{day_word}の{word}" for day, day_word in DAYS for part, word in PARTS if (day, part) in slots)


def week_marks(cells: Collection[tuple[int, str]]) -> str:
    """Cells of a week as marks that the shortlist reads: 0 is Monday, 「1-evening 5-morning」."""
    return " ".join(f"{day}-{part}" for day, part in sorted(cells))


def slot_of(day: date, hour: int) -> tuple[str, str]:
    """The part of the week and of the day in which an hour of a day lies."""
    return {5: "saturday", 6: "sunday"}.get(day.weekday(), "weekday"), _part(hour)


def day_line(group: GroupEntry, number: int = 0) -> str:
    """When and where one of a group's meetings is, in one short line; where to ask when nothing is written."""
    if not group.group.meetings:
        return NO_MEETINGS
    meeting, spot = group.group.meetings[number], group.spots[number]
    more = "ほか" if len(group.group.meetings) > 1 else ""
    return "　".join(filter(None, (f"{short_days(meeting.when)}{more}", _short_spot(spot))))


def meeting_in(group: GroupEntry, slot: tuple[str, str]) -> int:
    """The number of the first meeting of a group in a part of the week and of the day."""
    return next((n for n, meeting in enumerate(group.group.meetings) if slot in slots(meeting.when)), 0)


def meeting_at(group: GroupEntry, places: Collection[str]) -> int:
    """The number of the first meeting of a group at one of some places."""
    return next((n for n, spot in enumerate(group.spots) if spot and spot.slug in places), 0)


def _short_spot(spot: Spot | None) -> str:
    """The name of a place; where only words tell it, at most sixteen characters of them."""
    if spot is None:
        return ""
    return spot.text if spot.slug or len(spot.text) <= 16 else spot.text[:15] + "…"


@lru_cache(maxsize=4096)
def short_days(when: Recurrence) -> str:
    """The days of a recurrence with the part of the day: 「第2・第4土曜日 午前」."""
    if when.in_words:
        return when.frequency
    patterns = tuple(replace(pattern, times=(), notes=()) for pattern in when.patterns)
    days = show_recurrence(replace(when, patterns=patterns, times=(), notes=())) or when.text
    parts = [dict(PARTS)[part] for part in day_parts(when)]
    short = days.replace("毎月第", "第").replace("毎月最終", "最終")
    return " ".join(filter(None, (short, "・".join(parts))))


def _part(hour: int) -> str:
    return "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"


def weekday_labels(group: GroupEntry) -> tuple[str, ...]:
    """The weekdays on which a group meets, Monday first; 「不定期」 if it says so, nothing if it does not say."""
    days = {d for m in group.group.meetings for d in weekdays_of(m.when)}
    irregular = any(m.when.irregular for m in group.group.meetings)
    return tuple(WEEKDAYS[d] for d in sorted(days)) or (("不定期",) if irregular else ())


def weekdays_of(when: Recurrence) -> frozenset[int]:
    """The weekdays on which something may take place, Monday being 0."""
    return frozenset(day for pattern in when.patterns for day in pattern.weekdays)


def occurrence_line(o: Occurrence, today: date) -> str:
    """A day or span with its weekday and times in full, and its days off."""
    times = f" {show_range(o.times)}" if o.times else ""
    span = show_date(o.first) if o.first == o.last else f"{show_date(o.first)}から{_end(o)}まで"
    note = f"（{o.note}）" if o.note else ""
    return f"{span}{times}{note}{_days_off(o.without, today)}"


def repeat_line(when: When, today: date) -> str:
    """A recurrence in canonical Japanese, from when to when, what is said of it, and its days off."""
    if when.repeat is None:
        return ""
    times = () if when.start_time is None else (TimeRange(when.start_time, when.end_time),)
    patterns = tuple(replace(pattern, times=() if times else pattern.times) for pattern in when.repeat.patterns)
    words = show_recurrence(replace(when.repeat, patterns=patterns, times=times or when.repeat.times))
    first = f"{show_date(when.start_date)}から" if when.start_date else ""
    last = f"{show_date(when.end_date)}まで" if when.end_date else ""
    said = "".join(f"（{each}）" for each in (first + last, end_alone(when), when.note) if each)
    return f"{words}{said}{_days_off(when.except_dates, today)}"


def beside_day(o: Occurrence, today: date) -> str:
    """What is said of an event's only entry below its large day: its note and its days off."""
    return "　".join(filter(None, (o.note, _days_off(o.without, today).removeprefix("（").removesuffix("）"))))


def _days_off(days: tuple[date, ...], today: date) -> str:
    return f"（休み：{'、'.join(day_words(day, today) for day in days)}）" if days else ""


def _end(o: Occurrence) -> str:
    if o.first.year == o.last.year:
        return f"{o.last.month}月{o.last.day}日（{weekday_name(o.last)}）"
    return show_date(o.last)


def spoken(o: Occurrence) -> str:
    """An occurrence as one would say it, for descriptions: 2026年12月5日（土）午前10時〜正午."""
    return show_date(o.first) + (speak_range(o.times) if o.times else "")


def month_title(day: date) -> str:
    """「2026年（令和8年）12月」."""
    return f"{day.year}年（{era_year(day)}）{day.month}月"


def confirmed_line(day: date | None) -> str:
    """「2026年9月に確認」, or nothing."""
    return f"{day.year}年（{era_year(day)}）{day.month}月に団体が内容を確認しました。" if day else ""


def fee_lines(fees: Fees | None) -> tuple[str, ...]:
    """What belonging costs, a line each."""
    if fees is None:
        return ()
    named = (("入会金", fees.joining), ("年会費", fees.yearly), ("月会費", fees.monthly), ("1回", fees.per_time))
    lines = [f"{name} {'なし' if amount == 0 else show_yen(amount)}" for name, amount in named if amount is not None]
    return (*lines, *([fees.note] if fees.note else []))


def fee_line(fee: Fee | None) -> str:
    """What an event costs, in one line."""
    if fee is None:
        return ""
    amount = show_yen(fee.amount) if fee.amount is not None else ""
    if amount and fee.note:
        return f"{amount}（{fee.note}）"
    return amount or fee.note or ""


def members_line(members: Members | None) -> str:
    """How many members, of whom how many live here, and their ages."""
    if members is None:
        return ""
    total = f"{members.total}人" if members.total is not None else ""
    residents = f"（うち市内{members.residents}人）" if members.residents is not None else ""
    note = f"（{members.note}）" if members.note else ""
    return "　".join(filter(None, (total + residents + note, members.ages)))


def beside_number(phone: Phone | None) -> str:
    """What belongs to a number beside its digits: its extension and whose it is (内線12　水野公民館)."""
    if phone is None:
        return ""
    return "　".join(filter(None, (f"内線{phone.extension}" if phone.extension else "", phone.note)))


def fax_words(fax: Phone | None) -> str:
    """A fax number with what belongs to it in brackets."""
    if fax is None:
        return ""
    beside = beside_number(fax)
    return f"{fax.number}（{beside}）" if beside else fax.number


def day_words(day: date, today: date) -> str:
    """「12月5日（土）」; with its year unless it lies within the coming eleven months."""
    return f"{year_words(day, today)}{day.month}月{day.day}日（{weekday_name(day)}）"


def year_words(day: date, today: date) -> str:
    """「2027年」 for a day that does not lie within the coming eleven months; else nothing."""
    months = (day.year - today.year) * 12 + day.month - today.month - (day.day < today.day)
    return "" if day >= today and months < 11 else f"{day.year}年"


def time_words(o: Occurrence) -> str:
    """The times of a day, or nothing."""
    return show_range(o.times) if o.times else ""


def place_words(entry: EventEntry) -> str:
    """Where an event takes place, in a few words."""
    if entry.spot and entry.event.status != EventStatus.MOVED_ONLINE:
        return entry.spot.text
    return "オンライン" if entry.event.online or entry.spot else ""


def map_url(place: Place) -> str:
    """A link to a map of a place; nothing is loaded from there until somebody follows it."""
    if place.lat is None or place.lon is None:
        return ""
    return f"https://www.openstreetmap.org/?mlat={place.lat}&mlon={place.lon}#map=17/{place.lat}/{place.lon}"
