"""A recurrence in canonical Japanese."""

from generator.japanese.dates import WEEKDAYS
from generator.japanese.exceptions import read_exception
from generator.japanese.patterns import (
    ALL_DAYS,
    EVERY_OTHER_WEEK,
    EVERY_WEEK,
    LAST_DAY,
    LAST_WEEK,
    WORKDAYS,
    Pattern,
    Recurrence,
)
from generator.japanese.text import compact
from generator.japanese.times import TimeRange, show_range

_HALF_YEARS: dict[tuple[int, ...], str] = {(1, 3, 5, 7, 9, 11): "奇数月の", (2, 4, 6, 8, 10, 12): "偶数月の"}


def show_recurrence(r: Recurrence) -> str:
    """The recurrence in canonical Japanese (毎月第2・第4土曜日 9:00〜12:00), which `parse_recurrence` reads back.

    What is kept in words comes as these words alone.
    """
    months = _show_months(r)
    notes = _show_notes(r.notes)
    if r.month_days:
        body = _show_month_days(r, months)
    elif any(p.times for p in r.patterns):
        clauses = (f"{_show_pattern(p, r)} {_show_times(p.times)}{_show_notes(p.notes)}" for p in r.patterns)
        body = months + "、".join(clauses)
    else:
        body = months + _show_patterns(r)
    named = " ".join(filter(None, (r.frequency, body, _show_times(r.times))))
    return f"{named}{notes}"


def _show_notes(notes: tuple[str, ...]) -> str:
    return "".join(f"（{note}）" for note in notes)


def _show_times(times: tuple[TimeRange, ...]) -> str:
    return "、".join(map(show_range, times))


def _show_patterns(r: Recurrence) -> str:
    """All patterns; 毎月 stands once before a run of numbered weeks, and holidays after the first weekdays."""
    shown = [_show_pattern(p, r) for p in r.patterns]
    for index, text in enumerate(shown):
        before = shown[index - 1] if index else ""
        if r.months or "第" in before or "最終" in before:
            shown[index] = text.removeprefix("毎月")
    if r.on_holidays and shown:
        shown[0] += "・祝日"
    return "、".join(text + _show_notes(p.notes) for text, p in zip(shown, r.patterns, strict=True))


def _show_pattern(p: Pattern, r: Recurrence) -> str:
    """One pattern: 毎週土・日曜日, 隔週日曜日, 毎月第2・第4土曜日, 平日, 毎日."""
    alone = len(r.patterns) == 1 and p.weeks == (EVERY_WEEK,)
    if alone and p.weekdays == ALL_DAYS:
        return "毎日"
    if alone and p.weekdays == WORKDAYS and r.skip_holidays and not _notes_skip_holidays(r):
        return "平日"
    days = f"{_show_weekdays(p.weekdays)}曜日"
    if not p.weeks:
        return days
    if p.weeks[0] in (EVERY_WEEK, EVERY_OTHER_WEEK):
        return f"{'毎週' if p.weeks[0] == EVERY_WEEK else '隔週'}{days}"
    return f"毎月{'・'.join('最終' if week == LAST_WEEK else f'第{week}' for week in p.weeks)}{days}"


def _notes_skip_holidays(r: Recurrence) -> bool:
    """Whether it is a remark that says so, not the word 平日."""
    return any(taken.holidays for note in r.notes if (taken := read_exception(compact(note))))


def _show_weekdays(days: tuple[int, ...]) -> str:
    run = len(days) > 3 and days[-1] - days[0] == len(days) - 1
    return f"{WEEKDAYS[days[0]]}〜{WEEKDAYS[days[-1]]}" if run else "・".join(WEEKDAYS[d] for d in days)


def _show_month_days(r: Recurrence, months: str) -> str:
    """毎月1日・15日, 毎年3月15日."""
    days = "・".join("末日" if day == LAST_DAY else f"{day}日" for day in sorted(r.month_days, key=lambda d: d % 32))
    if len(r.months) == 1:
        return f"毎年{r.months[0]}月{days}"
    return f"{months}毎月{days}"


def _show_months(r: Recurrence) -> str:
    """4月〜11月の, 11月〜3月の, 奇数月の, 1月・4月・7月の, or nothing for all months."""
    if not r.months:
        return ""
    named = _HALF_YEARS.get(r.months)
    starts = [m for m in r.months if (m - 2) % 12 + 1 not in r.months]
    if named or len(starts) != 1 or len(r.months) < 3:
        return named or "・".join(f"{m}月" for m in r.months) + "の"
    return f"{starts[0]}月〜{(starts[0] + len(r.months) - 2) % 12 + 1}月の"
