"""What announcements say of applying: days, rule, order, ways; a day named for something else is never a deadline."""

from datetime import date, time

import pytest

from generator.japanese.application_points import Point
from generator.japanese.applications import Application, parse_application
from generator.japanese.dates import WEEKDAYS
from generator.japanese.deadlines import parse_closing, parse_deadline
from generator.japanese.unclear import Unclear


def _short(point: Point | None) -> str:
    """A point in one word: 2026/12/10木 17:00, 3日前, 前月20日."""
    if point is None:
        return ""
    ahead = f"前{point.unit}{point.day}日" if point.day else f"{point.ahead}{point.unit}前"
    day = ahead if point.ahead >= 0 else f"{point.year or ''}/{point.month}/{point.day}"
    return day + (WEEKDAYS[point.weekday] if point.weekday >= 0 else "") + (f" {point.at:%H:%M}" if point.at else "")


def _said(text: str) -> Application:
    found = parse_application(text)
    assert isinstance(found, Application), (text, found)
    return found


# Written as cities and groups write, before the parser was tried on them; none of them from a list.
DAYS = (
    ("申し込みは11月20日（金）までに電話で", "", "/11/20金"),
    ("2026年11月20日（金）必着", "", "2026/11/20金"),
    ("令和8年11月20日（金）17時まで", "", "2026/11/20金 17:00"),
    ("11月1日（日）から20日（金）まで、窓口で受け付けます", "/11/1日", "/11/20"),
    ("11月1日〜12月5日に往復はがきで", "/11/1", "/12/5"),
    ("11/1から11/20までにメール", "/11/1", "/11/20"),
    ("受付期間：令和8年11月1日（日）〜令和8年11月20日（金）", "2026/11/1日", "2026/11/20金"),
    ("11月2日（月）午前9時から電話で受け付けます（先着20名）", "/11/2月 09:00", ""),
    ("締切：12月18日（金）", "", "/12/18金"),
    ("【申込締切】令和9年1月15日", "", "2027/1/15"),
    ("〆切 1月15日", "", "/1/15"),
    ("応募期限は2027年1月15日（金）です", "", "2027/1/15金"),
    ("開催日の前日までに電話してください", "", "1日前"),
    ("前日の正午までに予約を", "", "1日前 12:00"),
    ("当日の朝8時まで受け付けます", "", "0日前 08:00"),
    ("3日前までにお申し込みください", "", "3日前"),
    ("開催日の2週間前までに", "", "2週前"),
    ("利用日の2か月前から3日前まで", "2月前", "3日前"),
    ("使う月の前月1日から受け付け", "前月1日", ""),
    ("12月10日（木）必着。結果は12月20日までに郵送します", "", "/12/10木"),
    ("12月10日までに申し込み、参加費は12月20日までにお支払いください", "", "/12/10"),
    ("応募者多数のときは抽選し、12月15日に発表します", "", ""),
    ("12月5日（土）まで（月曜・11月23日を除く）電話で", "", "/12/5土"),
    ("問い合わせ 042-000-0012、申込は12月1日まで", "", "/12/1"),
    ("清瀬市中里3-4-5 へ12月1日必着で郵送", "", "/12/1"),
    ("12月1日（火）（消印有効）", "", "/12/1火"),
    ("（1）11月25日（水）まで", "", "/11/25水"),
    ("電話で11月25日（水）午後5時までに社会福祉協議会へ", "", "/11/25水 17:00"),
    ("保育を希望する方は11月10日までにお知らせください", "", ""),
    ("手話通訳が必要な方は11月10日までに（手話通訳の希望は要予約）", "", ""),
    ("先着順。定員になりしだい締め切ります", "", ""),
)
OTHERS = (
    ("12月10日（木）必着", "arrived", "", ()),
    ("当日消印有効、郵送のみ", "postmarked", "", ("post",)),
    ("電話かファクス、またはメールで", "", "", ("phone", "fax", "email")),
    ("往復はがきで申し込み（多数の場合は抽選）", "", "lottery", ("post",)),
    ("電話で申し込み（先着30人）", "", "first-come", ("phone",)),
    ("先着順ではありません。応募者多数の場合は抽選", "", "lottery", ()),
    ("抽選はしません。先着順です", "", "first-come", ()),
    ("センターの窓口へ直接お申し込みください", "", "", ("counter",)),
    ("申込フォームから（電話番号を必ず記入）", "", "", ("web",)),
    ("電子申請か、申込書を窓口へ持参", "", "", ("counter", "web")),
    ("定員になり次第締め切り、電話受付のみ", "", "first-come", ("phone",)),
    ("氏名・住所・電話番号を書いて、ファクスで送信", "", "", ("fax",)),
)


