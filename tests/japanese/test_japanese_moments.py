"""The date and time of an event, written in one line."""

from datetime import date, time

import pytest

from generator.japanese.moments import Moment, parse_moment
from generator.japanese.times import TimeRange
from generator.japanese.unclear import Unclear

FIFTH, SEVENTH = date(2026, 12, 5), date(2026, 12, 7)
MORNING = TimeRange(time(10), time(12))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-05 10:00-12:00", Moment(FIFTH, FIFTH, MORNING)),
        ("令和8年12月5日（土）午前10時〜正午", Moment(FIFTH, FIFTH, MORNING)),
        ("2026年12月5日(土)（10:00〜12:00）", Moment(FIFTH, FIFTH, MORNING)),
        ("2026-12-05", Moment(FIFTH, FIFTH)),
        ("2026-12-05T10:00", Moment(FIFTH, FIFTH, TimeRange(time(10), None))),
        ("2026年12月5日(土)〜7日(月)", Moment(FIFTH, SEVENTH)),
        ("2026年12月5日から12月7日まで 各日10時から12時", Moment(FIFTH, SEVENTH, MORNING)),
        ("2026-12-05/2026-12-07", Moment(FIFTH, SEVENTH)),
        ("2026-12-05/12-07", Moment(FIFTH, SEVENTH)),
        ("2026-12-05/07", Moment(FIFTH, SEVENTH)),
        ("2026年12月5日(土)・6日(日)", Moment(FIFTH, date(2026, 12, 6))),
        ("2026年12月28日〜1月3日", Moment(date(2026, 12, 28), date(2027, 1, 3))),
    ],
)
def test_days_and_times_are_understood_together(text: str, moment: Moment) -> None:
    assert parse_moment(text) == moment


def test_the_year_may_come_from_elsewhere() -> None:
    assert parse_moment("12月5日（土）10:00〜12:00", year=2026) == Moment(FIFTH, FIFTH, MORNING)


@pytest.mark.parametrize(
    ("text", "rule", "suggestion"),
    [
        ("12/5 10:00-12:00", "date-without-year", "2026年12月5日 10:00-12:00"),
        ("2026年12月5日(日)10時〜12時", "weekday-mismatch", "2026年12月5日（土） 10時~12時"),
        ("2026年12月7日〜5日", "end-before-start", "2026-12-05/2026-12-07"),
        ("2026-12-05 1時30分から3時30分", "ambiguous-time", "2026-12-05 13:30〜15:30"),
        ("2026年2月30日 10:00", "impossible-date", "2026-02-28 10:00"),
        ("あした", "date", "2026-12-05 10:00-12:00"),
    ],
)
def test_a_doubtful_moment_is_refused_with_one_that_is_understood(text: str, rule: str, suggestion: str) -> None:
    found = parse_moment(text)
    assert isinstance(found, Unclear)
    assert (found.rule, found.suggestion) == (rule, suggestion)
    assert isinstance(parse_moment(suggestion), Moment)


@pytest.mark.parametrize(
    ("text", "rule", "suggestion", "facts"),
    [
        ("2026-12-05 21時まで", "time", "", {"beside": "21時まで"}),
        ("2026年12月5日10時〜12月7日16時", "time", "", {"beside": "10時~12月7日16時"}),
        ("2026/12/5/7", "time", "", {"beside": "/7"}),
        ("2026年12月5日、12日", "date", "", {"apart": "2026-12-05、2026-12-12"}),
        ("2026-12-05 14:00-12:00", "end-before-start", "", {}),
        ("2026-12-05 10時から4時くらいまで", "end-before-start", "2026-12-05 10:00〜16:00", {}),
        ("2026-12-05 10時 並木公民館", "time", "2026-12-05 10:00〜", {"beside": "並木公民館"}),
        ("2026-12-05 おひるごろ", "time", "2026-12-05", {"beside": "おひるごろ"}),
    ],
)
def test_a_help_names_every_day_and_time_of_the_text_or_there_is_none(
    text: str, rule: str, suggestion: str, facts: dict[str, str]
) -> None:
    found = parse_moment(text)
    assert isinstance(found, Unclear)
    assert (found.rule, found.suggestion, dict(found.facts)) == (rule, suggestion, facts)


@pytest.mark.parametrize(
    ("text", "repeat", "span"),
    [
        ("2026-12-05/2027-01-30 毎週火曜日・全8回", "毎週火曜日（全8回）", "2026-12-05〜2027-01-30"),
        ("2026-12-05/2027-01-30（期間中の土曜日のみ）10:00-12:00", "毎週土曜日 10:00〜12:00", "2026-12-05〜2027-01-30"),
        ("2026年12月5日から毎週土曜 10時から12時", "毎週土曜日 10:00〜12:00", "2026-12-05"),
    ],
)
def test_a_series_in_a_moment_is_told_apart(text: str, repeat: str, span: str) -> None:
    found = parse_moment(text)
    assert isinstance(found, Unclear)
    assert (found.rule, found.suggestion, dict(found.facts)) == ("repeat-in-moment", repeat, {"span": span})
