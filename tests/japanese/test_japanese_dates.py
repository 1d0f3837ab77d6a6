"""Dates are understood in every common form, and never wrongly."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.dates import (
    era_year,
    parse_date,
    parse_partial_date,
    show_date,
    show_date_with_era,
    show_partial_date,
)
from generator.japanese.unclear import Unclear

DAY = date(2026, 12, 5)
DAYS = st.dates(date(1873, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-05",
        "2026/12/5",
        "2026年12月5日（土）",
        "2026年 12月 5日 土曜日",
        "令和8年12月5日",
        "令和８年１２月５日(土曜日)",
        "令和八年十二月五日",
        "二〇二六年十二月五日",
        "R8.12.5",
        "Ｒ８／１２／５",
        "令8.12.5",
        "令和8年(2026年)12月5日(土)必着",
        "2026年（令和8年）12月5日（土・祝）まで",
        "2026-12-05 消印有効",
        "2026/12/5 (Sat)",
        "20261205",
    ],
)
def test_a_day_is_understood_in_many_forms(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(1912, 7, 29), "明治45年"),
        (date(1912, 7, 30), "大正元年"),
        (date(1926, 12, 24), "大正15年"),
        (date(1926, 12, 25), "昭和元年"),
        (date(1989, 1, 7), "昭和64年"),
        (date(1989, 1, 8), "平成元年"),
        (date(2019, 4, 30), "平成31年"),
        (date(2019, 5, 1), "令和元年"),
    ],
)
def test_the_first_and_the_last_day_of_each_era_belong_to_it(day: date, words: str) -> None:
    """A group that was founded on such a day reads its own year, and its day is understood in it."""
    assert (era_year(day), parse_date(f"{words}{day.month}月{day.day}日")) == (words, day)
    shown = show_partial_date(day.isoformat())
    assert shown == f"{day.year}年（{words}）{day.month}月{day.day}日"


def test_the_first_year_of_an_era_may_be_called_gannen() -> None:
    assert parse_date("令和元年5月1日") == parse_date("令和1年5月1日") == date(2019, 5, 1)


def test_a_missing_day_sign_is_forgiven() -> None:
    assert parse_date("平成21年10月31まで") == date(2009, 10, 31)


def test_a_day_without_a_year_needs_one_from_elsewhere() -> None:
    assert parse_date("12月5日(土)", year=2026) == DAY
    assert parse_date("12/5") == Unclear("date-without-year", "12/5", "2026年12月5日")


@pytest.mark.parametrize(
    ("text", "rule", "suggestion"),
    [
        ("2026年2月30日", "impossible-date", "2026-02-28"),
        ("2026年13月1日", "impossible-date", "2026-12-05"),
        ("平成31年5月1日", "impossible-era", "令和元年5月1日"),
        ("昭和64年1月8日", "impossible-era", "平成元年1月8日"),
        ("令和8年(2027年)12月5日", "impossible-era", "2026-12-05"),
        ("2026年12月5日（日）", "weekday-mismatch", "2026年12月5日（土）"),
        ("令和8年12月", "date", "令和8年12月1日"),
        ("12月上旬", "date", "2026-12-05"),
        ("05/12/2026", "date", "2026-12-05"),
        ("2026-1 2-5", "date", "2026-12-05"),
        ("", "date", "2026-12-05"),
    ],
)
def test_a_doubtful_day_is_refused_with_the_nearest_right_one(text: str, rule: str, suggestion: str) -> None:
    found = parse_date(text)
    assert isinstance(found, Unclear)
    assert (found.rule, found.suggestion) == (rule, suggestion)


@given(DAYS)
def test_what_is_shown_is_read_back(day: date) -> None:
    assert parse_date(show_date(day)) == day
    assert parse_date(show_date_with_era(day)) == day
    assert parse_date(f"{era_year(day)}{day.month}月{day.day}日") == day
    assert parse_partial_date(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "iso", "shown"),
    [
        ("平成16年4月", "2004-04", "2004年（平成16年）4月"),
        ("2004年", "2004", "2004年（平成16年）"),
        ("2004/4/1", "2004-04-01", "2004年（平成16年）4月1日"),
        ("昭和53年頃発足", "1978", "1978年（昭和53年）"),
        ("平成二八年", "2016", "2016年（平成28年）"),
        ("2019年", "2019", "2019年（平成31年・令和元年）"),
        ("H16.4", "2004-04", "2004年（平成16年）4月"),
    ],
)
def test_a_founding_date_may_be_partial(text: str, iso: str, shown: str) -> None:
    assert parse_partial_date(text) == iso
    assert show_partial_date(iso) == shown


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("平成31年6月", "令和元年6月"), ("平成16年度", "平成16年"), ("2004年春", "2004年"), ("むかし", "2004年4月")],
)
def test_a_vague_founding_date_is_refused(text: str, suggestion: str) -> None:
    found = parse_partial_date(text)
    assert isinstance(found, Unclear)
    assert found.suggestion == suggestion
    assert parse_partial_date(suggestion) not in ("", None)


def test_what_is_no_date_is_shown_as_it_is() -> None:
    assert show_partial_date("2004-02-30") == "2004-02-30"
