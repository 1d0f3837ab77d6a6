"""How an event stands is said rightly wherever it is named: off, full, closed, moved online, far away, or all week."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.wording.days import day_words
from tests.folders import EVENT
from tests.poured import Pages, elements, linked_data, poured, said, texts
from tests.profiles import FULL_EVENT, FULL_GROUP, FULL_PLACE, yaml_text

EVENT_PAGE = "events/tanemaki/index.html"
BOOKED = {
    "required": "はい",
    "how": "電話でお知らせください",
    "phone": "042-000-0011",
    "url": "https://example.org/form",
}


def pages(folder: Path, today: date = date(2026, 11, 23), **values: Any) -> Pages:
    """The site of one event with everything in it, some of it changed."""
    event = yaml_text(FULL_EVENT | {"photos": [], "dates": ["2026-12-05 10:00-12:00"]} | values)
    return poured(folder, {"events/tanemaki.yaml": event, "places/kawabe.yaml": yaml_text(FULL_PLACE)}, today=today)


def joined(html: str) -> str:
    return " ".join(texts(html, "section", "join"))


# --- Cancelled and postponed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("status", "word"), [("cancelled", "中止"), ("postponed", "延期")])
def test_an_event_that_is_off_invites_nobody_to_its_former_day(tmp_path: Path, status: str, word: str) -> None:
    made = pages(
        tmp_path, status=status, booking={"required": "いいえ", "closes": "2026-12-01"} | {"phone": "042-000-0011"}
    )
    html = made[EVENT_PAGE]
    assert texts(html, "p", "notice") == [word]
    assert texts(html, "p", "event-when") == []
    assert texts(html, "p", "event-former") == ["もとの予定：2026年12月5日（土） 10:00〜12:00"]
    assert "申し込みは要りません" not in said(html)
    assert "12月1日" not in said(html)
    assert texts(html, "h2")[0] == "問い合わせ"
    assert "042-000-0011" in joined(html)
    (article,) = elements(html, "article")
    assert article.attributes["data-dates"] == ""
    assert f'content="【{word}】' in html
    (card,) = [e for e in elements(made["events/index.html"], "li") if e.has("event")]
    assert card.has("event--off")


def test_an_event_that_is_off_keeps_what_was_said_about_booking_as_what_was_said_before(tmp_path: Path) -> None:
    html = pages(tmp_path, status="cancelled", booking=BOOKED)[EVENT_PAGE]
    assert "もとの案内 電話でお知らせください" in joined(html)
    assert "案内のページ" in joined(html)
    assert "申し込み" not in joined(html)


@pytest.mark.parametrize(
    ("status", "title", "shown"),
    [
        ("cancelled", "花の種まき", "【中止】花の種まき"),
        ("postponed", "花の種まき", "【延期】花の種まき"),
        ("cancelled", "【中止】花の種まき", "【中止】花の種まき"),
        ("full", "花の種まき", "花の種まき"),
    ],
)
def test_a_shared_link_says_that_an_event_is_off(tmp_path: Path, status: str, title: str, shown: str) -> None:
    html = pages(tmp_path, status=status, title=title)[EVENT_PAGE]
    assert texts(html, "title") == [f"{shown}｜ためしの広場"]
    assert title in texts(html, "h1")[0]
    assert "【【" not in html


def test_a_cancelled_event_did_not_end(tmp_path: Path) -> None:
    made = pages(tmp_path, status="cancelled", today=date(2026, 12, 10))
    assert texts(made[EVENT_PAGE], "p", "notice") == ["中止"]
    assert "このイベントは終わりました" not in said(made[EVENT_PAGE])
    assert "花の種まき" in said(made["events/past.html"])


def test_an_event_that_was_put_off_to_a_day_unknown_is_not_over(tmp_path: Path) -> None:
    made = pages(tmp_path, status="postponed", today=date(2026, 12, 10))
    assert texts(made[EVENT_PAGE], "p", "notice") == ["延期"]
    assert "events/past.html" not in made
    assert texts(made["events/index.html"], "h2", "row-title") == ["延期になり、日にちが決まっていないもの"]
    for name in ("events/index.html", "groups/kawa-akari/index.html", "places/kawabe/index.html"):
        assert texts(made[name], "span", "state") == ["延期"]


@pytest.mark.parametrize(
    ("status", "kind", "offer"),
    [
        ("scheduled", "EventScheduled", "InStock"),
        ("full", "EventScheduled", "SoldOut"),
        ("cancelled", "EventCancelled", ""),
        ("postponed", "EventPostponed", ""),
        ("moved-online", "EventMovedOnline", "InStock"),
    ],
)
def test_machines_are_told_the_same(tmp_path: Path, status: str, kind: str, offer: str) -> None:
    (data,) = linked_data(pages(tmp_path, status=status)[EVENT_PAGE])
    assert data["eventStatus"] == f"https://schema.org/{kind}"
    assert data["offers"].get("availability", "") == (f"https://schema.org/{offer}" if offer else "")
    assert (data["offers"]["validFrom"], data["offers"]["validThrough"]) == ("2026-11-10", "2026-12-01")


# --- Full, closed, moved online --------------------------------------------------------------------------------


def test_a_full_event_asks_for_no_more_bookings(tmp_path: Path) -> None:
    html = pages(tmp_path, status="full")[EVENT_PAGE]
    assert texts(html, "p", "notice") == ["満席"]
    assert "満席などのため、新しい申し込みは受け付けていません" in joined(html)
    assert "申し込みが必要です" not in said(html)
    assert "12月1日" not in joined(html)
    assert texts(html, "p", "event-when") == ["12月5日（土）10:00〜12:00"]


@pytest.mark.parametrize(("closes", "closed"), [("2026-11-22", True), ("2026-11-23", False)])
@pytest.mark.parametrize("required", ["はい", "いいえ"])
def test_a_deadline_that_has_passed_is_said(tmp_path: Path, closes: str, closed: bool, required: str) -> None:
    made = pages(tmp_path, booking=BOOKED | {"required": required, "closes": closes})
    html = made[EVENT_PAGE]
    assert texts(html, "p", "notice") == (["受付終了"] if closed else [])
    assert texts(made["events/index.html"], "span", "state") == (["受付終了"] if closed else [])
    assert ("申し込みの受付は終わりました" in joined(html)) == closed
    assert ("締切 2026年11月22日（日）まででした" in joined(html)) == closed
    assert ("締切 11月23日（月）" in joined(html)) == (not closed)
    assert any(words in said(html) for words in ("申し込みが必要です", "申し込みは要りません", "申し込みページ")) == (
        not closed
    )
    (data,) = linked_data(html)
    assert ("availability" in data["offers"]) == (not closed)


def test_after_the_event_nothing_is_said_of_booking_but_whom_to_ask(tmp_path: Path) -> None:
    html = pages(tmp_path, booking=BOOKED | {"closes": "2026-12-01"}, today=date(2026, 12, 10))[EVENT_PAGE]
    assert texts(html, "p", "notice") == ["このイベントは終わりました。"]
    assert "問い合わせ" in texts(html, "h2")
    assert "申し込み" not in joined(html)
    assert "042-000-0011" in joined(html)


def test_an_event_that_moved_online_sends_nobody_to_its_hall(tmp_path: Path) -> None:
    made = pages(tmp_path, status="moved-online")
    assert texts(made[EVENT_PAGE], "p", "notice") == ["オンライン開催に変更"]
    assert "もとの会場は川辺の家でした" in said(made[EVENT_PAGE])
    assert "地図を開く" not in said(made[EVENT_PAGE])
    assert "オンライン" in texts(made["events/index.html"], "p", "event__when")[0]
    (data,) = linked_data(made[EVENT_PAGE])
    assert data["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert data["location"] == {"@type": "VirtualLocation", "url": "https://example.org/live"}


# --- The week --------------------------------------------------------------------------------------------------


def week(folder: Path, events: dict[str, str], today: date = date(2026, 12, 3)) -> list[tuple[str, list[str]]]:
    """The days on the front page, with the titles of what is on, each with its state and its last day if any."""
    files = {
        f"events/e{n}.yaml": EVENT.replace("花の種まき", t).replace("2026-12-05 10:00-12:00", d)
        for n, (t, d) in enumerate(events.items())
    }
    html = poured(folder, {"events/tanemaki.yaml": EVENT.replace("2026-12-05", "2027-05-05"), **files}, today=today)[
        "index.html"
    ]
    days: list[tuple[str, list[str]]] = []
    for element in elements(html):
        if element.tag == "h3" and element.attributes.get("id", "").startswith("day-"):
            days.append((element.text, []))
        if element.has("week__event"):
            days[-1][1].append(element.text)
    return days


def test_the_front_page_shows_the_whole_week_day_by_day(tmp_path: Path) -> None:
    many = {f"催し{n}": f"2026-12-0{3 + n % 7} 1{n % 10}:00" for n in range(14)}
    days = week(tmp_path, {**many, "先の催し": "2026-12-10 10:00"})
    assert [day for day, _ in days] == [
        *(
            "12月3日（木）",
            "12月4日（金）",
            "12月5日（土）",
            "12月6日（日）",
            "12月7日（月）",
            "12月8日（火）",
            "12月9日（水）",
        )
    ]
    assert sum(len(events) for _, events in days) == 14
    assert days[0][1] == ["10:00〜 催し0", "17:00〜 催し7"]


def test_what_runs_through_the_week_stands_on_each_of_its_days_but_not_on_its_days_off(tmp_path: Path) -> None:
    show = "{start_date: 2026-11-20, end_date: 2026-12-08, except_dates: [2026-12-07]}"
    days = dict(week(tmp_path, {"絵の展示": show, "朝の会": "2026-12-05 9:00"}))
    assert list(days) == ["12月3日（木）", "12月4日（金）", "12月5日（土）", "12月6日（日）", "12月8日（火）"]
    assert days["12月4日（金）"] == ["12月8日（火）まで 絵の展示"]
    assert days["12月5日（土）"] == ["9:00〜 朝の会", "12月8日（火）まで 絵の展示"]


def test_what_comes_round_daily_stands_on_every_day_of_the_week(tmp_path: Path) -> None:
    days = week(tmp_path, {"体操": "{repeat: 毎日 7:00-7:30, start_date: 2026-01-01}"})
    assert [events for _, events in days] == [["7:00〜7:30 体操"]] * 7


def test_on_each_day_what_one_can_go_to_comes_first(tmp_path: Path) -> None:
    days = week(
        tmp_path,
        {
            "中止の会": "2026-12-05 8:00\nstatus: cancelled",
            "満席の会": "2026-12-05 9:00\nstatus: full",
            "締め切った会": "2026-12-05 9:30\nbooking: {closes: 2026-12-01}",
            "開く会": "2026-12-05 15:00",
        },
    )
    assert days == [
        (
            "12月5日（土）",
            ["15:00〜 開く会", "9:00〜 満席 満席の会", "9:30〜 受付終了 締め切った会", "8:00〜 中止 中止の会"],
        )
    ]


# --- Years, days off, counts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "11月23日（月）"),
        (date(2026, 12, 5), "12月5日（土）"),
        (date(2027, 1, 5), "1月5日（火）"),
        (date(2027, 10, 22), "10月22日（金）"),
        (date(2027, 10, 23), "2027年10月23日（土）"),
        (date(2027, 11, 5), "2027年11月5日（金）"),
        (date(2027, 12, 5), "2027年12月5日（日）"),
        (date(2026, 11, 22), "2026年11月22日（日）"),
        (date(2025, 12, 5), "2025年12月5日（金）"),
    ],
)
def test_a_day_has_its_year_unless_it_lies_within_the_coming_eleven_months(day: date, words: str) -> None:
    assert day_words(day, date(2026, 11, 23)) == words


def test_a_day_far_ahead_has_its_year_in_lists_on_its_page_and_on_the_front_page(tmp_path: Path) -> None:
    made = pages(tmp_path, dates=["2027-12-05 10:00-12:00"], booking=BOOKED | {"closes": "2027-12-01"})
    assert texts(made["events/index.html"], "span", "date__year") == ["2027年"]
    assert texts(made[EVENT_PAGE], "p", "event-when") == ["2027年12月5日（日）10:00〜12:00"]
    assert "締切 2027年12月1日（水）" in joined(made[EVENT_PAGE])
    near = pages(tmp_path / "near")
    assert texts(near["events/index.html"], "span", "date__year") == []
    past = pages(tmp_path / "past", today=date(2026, 12, 6))
    assert texts(past["events/past.html"], "span", "date__year") == ["2026年"]


def test_days_off_are_said_of_a_series_and_of_a_show(tmp_path: Path) -> None:
    series = {
        "repeat": "毎週土曜日 10:00-12:00",
        "start_date": "2026-12-01",
        "except_dates": ["2026-12-12", "2027-12-04"],
    }
    html = pages(tmp_path, dates=[series])[EVENT_PAGE]
    assert "毎週土曜日 10:00〜12:00（2026年12月1日（火）から）（休み：12月12日（土）、2027年12月4日（土））" in said(
        html
    )
    show = {"start_date": "2026-11-20", "end_date": "2026-12-20", "except_dates": ["2026-11-23", "2026-11-24"]}
    made = pages(tmp_path / "show", dates=[show, "2026-12-25"])
    assert "2026年11月20日（金）から12月20日（日）まで（休み：11月23日（月）、11月24日（火））" in said(
        made[EVENT_PAGE]
    )
    assert texts(made["events/index.html"], "span", "date__day") == ["25", "25"]
    assert texts(made[EVENT_PAGE], "p", "event-when") == ["2026年11月20日（金） 12月20日（日）まで"]


def test_a_list_of_events_counts_events_and_times(tmp_path: Path) -> None:
    series = pages(tmp_path, dates=[{"repeat": "毎週土曜日", "start_date": "2026-12-01"}])["events/index.html"]
    assert texts(series, "h1") == ["これからのイベント 1件・3回"]
    assert "くりかえすものは、次の3回までのせています。" in said(series)
    single = pages(tmp_path / "single")["events/index.html"]
    assert texts(single, "h1") == ["これからのイベント 1件"]
    assert "くりかえすもの" not in said(single)


@pytest.mark.parametrize(
    ("dates", "over"),
    [
        ({"repeat": "月2回程度", "start_date": "2026-01-05", "end_date": "2099-12-31"}, False),
        ({"repeat": "毎週火曜", "start_date": "2026-01-05", "end_date": "2026-02-28"}, True),
        ({"repeat": "毎週火曜", "start_date": "2026-11-02", "end_date": "2026-11-23"}, False),
        ({"repeat": "不定期"}, False),
    ],
)
def test_what_ends_in_time_to_come_is_not_over(tmp_path: Path, dates: dict[str, str], over: bool) -> None:
    """Whatever days can be worked out of it."""
    html = pages(tmp_path, dates=[dates])[EVENT_PAGE]
    assert ("このイベントは終わりました" in said(html)) == over


def test_words_kept_as_they_stand_come_without_the_mark_that_keeps_them(tmp_path: Path) -> None:
    html = pages(tmp_path, dates=[{"repeat": "ことばのまま：月末の午後", "end_date": "2027-03-31"}])[EVENT_PAGE]
    assert "月末の午後" in said(html)
    assert "ことばのまま" not in said(html)


# --- Series and what stands beside a span of days --------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "headings"),
    [
        ("毎週火曜日・全9回", ["1月19日（火）"]),
        ("期間中の土曜日のみ", ["1月16日（土）"]),
        ("主に土曜日", ["期間中の一部の日にあるもの"]),
        ("全3回", ["期間中の一部の日にあるもの"]),
        ("月曜休館", [f"1月{n}日（{d}）" for n, d in zip((14, 15, 16, 17, 19, 20), "木金土日火水", strict=True)]),
        ("土日祝日は9時から", [f"1月{n}日（{d}）" for n, d in zip(range(14, 21), "木金土日月火水", strict=True)]),
    ],
)
def test_a_course_beside_a_span_of_days_does_not_look_daily(tmp_path: Path, note: str, headings: list[str]) -> None:
    span = {"start_date": "2026-12-01", "end_date": "2027-02-27", "start_time": "10:45", "note": note}
    made = pages(tmp_path, dates=[span], today=date(2027, 1, 14))
    week = texts(made["index.html"], "h3")
    assert [each for each in week if "月" in each[:3] or "期間" in each] == headings
    daily = len(headings) > 6
    assert (note in said(made["index.html"])) != daily
    assert texts(made[EVENT_PAGE], "p", "event-note") == [note]
    assert texts(made[EVENT_PAGE], "p", "event-when") == ["2026年12月1日（火） 2月27日（土）まで10:45〜"]
    shown = {"毎週火曜日・全9回": "19", "期間中の土曜日のみ": "16", "主に土曜日": "1", "全3回": "1"}
    assert texts(made["events/index.html"], "span", "date__day") == [shown.get(note, "14")]


def test_a_series_is_said_in_one_form_however_it_was_typed(tmp_path: Path) -> None:
    typed = {"repeat": "土曜日 09:00-10:00", "start_date": "2026-12-01"}
    timed = {"repeat": "第2水曜（昼の部）", "start_time": "9時", "end_time": "10時半", "start_date": "2026-12-01"}
    html = pages(tmp_path, dates=[typed, timed])[EVENT_PAGE]
    assert "毎週土曜日 9:00〜10:00（2026年12月1日（火）から）" in said(html)
    assert "毎月第2水曜日 9:00〜10:30（昼の部）（2026年12月1日（火）から）" in said(html)
    assert "09:00" not in said(html)


def test_written_days_of_an_event_that_also_has_a_series_are_not_lost_when_they_are_over(tmp_path: Path) -> None:
    series = {"repeat": "毎週土曜日", "start_date": "2026-11-07", "end_date": "2026-12-26"}
    html = pages(tmp_path, dates=["2026-11-03 13:00-15:00", series])[EVENT_PAGE]
    assert "終わった回：2026年11月3日（火） 13:00〜15:00" in said(html)
    assert "11月7日（土）、" not in said(html)


@pytest.mark.parametrize(
    "dates", [{"moment": "2026-12-05", "end_time": "21時"}, {"start_date": "2026-12-05", "end_time": "21:00"}]
)
def test_an_end_without_a_beginning_is_said(tmp_path: Path, dates: dict[str, str]) -> None:
    assert texts(pages(tmp_path, dates=[dates])[EVENT_PAGE], "p", "event-note") == ["21:00まで"]


@pytest.mark.parametrize(("answer", "row"), [("いいえ", ["経験のある方"]), ("はい", []), ("", [])])
def test_a_call_that_is_not_for_beginners_says_for_whom_it_is(tmp_path: Path, answer: str, row: list[str]) -> None:
    call = {"role": "member", "title": "歌の仲間", "beginners_ok": answer}
    group = yaml_text(FULL_GROUP | {"photos": [], "documents": [], "recruiting": [call]})
    html = poured(tmp_path, {"groups/kawa-akari.yaml": group})["groups/kawa-akari/index.html"]
    (wanted,) = texts(html, "li", "wanted")
    assert ("対象経験のある方" in wanted) == bool(row)
    assert ("初心者歓迎" in wanted) == (answer == "はい")


# --- What nobody wrote -----------------------------------------------------------------------------------------


def test_the_days_off_of_an_exhibition_stand_below_its_day(tmp_path: Path) -> None:
    show = {"start_date": "2026-12-01", "end_date": "2026-12-20", "except_dates": ["2026-12-07", "2026-12-08"]}
    html = pages(tmp_path, dates=[show | {"note": "最終日は15時まで"}])[EVENT_PAGE]
    assert texts(html, "p", "event-note") == ["最終日は15時まで 休み：12月7日（月）、12月8日（火）"]


def test_a_place_without_an_address_is_put_into_no_city(tmp_path: Path) -> None:
    (data,) = linked_data(pages(tmp_path, place="東村山市民センター", address="")[EVENT_PAGE])
    assert data["location"] == {"@type": "Place", "name": "東村山市民センター"}


@pytest.mark.parametrize(
    ("note", "open_on_monday"),
    [("月曜休み", False), ("月曜休館、最終日は15時まで", False), ("月曜は20時まで", True), ("受付は9時30分から", True)],
)
def test_a_show_is_not_in_the_week_of_home_on_the_days_its_note_takes_away(
    tmp_path: Path, note: str, open_on_monday: bool
) -> None:
    show = {"start_date": "2026-11-20", "end_date": "2026-12-20", "start_time": "10:00", "note": note}
    made = pages(tmp_path, dates=[show], today=date(2026, 11, 28))
    days = "\n".join(texts(made["index.html"], "h3"))
    assert "11月29日（日）" in days
    assert ("11月30日（月）" in days) is open_on_monday


@pytest.mark.parametrize(("count", "left"), [(12, []), (15, ["この日のほかの3件を見る"])])
def test_the_front_page_shows_some_events_of_a_day_and_says_how_many_more_there_are(
    tmp_path: Path, count: int, left: list[str]
) -> None:
    event = yaml_text(FULL_EVENT | {"photos": [], "dates": ["2026-11-25 10:00-12:00"]})
    files: dict[str, str | bytes] = {f"events/e{n:02}.yaml": event for n in range(count)}
    html = poured(tmp_path, files | {"places/kawabe.yaml": yaml_text(FULL_PLACE)}, today=date(2026, 11, 23))[
        "index.html"
    ]
    assert len(elements(html, "li", "week__event")) == 12
    assert [e.text for e in elements(html, "a", "button") if "この日の" in e.text] == left
