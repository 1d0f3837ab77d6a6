"""Records in the words of the site: one line for when and where, fees, members, days."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import lru_cache

from generator.directory.model import EventEntry, GroupEntry, Occurrence, Spot
from generator.japanese.dates import era_year, show_date, weekday_name
from generator.japanese.money import show_yen
from generator.japanese.recurrence import Recurrence, show_recurrence
from generator.japanese.times import show_range, speak_range
from generator.models.group import Fees, Members
from generator.models.place import Place
from generator.models.shared import Fee

DAYS = (("weekday", "平日"), ("saturday", "土曜"), ("sunday", "日曜"))
PARTS = (("morning", "午前"), ("afternoon", "午後"), ("evening", "夜"))
WEEKDAYS = "月火水木金土日"


def slot_words(slots: Collection[tuple[str, str]]) -> tuple[str, ...]:
    """Parts of the week and the day in words, in the order of the week: 平日の夜、土曜の午前."""
    return tuple(f"{day_word}の{word}" for day, day_word in DAYS for part, word in PARTS if (day, part) in slots)


def week_marks(cells: Collection[tuple[int, str]]) -> str:
    """Cells of a week as marks that the shortlist reads: 0 is Monday, 「1-evening 5-morning」."""
    return " ".join(f"{day}-{part}" for day, part in sorted(cells))


def slot_of(day: date, hour: int) -> tuple[str, str]:
    """The part of the week and of the day in which an hour of a day lies."""
    return {5: "saturday", 6: "sunday"}.get(day.weekday(), "weekday"), _part(hour)


def day_line(group: GroupEntry) -> str:
    """When and where a group meets, in one short line; 「不定期」 when nothing is written."""
    if not group.group.meetings:
        return "不定期"
    meeting, spot = group.group.meetings[0], group.spots[0]
    more = "ほか" if len(group.group.meetings) > 1 else ""
    return "　".join(filter(None, (f"{short_days(meeting.when)}{more}", short_spot(spot))))


@lru_cache(maxsize=4096)
def short_days(when: Recurrence) -> str:
    """The days of a recurrence with the part of the day: 「第2・第4土曜日 午前」."""
    if when.in_words:
        return when.frequency
    patterns = tuple(replace(pattern, times=(), notes=()) for pattern in when.patterns)
    days = show_recurrence(replace(when, patterns=patterns, times=(), notes=())) or when.text
    times = [*when.times, *(t for pattern in when.patterns for t in pattern.times)]
    parts = [word for part, word in PARTS if any(_part(t.start.hour) == part for t in times)]
    short = days.replace("毎月第", "第").replace("毎月最終", "最終")
    return " ".join(filter(None, (short, "・".join(parts))))


def _part(hour: int) -> str:
    return "morning" if hour < 12 else "afternoon" if hour < 17 else "evening"


def short_spot(spot: Spot | None) -> str:
    """A place in at most sixteen characters."""
    if spot is None:
        return ""
    return spot.text if len(spot.text) <= 16 else spot.text[:15] + "…"


def weekday_labels(group: GroupEntry) -> tuple[str, ...]:
    """The weekdays on which a group meets, Monday first; 「不定期」 if none can be told."""
    days = {d for m in group.group.meetings for p in m.when.patterns for d in p.weekdays}
    return tuple(WEEKDAYS[d] for d in sorted(days)) or ("不定期",)


def occurrence_line(o: Occurrence) -> str:
    """A day or span with its weekday and times in full."""
    times = f" {show_range(o.times)}" if o.times else ""
    span = show_date(o.first) if o.first == o.last else f"{show_date(o.first)}から{_end(o)}まで"
    note = f"（{o.note}）" if o.note else ""
    return f"{span}{times}{note}"


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
    return "　".join(filter(None, (total + residents, members.ages)))


def day_words(day: date) -> str:
    """「12月5日（土）」."""
    return f"{day.month}月{day.day}日（{weekday_name(day)}）"


def time_words(o: Occurrence) -> str:
    """The times of a day, or nothing."""
    return show_range(o.times) if o.times else ""


def place_words(entry: EventEntry) -> str:
    """Where an event takes place, in a few words."""
    if entry.spot:
        return entry.spot.text
    return "オンライン" if entry.event.online else ""


def map_url(place: Place) -> str:
    """A link to a map of a place; nothing is loaded from there until somebody follows it."""
    if place.lat is None or place.lon is None:
        return ""
    return f"https://www.openstreetmap.org/?mlat={place.lat}&mlon={place.lon}#map=17/{place.lat}/{place.lon}"
