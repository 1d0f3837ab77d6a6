"""Recurrences are understood as their writers mean them, or refused with a form that is."""

import csv
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.patterns import Pattern
from generator.japanese.recurrence import (
    Recurrence,
    gif_code,
    occurrences,
    parse_recurrence,
    rrule,
    schedules,
    show_recurrence,
    slots,
    times_on,
)
from generator.japanese.times import TimeRange
from generator.japanese.unclear import Unclear


def table(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def understood(text: str) -> Recurrence:
    found = parse_recurrence(text)
    assert isinstance(found, Recurrence), found
    return found


def days(text: str, first: date, last: date, **known: object) -> list[str]:
    found = occurrences(understood(text), first, last, **known)  # type: ignore[arg-type]
    return [day.isoformat() for day in found]


@pytest.mark.parametrize("row", table("recurrences.tsv"), ids=lambda row: row["phrase"])
def test_a_recurrence_is_understood_shown_and_coded(row: dict[str, str]) -> None:
    found = understood(row["phrase"])
    assert found.text == row["phrase"]
    assert show_recurrence(found) == row["shown"]
    assert gif_code(found) == row["gif"]
    assert " ".join(rrule(found)) == row["rrule"]


@pytest.mark.parametrize("row", table("recurrences.tsv"), ids=lambda row: row["phrase"])
def test_what_is_shown_means_the_same(row: dict[str, str]) -> None:
    found = understood(row["phrase"])
    assert replace(understood(show_recurrence(found)), text=found.text) == found


@pytest.mark.parametrize("row", table("unclear_recurrences.tsv"), ids=lambda row: row["phrase"])
def test_a_doubtful_recurrence_is_refused_with_a_form_that_is_understood(row: dict[str, str]) -> None:
    found = parse_recurrence(row["phrase"])
    assert isinstance(found, Unclear)
    assert found.suggestion == row["suggestion"]
    assert isinstance(parse_recurrence(found.suggestion), Recurrence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "毎月",
        "月例会",
        "月日",
        "3月15日",
        "第3土曜または日曜",
        "毎月第6土曜",
        "毎週土・日・祝日は休み",
        "毎月第2土曜（8月は第1土曜）",
        "毎週土曜（10:00集合）9:30〜",
        "毎週土曜 10:00-12:00 受付9:30",
        "毎週土曜（13月は休み）",
        "第1土曜 10:00-12:00 第3土曜",
        "第1火曜 10:00-12:00、土曜 13:00-15:00",
        "平日と土曜",
        "4月~11月は第2土曜、12月~3月は第3土曜",
        "4月から毎週土曜",
        "10時〜11時8月",
        "毎日と祝日",
        "毎月1510:00",
        "02We",
    ],
)
def test_nothing_is_understood_that_could_mean_something_else(text: str) -> None:
    found = parse_recurrence(text)
    assert isinstance(found, Unclear)
    assert found.rule == "recurrence"
    assert isinstance(parse_recurrence(found.suggestion), Recurrence)


def test_a_refusal_to_leave_days_out_never_suggests_to_meet_on_them() -> None:
    found = parse_recurrence("毎週土・日・祝日は休み")
    assert isinstance(found, Unclear)
    assert "日曜" not in found.suggestion


def test_different_days_may_have_different_times() -> None:
    found = understood("火曜 10:00-12:00、土曜 13:00-15:00")
    morning, afternoon = TimeRange(time(10), time(12)), TimeRange(time(13), time(15))
    assert found.patterns == (Pattern((0,), (1,), (morning,)), Pattern((0,), (5,), (afternoon,)))
    assert times_on(found, date(2026, 12, 5)) == (afternoon,)
    assert schedules(found) == (("FREQ=WEEKLY;BYDAY=TU", (morning,)), ("FREQ=WEEKLY;BYDAY=SA", (afternoon,)))
    assert replace(understood(show_recurrence(found)), text=found.text) == found


def test_a_remark_is_kept_and_a_day_off_is_left_out() -> None:
    found = understood("毎月第3日曜 9:00-11:00（8月は休み） ※雨天中止")
    assert found.notes == ("8月は休み", "雨天中止")
    assert found.skip_months == (8,)
    shown = days("毎月第3日曜（8月は休み）", date(2026, 7, 1), date(2026, 9, 30))
    assert shown == ["2026-07-19", "2026-09-20"]


def test_numbered_weeks_count_weekdays_of_the_month() -> None:
    assert days("第2・第4土曜", date(2026, 12, 1), date(2026, 12, 31)) == ["2026-12-12", "2026-12-26"]
    assert days("最終金曜", date(2027, 1, 1), date(2027, 2, 28)) == ["2027-01-29", "2027-02-26"]
    assert days("第5水曜", date(2026, 11, 1), date(2027, 1, 31)) == ["2026-12-30"]


def test_every_other_week_needs_an_anchor() -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    assert days("隔週日曜", first, last) == []
    assert days("隔週日曜", first, last, anchor=date(2026, 11, 29)) == ["2026-12-13", "2026-12-27"]


