"""Times are understood in every common form; what may mean morning or afternoon is asked back."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.times import TimeRange, parse_time, parse_time_range, show_range, show_time, speak_range
from generator.japanese.unclear import Unclear

MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("午前9時30分", time(9, 30)),
        ("午後2時半", time(14, 30)),
        ("１３：００", time(13)),
        ("13時", time(13)),
        ("9時", time(9)),
        ("正午", time(12)),
        ("午後0時20分", time(12, 20)),
        ("午前0時", time(0)),
        ("十時半", time(10, 30)),
        ("夜7時", time(19)),
        ("7:30pm", time(19, 30)),
        ("01:30", time(1, 30)),
        ("午後13時", time(13)),
    ],
)
def test_a_time_is_understood_in_many_forms(text: str, meant: time) -> None:
    assert parse_time(text) == meant


@pytest.mark.parametrize(
    ("text", "rule", "suggestion"),
    [
        ("1時30分", "ambiguous-time", "13:30"),
        ("1:30", "ambiguous-time", "13:30"),
        ("9.30", "time", "9:30"),
        ("0930", "time", "09:30"),
        ("24:00", "time", "23:59"),
        ("25時", "time", "23:59"),
        ("9時70分", "time", "13:30"),
        ("2時間", "time", "13:30"),
        ("朝", "time", "13:30"),
    ],
)
def test_a_doubtful_time_is_refused(text: str, rule: str, suggestion: str) -> None:
    assert parse_time(text) == Unclear(rule, text, suggestion)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("9:00-12:00", "9:00〜12:00"),
        ("午前9時から正午まで", "9:00〜12:00"),
        ("午後1時30分から3時まで", "13:30〜15:00"),
        ("午前10時~12時", "10:00〜12:00"),
        ("午後12時半から午後2時15分まで", "12:30〜14:15"),
        ("正午から3時", "12:00〜15:00"),
        ("午後2時05分　から　午後3時45分", "14:05〜15:45"),
        ("12時55分~14時", "12:55〜14:00"),
        ("午後1~3時", "13:00〜15:00"),
        ("10時30〜12時", "10:30〜12:00"),
        ("10〜12時", "10:00〜12:00"),
        ("09:00/12:00", "9:00〜12:00"),
        ("10時〜", "10:00〜"),
        ("10時より", "10:00〜"),
        ("22:00〜24:00", "22:00〜24:00"),
        ("22:00〜翌6時", "22:00〜翌6:00"),
        ("22時〜26時", "22:00〜翌02:00"),
        ("5:00-22:00", "05:00〜22:00"),
    ],
)
def test_a_span_is_understood_in_many_forms(text: str, shown: str) -> None:
    found = parse_time_range(text)
    assert isinstance(found, TimeRange)
    assert show_range(found) == shown


@pytest.mark.parametrize(
    ("text", "rule", "suggestion"),
    [
        ("1時30分から3時30分まで", "ambiguous-time", "13:30〜15:30"),
        ("1時から", "ambiguous-time", "13:00〜"),
        ("午後6時から午後12時", "ambiguous-time", "18:00〜24:00"),
        ("午後10時から12時", "ambiguous-time", "22:00〜24:00"),
        ("9時から5時", "end-before-start", "9:00〜17:00"),
        ("午前9時から5時", "end-before-start", "9:00〜17:00"),
        ("午後8時から1時", "end-before-start", "20:00〜翌01:00"),
        ("10:00-10:00", "end-before-start", "10:00〜"),
        ("1000-1200", "time", "10:00-12:00"),
        ("10時〜2時間", "time", "10:00〜"),
        ("12:00まで", "time", "10:00-12:00"),
    ],
)
def test_a_doubtful_span_is_refused_with_the_likely_one(text: str, rule: str, suggestion: str) -> None:
    assert parse_time_range(text) == Unclear(rule, text, suggestion)
    assert isinstance(parse_time_range(suggestion), TimeRange)


@given(MINUTES, MINUTES, st.booleans())
def test_what_is_shown_or_spoken_is_read_back(start: time, end: time, open_ended: bool) -> None:
    span = TimeRange(start, None) if open_ended else TimeRange(start, end, end <= start)
    assert parse_time_range(show_range(span)) == span
    assert parse_time_range(speak_range(span)) == span
    assert parse_time(show_time(start)) == start


def test_times_are_spoken_as_people_say_them() -> None:
    assert speak_range(TimeRange(time(10), time(12))) == "午前10時〜正午"
    assert speak_range(TimeRange(time(13, 30), time(15, 30))) == "午後1時30分〜3時30分"


@pytest.mark.parametrize("text", ["午前12時", "午後12時", "午前１２時"])
def test_a_12_in_either_half_of_the_day_is_noon(text: str) -> None:
    assert parse_time(text) == time(12, 0)
    assert parse_time_range(f"午前10時から{text}") == TimeRange(time(10, 0), time(12, 0))


def test_half_past_twelve_is_after_noon() -> None:
    assert parse_time("午後12時30分") == parse_time("午前12時半") == time(12, 30)
