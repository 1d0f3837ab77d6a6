"""Recurrences are understood as their writers mean them, or refused with a form that is."""

import csv
import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.dates import WEEKDAYS
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
    unread_remarks,
)
from generator.japanese.text import compact
from generator.japanese.times import TimeRange
from generator.japanese.unclear import Unclear
from tests.form.corpus import mutations, phrases


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


def test_what_a_help_leaves_out_is_named() -> None:
    found = parse_recurrence("午前の部 毎週水曜日 午前9〜11時 見本公民館（月3〜4回）")
    assert isinstance(found, Unclear)
    assert found.suggestion == "月3〜4回 水曜日 9:00〜11:00（午前の部）"
    assert dict(found.facts) == {"left": "見本公民館"}


@pytest.mark.parametrize(
    ("text", "suggestion", "left"),
    [
        ("夜の部 毎週火曜日 午後7〜9時 並木公民館", "毎週火曜日 19:00〜21:00（夜の部）", "並木公民館"),
        ("毎週火曜日 午後7〜9時　水野公民館（2階）", "毎週火曜日 19:00〜21:00（2階）", "水野公民館"),
        ("毎週土曜 13:30-15:00 日野コミュニティセンター", "毎週土曜日 13:30〜15:00", "日野コミュニティセンター"),
        ("毎週火曜 10:00-12:00 第一会館", "毎週火曜日 10:00〜12:00", "第一会館"),
        ("月曜、水公民館", "毎週月・水曜日", "公民館"),
        ("第2土中央公民館", "毎月第2土曜日", "中央公民館"),
    ],
)
def test_the_name_of_a_building_holds_no_days(text: str, suggestion: str, left: str) -> None:
    found = parse_recurrence(text)
    assert isinstance(found, Unclear)
    assert (found.suggestion, dict(found.facts)) == (suggestion, {"left": left})


def test_words_that_are_not_understood_can_stand_as_they_are() -> None:
    found = understood("ことばのまま：　月末の 土曜\n午後")
    assert (found.in_words, found.irregular, show_recurrence(found)) == (True, True, "月末の 土曜 午後")
    assert days("ことばのまま：毎日", date(2026, 12, 1), date(2026, 12, 31)) == []
    assert slots(found) == frozenset()


def test_the_last_day_of_the_month_is_no_sunday() -> None:
    assert days("毎月最終日", date(2026, 11, 1), date(2027, 2, 28)) == [
        *("2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28")
    ]
    assert days("毎月最終日曜", date(2026, 11, 1), date(2026, 12, 31)) == ["2026-11-29", "2026-12-27"]


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("毎日9時〜17時、木曜日は21時まで", ("木曜日は21時まで",)),
        ("毎日 10時〜17時（土日祝日は9時から、最終日は16時まで）", ("土日祝日は9時から、最終日は16時まで",)),
        ("毎月第1日曜（1月は第2日曜）", ("1月は第2日曜",)),
        ("毎週火曜（祝日は休み）、土曜 10時〜12時", ("祝日は休み",)),
        ("毎週土曜（祝日は休み）", ()),
        ("毎週土曜 10:00〜12:00（雨天中止）", ()),
        ("火曜は10時〜12時、土曜は13時〜15時", ()),
    ],
)
def test_a_remark_that_only_a_reader_understands_is_told_from_the_others(text: str, remarks: tuple[str, ...]) -> None:
    found = understood(text)
    assert unread_remarks(found) == remarks
    assert all(remark in show_recurrence(found) for remark in remarks)


def test_an_exception_of_some_days_is_not_the_days() -> None:
    found = understood("毎日9時〜17時、木曜日は21時まで")
    assert found.patterns == (Pattern((0,), (0, 1, 2, 3, 4, 5, 6)),)
    assert isinstance(parse_recurrence("火曜 10時〜12時、木曜は21時まで"), Unclear)
    assert days("毎月第1日曜（1月は第2日曜）", date(2026, 12, 1), date(2027, 2, 28)) == ["2026-12-06", "2027-02-07"]


WRITTEN = re.compile("([月火水木金土日])曜")
MAYBE_MORE = re.compile("~|-|から|毎日|平日|[a-z]")
ORDINAL = re.compile("第([0-9])")


@pytest.mark.parametrize("seed", range(4))
def test_a_help_names_no_other_day_and_time_than_the_text(seed: int) -> None:
    """Checked by letters alone, not by the words of the grammar."""
    helps = 0
    for text in mutations(phrases(), 1500, seed):
        found = parse_recurrence(text)
        if not isinstance(found, Unclear) or "ことばのまま" in found.suggestion or not text.strip():
            continue
        help_ = understood(found.suggestion)
        plain, remarks = compact(text), compact("".join(help_.notes))
        named = {WEEKDAYS[d] for p in help_.patterns for d in p.weekdays}
        assert set(WRITTEN.findall(plain)) <= {*named, *WRITTEN.findall(remarks)}, (text, found.suggestion)
        assert MAYBE_MORE.search(plain) or all(letter in plain for letter in named), (text, found.suggestion)
        weeks = {week for p in help_.patterns for week in p.weeks} | {int(n) for n in ORDINAL.findall(remarks)}
        assert {int(n) for n in ORDINAL.findall(plain)} <= weeks | {7} or not help_.patterns, (text, found.suggestion)
        spans = [*help_.times, *(t for p in help_.patterns for t in p.times)]
        hours = {t.hour % 12 for span in spans for t in (span.start, span.end) if t}
        said = {int(n) % 12 for n in re.findall("[0-9]{1,2}", plain)} | (
            {0} if re.search("正午|noon|昼", plain) else set()
        )
        assert re.search("[〇一二三四五六七八九十]", plain) or hours <= said, (text, found.suggestion)
        helps += 1
    assert helps > 40


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
SOME_DAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda weekdays: tuple(sorted(weekdays)))
CLOCK = st.builds(time, st.integers(0, 23), st.integers(0, 59))
SPAN = st.builds(lambda start, end: TimeRange(start, end, end <= start), CLOCK, CLOCK)
TIMES = st.lists(SPAN, max_size=2, unique=True).map(tuple)
MONTHS = st.sets(st.integers(1, 12), max_size=11).map(lambda months: tuple(sorted(months)))
NOTES = st.lists(st.sampled_from(["雨天中止", "要予約", "祝日を除く", "8月は休み"]), unique=True).map(tuple)


@given(st.lists(st.builds(Pattern, WEEKS, SOME_DAYS), min_size=1, max_size=3), TIMES, MONTHS, NOTES)
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
    st.lists(st.builds(Pattern, WEEKS, SOME_DAYS), min_size=1, max_size=3),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
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