@pytest.mark.parametrize(("text", "opens", "closes"), DAYS, ids=[text for text, *_ in DAYS])
def test_first_and_last_day_are_those_for_applying(text: str, opens: str, closes: str) -> None:
    found = parse_application(text)
    days = ("", "") if isinstance(found, Unclear) else (_short(found.opens), _short(found.closes))
    assert days == (opens, closes)


@pytest.mark.parametrize(("text", "rule", "chosen", "ways"), OTHERS, ids=[text for text, *_ in OTHERS])
def test_rule_order_and_ways_are_told(text: str, rule: str, chosen: str, ways: tuple[str, ...]) -> None:
    found = _said(text)
    assert (found.rule, found.chosen, found.ways) == (rule, chosen, ways)


def test_hours_and_how_many_at_once_are_told() -> None:
    found = _said("受付は平日の午前9時から午後5時まで。1通につき4名まで")
    assert found.hours is not None and (found.hours.start, found.hours.end) == (time(9), time(17))
    assert found.most == 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "お気軽にどうぞ",
        "参考までに年齢をお書きください",
        "対象は2歳から6歳まで",
        "結果は12月20日に通知します",
        "お問い合わせください",
    ],
)
def test_what_says_nothing_of_applying_is_refused(text: str) -> None:
    found = parse_application(text)
    assert isinstance(found, Unclear) and found.rule == "application"


@pytest.mark.parametrize(
    ("text", "rule"),
    [("令和8年2月30日までに電話で", "impossible-date"), ("2026年12月10日（金）必着、郵送", "weekday-mismatch")],
)
def test_a_day_that_no_calendar_has_is_refused(text: str, rule: str) -> None:
    found = parse_application(text)
    assert isinstance(found, Unclear) and found.rule == rule


def test_a_text_of_any_length_is_answered_at_once() -> None:
    found = parse_application("12月1日（火）から" * 300)
    assert isinstance(found, Unclear) and found.rule == "too-long"
    assert isinstance(parse_application("(" * 499), Unclear)


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("12月10日（木）まで", date(2026, 12, 20), date(2026, 12, 10)),
        ("12月20日（日）まで", date(2027, 1, 15), date(2026, 12, 20)),
        ("12月10日（金）まで", date(2026, 12, 20), None),
        ("3日前まで", date(2026, 12, 20), None),
        ("2026年12月10日まで", date(2026, 1, 1), date(2026, 12, 10)),
    ],
)
def test_a_day_without_a_year_is_the_last_one_before_what_one_applies_for(
    text: str, near: date, day: date | None
) -> None:
    closes = _said(text).closes
    assert closes is not None and closes.day_near(near) == day


# ---- a field for the last day


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-15",
        "令和9年1月15日（金）必着",
        "締切：2027年1月15日",
        "【申込締切日】2027年1月15日（金）",
        "応募期限 2027/1/15",
    ],
)
def test_a_last_day_may_have_its_heading_and_its_rule_beside_it(text: str) -> None:
    assert parse_closing(text) == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("text", "rule", "help"),
    [
        ("2027年1月15日（金）までに往復はがきで。結果は2月1日に郵送します", "date", "2027-01-15"),
        ("1月15日（金）必着、郵送のみ", "date-without-year", "2027年1月15日"),
        ("結果は2027年2月1日にお知らせします", "date", "2027-01-15"),
        ("開催日の3日前まで", "date", "2027-01-15"),
        ("2027年1月15日必着（消印有効）", "closing-rule", ""),
        ("9999-12-31", "date", "2027-01-15"),
        ("令和9年2月末日", "date", "2027-02-28"),
        ("2028年2月末", "date", "2028-02-29"),
        ("2026年度末", "date", "2027-03-31"),
        ("第1回 2027年1月15日、第2回 2027年5月15日まで", "date", "2027-01-15"),
        ("2027年1月15日（月）必着", "weekday-mismatch", "2027年1月15日（金）"),
    ],
)
def test_a_text_that_says_more_is_refused_with_the_day_that_it_names_for_applying(
    text: str, rule: str, help: str
) -> None:
    found = parse_closing(text)
    assert isinstance(found, Unclear)
    assert (found.rule, found.suggestion) == (rule, help)


@pytest.mark.parametrize("text", ["通年（ただし年末年始を除く）", "予算がなくなり次第終了", "随時（電話で）"])
def test_what_is_open_until_nobody_knows_when_is_refused_with_the_word_for_it(text: str) -> None:
    found = parse_deadline(text)
    assert isinstance(found, Unclear)
    assert (found.rule, found.suggestion) == ("date", "随時")