def test_holidays_are_left_out_or_added_as_written() -> None:
    holiday, first, last = date(2026, 11, 3), date(2026, 11, 1), date(2026, 11, 10)
    assert days("毎週火曜（祝日を除く）", first, last, holidays=[holiday]) == ["2026-11-10"]
    assert days("毎週火曜", first, last, holidays=[holiday]) == ["2026-11-03", "2026-11-10"]
    assert days("土曜・祝日", first, last, holidays=[holiday]) == ["2026-11-03", "2026-11-07"]


def test_the_turn_of_the_year_is_left_out_where_it_says_so() -> None:
    assert days("毎週木曜（年末年始は休み）", date(2026, 12, 24), date(2027, 1, 7)) == ["2026-12-24", "2027-01-07"]


def test_days_of_the_month_exist_or_are_passed_over() -> None:
    assert days("毎月30日", date(2027, 1, 1), date(2027, 3, 31)) == ["2027-01-30", "2027-03-30"]
    assert days("毎月末日", date(2027, 2, 1), date(2027, 3, 31)) == ["2027-02-28", "2027-03-31"]


def test_irregular_meetings_have_no_computable_days() -> None:
    found = understood("月1回 土曜日 10時から")
    assert found.irregular
    assert days("月1回 土曜日 10時から", date(2026, 1, 1), date(2026, 12, 31)) == []
    assert slots(found) == {("saturday", "morning")}


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("毎週土曜 9:00-12:00", {("saturday", "morning")}),
        ("平日 10:00-15:00", {("weekday", "morning"), ("weekday", "afternoon")}),
        ("毎週日曜 16:00-17:00", {("sunday", "afternoon")}),
        ("毎週水曜 18:00〜", {("weekday", "evening")}),
        ("毎週土・日曜", {("saturday", "any"), ("sunday", "any")}),
        ("毎週水曜 午前", {("weekday", "morning")}),
        ("毎月15日 10:00-11:00", {("weekday", "morning"), ("saturday", "morning"), ("sunday", "morning")}),
    ],
)
def test_meetings_fall_into_the_cells_they_touch(text: str, cells: set[tuple[str, str]]) -> None:
    assert slots(understood(text)) == cells


WEEKS = st.one_of(
    st.just((0,)),
    st.just((7,)),
    st.sets(st.integers(1, 6), min_size=1).map(lambda weeks: tuple(sorted(weeks))),
)
WEEKDAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda weekdays: tuple(sorted(weekdays)))
CLOCK = st.builds(time, st.integers(0, 23), st.integers(0, 59))
SPAN = st.builds(lambda start, end: TimeRange(start, end, end <= start), CLOCK, CLOCK)
TIMES = st.lists(SPAN, max_size=2, unique=True).map(tuple)
MONTHS = st.sets(st.integers(1, 12), max_size=11).map(lambda months: tuple(sorted(months)))
NOTES = st.lists(st.sampled_from(["雨天中止", "要予約", "祝日を除く", "8月は休み"]), unique=True).map(tuple)


@given(st.lists(st.builds(Pattern, WEEKS, WEEKDAYS), min_size=1, max_size=3), TIMES, MONTHS, NOTES)
def test_every_recurrence_that_can_be_shown_is_read_back(
    patterns: list[Pattern], times: tuple[TimeRange, ...], months: tuple[int, ...], notes: tuple[str, ...]
) -> None:
    meant = Recurrence(
        "",
        tuple(patterns),
        months=months,
        times=times,
        notes=notes,
        skip_holidays="祝日を除く" in notes,
        skip_months=(8,) if "8月は休み" in notes else (),
    )
    assert replace(understood(show_recurrence(meant)), text="") == meant


@given(
    st.lists(st.builds(Pattern, WEEKS, WEEKDAYS), min_size=1, max_size=3), st.dates(date(2020, 1, 1), date(2030, 1, 1))
)
def test_days_come_in_order_without_repetition_and_inside_the_span(patterns: list[Pattern], first: date) -> None:
    last = date.fromordinal(first.toordinal() + 60)
    found = list(occurrences(Recurrence("", tuple(patterns)), first, last, anchor=first))
    assert found == sorted(set(found))
    assert all(first <= day <= last for day in found)
    assert all(any(day.weekday() in p.weekdays for p in patterns) for day in found)


PIECES = st.sampled_from(
    (
        *(
            "毎週",
            "毎月",
            "隔週",
            "第",
            "1",
            "2",
            "・",
            "、",
            "土",
            "曜",
            "日",
            "月",
            "最終",
            "午後",
            "3時",
            "10:00",
            "-",
            "〜",
        ),
        *(
            "から",
            "(",
            ")",
            "祝日",
            "を除く",
            "は休み",
            "回",
            "8月",
            "と",
            "の",
            "every",
            "2nd",
            "24Sa",
            "ただし",
            "平日",
            "5日",
        ),
    )
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_scrambled_recurrences_are_refused_or_mean_what_they_show(text: str) -> None:
    found = parse_recurrence(text)
    if isinstance(found, Unclear):
        assert found.rule in {"recurrence", "time", "ambiguous-time", "end-before-start"}
        return
    assert replace(understood(show_recurrence(found)), text=found.text) == found
