"""On which days groups and events are found: those that their sources surely name, and no others."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator.lexical.synonyms import Synonyms
from generator.search.dates import span
from generator.search.days import days
from generator.search.documents import SearchDocument, card
from generator.search.index import index
from generator.search.records import documents
from tests.folders import EVENT, GROUP, PLACE, loaded

TODAY = date(2026, 11, 24)


def _found(folder: Path, files: dict[str, str | bytes], url: str) -> SearchDocument:
    made = loaded(folder, {"places/kawabe.yaml": PLACE, **files}, TODAY).directory
    return next(each for each in documents(made) if each.url == url)


def _group(folder: Path, meetings: str, more: str = "") -> SearchDocument:
    text = GROUP + f"meetings:\n{meetings}" + more
    return _found(folder, {"groups/kawa-akari.yaml": text}, "groups/kawa-akari/")


def _event(folder: Path, dates: str, more: str = "") -> SearchDocument:
    text = EVENT.replace("dates: 2026-12-05 10:00-12:00\n", f"dates:\n{dates}") + more
    return _found(folder, {"events/tanemaki.yaml": text}, "events/tanemaki/")


def _until(found: SearchDocument, last: str) -> list[str]:
    return [each for each in found.dates if each[:10] <= last]


def test_a_group_is_found_on_the_days_that_its_recurrence_names_with_the_time(tmp_path: Path) -> None:
    found = _group(tmp_path, "  - 第2・第4土曜 9:00-11:30\n")
    assert _until(found, "2026-12-31") == ["2026-11-28T09:00", "2026-12-12T09:00", "2026-12-26T09:00"]


def test_no_day_lies_before_today_or_further_off_than_a_hundred_days(tmp_path: Path) -> None:
    found = _group(tmp_path, "  - 毎日 7:00-8:00\n")
    assert span(TODAY) == (date(2026, 11, 24), date(2027, 3, 4))
    assert (found.dates[0], found.dates[-1], len(found.dates)) == ("2026-11-24T07:00", "2027-03-04T07:00", 101)


@pytest.mark.parametrize(
    ("meeting", "moment"),
    [
        ("第1土曜 19:00-20:30", "T19:00"),
        ("第1土曜 16:00-18:00", "T16:00ae"),
        ("第1土曜 10:00-11:30、19:00-20:30", "T10:00me"),
        ("第1土曜 午前中", "Tm"),
        ("第1土曜", ""),
    ],
)
def test_a_day_says_its_parts_where_the_time_at_which_it_begins_does_not(
    tmp_path: Path, meeting: str, moment: str
) -> None:
    assert _until(_group(tmp_path, f"  - {meeting}\n"), "2026-12-31") == [f"2026-12-05{moment}"]


@pytest.mark.parametrize(
    ("meeting", "left_out", "kept"),
    [
        ("{when: 毎週水曜 10:00-12:00（12月は休み）}", "2026-12", "2027-01-06T10:00"),
        ("{when: 毎週水曜 10:00-12:00, note: 12月は休みです}", "2026-12", "2027-01-06T10:00"),
        ("{when: 毎週水曜 10:00-12:00, note: 集会室。年末年始は休み}", "2026-12-30", "2026-12-23T10:00"),
        ("{when: 毎週木曜, note: お盆と正月は休み}", "2026-12-31", "2026-12-17"),
        ("{when: 毎週水曜 10:00-12:00, note: 12月だけ第1水曜}", "2026-12-16", "2026-11-25T10:00"),
        ("{when: 毎週水曜 10:00-12:00, note: 12月は暑い日に備えて休みます}", "2026-12", "2027-01-06T10:00"),
        ("{when: 毎週月曜, note: 祝日は休み}", "2027-01-11", "2027-01-18"),
        ("{when: 毎週月曜, note: 祝日のときは翌週}", "2027-01-11", "2027-01-18"),
        ("{when: 毎日, note: 土曜は予約のある日だけ動きます}", "2026-11-28", "2026-11-27"),
        ("{when: 毎週土曜, note: 第5土曜は休み}", "2027-01-30", "2027-01-23"),
        ("{when: 毎週金曜, note: 1月は第2・第3金曜}", "2027-01", "2026-12-25"),
    ],
)
def test_a_day_that_a_remark_takes_away_is_left_out_and_the_others_stay(
    tmp_path: Path, meeting: str, left_out: str, kept: str
) -> None:
    found = _group(tmp_path, f"  - {meeting}\n").dates
    assert [each for each in found if each.startswith(left_out)] == []
    assert kept in found


@pytest.mark.parametrize(
    "meeting",
    [
        "不定期",
        "月2回程度",
        "隔週土曜 10:00-12:00",
        "ことばのまま：花が咲いたら",
        "{when: 平日 7:40-8:20, note: 学校のある日だけ}",
        "{when: 毎週水曜, note: 第2水曜だけです}",
        "{when: 毎週土曜, note: お休みすることもあります}",
        "{when: 毎週土曜, note: 日を変更する月があります。電話でお確かめください}",
    ],
)
def test_where_nobody_can_tell_the_days_a_group_is_found_on_none(tmp_path: Path, meeting: str) -> None:
    assert _group(tmp_path, f"  - {meeting}\n").dates == ()


@pytest.mark.parametrize(
    "note",
    [
        "雨の日は休みです",
        "前日の雨で増水しているときは翌週に延期します",
        "見学の方は休憩の14:30ごろにどうぞ",
        "筆だけお持ちください",
        "申し込みはいりません",
        "水曜に来られない方のための出張",
        "夜の部は日曜の午後にもあります",
    ],
)
def test_a_remark_that_takes_no_day_away_changes_nothing(tmp_path: Path, note: str) -> None:
    found = _group(tmp_path, f"  - {{when: 第1土曜 13:00-15:00, note: {note}}}\n")
    assert _until(found, "2027-01-31") == ["2026-12-05T13:00", "2027-01-02T13:00"]


def test_a_group_that_rests_or_has_ended_is_found_on_no_day(tmp_path: Path) -> None:
    assert _group(tmp_path, "  - 毎週土曜\n", "status: resting\n").dates == ()


def test_a_group_with_several_meetings_shows_the_one_of_the_day(tmp_path: Path) -> None:
    found = _group(tmp_path, "  - 第1土曜 9:00-11:00\n  - 第3土曜 9:00-11:00\n")
    turns = card(found)["turns"]
    assert isinstance(turns, list)
    assert [(line[:8], times, "2026-12-19" in days) for line, times, days in turns] == [
        ("第1土曜日 午前", ("土曜の午前",), False),
        ("第3土曜日 午前", ("土曜の午前",), True),
    ]


def test_an_event_is_found_on_each_of_its_coming_days_but_its_days_off(tmp_path: Path) -> None:
    found = _event(
        tmp_path,
        "  - {start_date: 2026-11-20, end_date: 2026-11-27, start_time: '9:00', except_dates: 2026-11-25}\n"
        "  - moment: 2026-12-05 10:00-12:00\n",
    )
    assert found.dates == ("2026-11-24T09:00", "2026-11-26T09:00", "2026-11-27T09:00", "2026-12-05T10:00")


def test_an_event_whose_days_within_a_span_nobody_can_tell_is_found_on_none_of_them(tmp_path: Path) -> None:
    assert _event(tmp_path, "  - {start_date: 2026-12-01, end_date: 2026-12-20, note: 主に土曜日}\n").dates == ()
    only = _event(tmp_path / "b", "  - {start_date: 2026-12-01, end_date: 2026-12-20, note: 期間中の土曜日のみ}\n")
    assert only.dates == ("2026-12-05", "2026-12-12", "2026-12-19")
    assert only.times == ("土曜",)


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_an_event_that_is_off_is_found_on_no_day(tmp_path: Path, status: str) -> None:
    assert _event(tmp_path, "  - moment: 2026-12-05 10:00-12:00\n", f"status: {status}\n").dates == ()


def test_days_are_written_by_week_and_time_and_no_week_of_the_span_is_missing() -> None:
    late = SearchDocument("b/", "group", "乙", dates=("2026-11-28T10:00", "2026-12-13"))
    early = SearchDocument("a/", "event", "甲", dates=("2026-11-28T09:00", "2026-11-28"))
    assert days([early, late], (date(2026, 11, 24), date(2026, 12, 14))) == {
        "2026-11-23": {"2026-11-28": {"": "!", "09:00": "!", "10:00": "#"}},
        "2026-11-30": {},
        "2026-12-07": {"2026-12-13": {"": "#"}},
        "2026-12-14": {},
    }


def test_the_site_says_of_which_days_it_knows_what_is_on(tmp_path: Path) -> None:
    index([SearchDocument("a/", "page", "案内")], tmp_path, synonyms=Synonyms(), span=span(TODAY))
    start = json.loads((tmp_path / "search-index" / "start.json").read_text(encoding="utf-8"))
    assert start["days"] == ["2026-11-24", "2027-03-04"]
    weeks = {path.name for path in (tmp_path / "search-index" / start["edition"] / "facets" / "days").iterdir()}
    assert (min(weeks), max(weeks), len(weeks)) == ("2026-11-23.json", "2027-03-01.json", 15)


# ---- what else one can narrow down by


@pytest.mark.parametrize(
    ("fees", "labels"),
    [
        ("無料", ("無料",)),
        ("会費なし", ("無料",)),
        ("{yearly: 0, note: 保険も会で用意します}", ("無料",)),
        ("{yearly: 0, note: 材料費は実費}", ()),
        ("{yearly: 0, note: お茶代100円}", ()),
        ("年会費1,000円", ("有料",)),
        ("{per_time: 300, note: 初回は無料}", ("有料",)),
        ("無料。おもりは貸す", ("無料",)),
        ("会費はありません", ("無料",)),
        ("会費はありません。苗は市の花苗と寄付でまかなっています。", ("無料",)),
        ("参加費なし", ("無料",)),
        ("{note: 参加費はいただきません。}", ("無料",)),
        ("0円", ("無料",)),
        ("無料（お茶代100円）", ()),
        ("無料ではありません", ()),
        ("{note: 会場は無料の駐車場があります}", ()),
        ("{note: 無料。材料費は実費}", ()),
        ("{note: 学生は無料}", ("一部無料",)),
        ("生徒は無料（教材も会で用意します）。社員は年5,000円", ("一部無料",)),
        ("{per_time: 100, note: お茶代。赤ちゃんは無料}", ("有料", "一部無料")),
        ("{per_time: 200, note: 資料は無料}", ("有料",)),
        ("{per_time: 200, note: 初めての方は無料}", ("有料",)),
    ],
)
def test_a_group_is_free_where_it_says_so_of_all_that_it_costs_and_partly_where_it_names_who_pays_nothing(
    tmp_path: Path, fees: str, labels: tuple[str, ...]
) -> None:
    assert _group(tmp_path, "  - 毎週土曜\n", f"fees: {fees}\n").fees == labels


@pytest.mark.parametrize(
    ("fee", "labels"),
    [
        ("無料", ("無料",)),
        ("{amount: 0, note: 通話料はご負担ください}", ("無料",)),
        ("子ども無料、大人300円", ("一部無料",)),
        ("100円（保険。子どもは無料）", ("一部無料",)),
        ("{note: 入場無料}", ("無料",)),
        ("500円", ("有料",)),
        ("{note: 材料費は実費}", ()),
    ],
)
def test_an_event_is_free_where_it_says_so_and_partly_where_it_names_who_pays_nothing(
    tmp_path: Path, fee: str, labels: tuple[str, ...]
) -> None:
    assert _event(tmp_path, "  - moment: 2026-12-05 10:00-12:00\n", f"fee: {fee}\n").fees == labels


def test_a_record_is_found_by_languages_other_than_japanese_accessibility_place_and_beginners(tmp_path: Path) -> None:
    told = "languages: [ja, en]\naccessibility: [wheelchair]\n"
    told += "recruiting: [{role: member, title: 会員, beginners_ok: はい}]\n"
    found = _group(tmp_path, "  - {when: 毎週土曜, place: kawabe}\n  - {when: 毎週日曜, place: 川原}\n", told)
    assert (found.languages, found.access, found.places) == (("英語",), ("車いす可",), ("川辺の家",))
    assert "初心者歓迎" in found.audiences


def test_the_parts_of_the_week_are_one_choice_each(tmp_path: Path) -> None:
    assert _group(tmp_path, "  - 毎週火曜 19:00-20:30\n  - 毎週土曜\n").times == ("火曜の夜", "土曜")
    assert _group(tmp_path / "b", "  - 毎月15日 19:00-20:00\n").times == ("平日の夜", "土曜の夜", "日曜の夜")
    assert _group(tmp_path / "c", "  - 不定期\n").times == ("不定期",)
