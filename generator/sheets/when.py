"""The days of one row of a public list, with what is written beside them."""

import re
from datetime import date, time

from generator.japanese.dates import parse_date
from generator.japanese.recurrence import Recurrence, parse_recurrence, unread_remarks
from generator.japanese.series import may_be_series, series_in, with_times
from generator.japanese.times import parse_time
from generator.sheets.blanks import day_by_number, time_by_number
from generator.sheets.made import LONGEST_LINE, Cells, Made

_ECHO = re.compile(r"^(?:長期間イベント|(開始|終了)(日|時刻|時間)\s*[:：]\s*(.*))$")


def put_dates(made: Made, cells: Cells, n: int) -> None:
    """One day or span of days; what stands beside it is a recurrence, a note, or the only word on the day."""
    first, last = day_in(cells.line("start_date")), day_in(cells.line("end_date"))
    begins, ends = time_in(cells.line("start_time")), time_in(cells.line("end_time"))
    note = _beside(cells)

    def put(name: str, text: str, part: str) -> None:
        if text:
            made.values[f"dates.{n}.{name}"] = text
            made.places[f"dates.{n}.{name}"] = cells.places.get(part, cells.row)

    if not first:
        put("moment", note, "when")
        if not note:
            put("moment", cells.line("start_date") or "日にちなし", "start_date")
        return
    several = last > first
    repeat = series_in(note) if several else ""
    put("start_date", first, "start_date")
    put("end_date", last if last != first else "", "end_date")
    if repeat:
        put("repeat", with_times(repeat, begins, ends), "when")
        _say_unread(made, repeat, note)
        return
    if several and may_be_series(note):
        made.say(
            "when", f"「{note}」はくりかえしとして読み取れないので、補足にしました。毎日ではないときは直してください。"
        )
    put("start_time", begins, "start_time")
    if ends and not begins:
        note = f"{ends}まで {note}".strip()
    elif ends != begins:
        put("end_time", ends, "end_time")
    if len(note) <= LONGEST_LINE:
        put("note", note, "when")
    else:
        made.extras.append(f"日時：{note}")


def day_in(text: str) -> str:
    """A day as ISO text; what is none comes back as it is."""
    text = day_by_number(text) or text
    day = parse_date(text) if text else None
    return day.isoformat() if isinstance(day, date) else text


def time_in(text: str) -> str:
    """A time of day as 10:00; what is none comes back as it is."""
    text = time_by_number(text) or text
    clock = parse_time(text) if text else None
    return f"{clock:%H:%M}" if isinstance(clock, time) else text


def _beside(cells: Cells) -> str:
    """What stands beside the days in words, without lines that say once more what the cells of days and times say."""
    told = [line for line in cells.text("when").split("\n") if not _repeats_cell(line, cells)]
    return " ".join(told).strip()


def _repeats_cell(line: str, cells: Cells) -> bool:
    echo = _ECHO.match(line)
    if echo is None or echo[2] in (None, "日"):
        return echo is not None
    return time_in(echo[3]) == time_in(cells.line("start_time" if echo[1] == "開始" else "end_time"))


def _say_unread(made: Made, repeat: str, note: str) -> None:
    found = parse_recurrence(repeat)
    unread = unread_remarks(found) if isinstance(found, Recurrence) else ()
    made.say("when", f"「{note}」のうち「{'、'.join(unread)}」は、ことばのまま載せます。") if unread else None
