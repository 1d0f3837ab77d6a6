"""Which place and time an opening has: its own, those of the meeting that it surely means, or none."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from generator.build import load
from generator.matching.opportunities import Opportunity, opportunities
from generator.matching.scoring import matches
from generator.wording.matches import reader_of
from tests.folders import PLACE, TODAY, content
from tests.poured import Pages, elements, poured, texts
from tests.test_browsing import group
from tests.test_openings import data, facts, page

TWO = "[{when: 毎週火曜 10:00-12:00, place: kawabe}, {when: 毎週土曜 13:00-15:00, place: 西の家}]"
ONE = "[{when: 毎週火曜 10:00-12:00, place: kawabe}]"
ASK = "団体におたずねください"


def town(call: str, meetings: str = TWO, **said: str) -> dict[str, str | bytes]:
    lines = {"meetings": meetings, "contact": "{phone: 042-000-0001}", **said}
    text = group("青い会", "あおいかい", recruiting=f"[{call}]", **lines)
    return {"groups/aoi.yaml": text, "places/kawabe.yaml": PLACE}


def opening(folder: Path, call: str, meetings: str = TWO, today: date = TODAY, **said: str) -> Opportunity:
    (found,) = opportunities(load(content(folder, town(call, meetings, **said)), "content", today).directory)
    return found


def told(each: Opportunity) -> tuple[str, str]:
    """The time and the place, those of a meeting with a star."""
    place = each.spot.text if each.spot else ""
    return each.when + "*" * each.when_of_meeting, place + "*" * each.spot_of_meeting


def pages_of(folder: Path, call: str, meetings: str = TWO, today: date = TODAY, **said: str) -> Pages:
    return poured(folder, town(call, meetings, **said), today=today)


@pytest.mark.parametrize(
    ("said", "when", "place"),
    [
        ("when: 毎週土曜 13:00-15:00", "毎週土曜 13:00-15:00", "西の家*"),
        ("when: 土曜の午後", "土曜の午後", "西の家*"),
        ("place: 西の家", "毎週土曜 13:00-15:00*", "西の家"),
        ("place: 川辺の家", "毎週火曜 10:00-12:00*", "川辺の家"),
        ("text: 土曜の部です", "毎週土曜 13:00-15:00*", "西の家*"),
    ],
)
def test_what_an_entry_does_not_say_is_taken_from_the_meeting_that_it_means(
    tmp_path: Path, said: str, when: str, place: str
) -> None:
    assert told(opening(tmp_path, f"{{role: member, title: 絵をかく仲間, {said}}}")) == (when, place)


@pytest.mark.parametrize(
    ("said", "when", "place"),
    [
        ("beginners_ok: はい", "", ""),
        ("text: 場所は金山公園、12月20日の朝です", "", ""),
        ("text: 日曜の部です", "", ""),
        ("when: 毎週水曜 13:00-15:00", "毎週水曜 13:00-15:00", ""),
        ("when: 毎週土曜 19:00-21:00", "毎週土曜 19:00-21:00", ""),
        ("when: 10月の第3土曜 13:00-15:00", "10月の第3土曜 13:00-15:00", ""),
        ("place: 南の家", "", "南の家"),
        ("place: 西の家, text: 年に二回です", "", "西の家"),
        ("from_home: はい", "", ""),
    ],
)
def test_where_several_meetings_or_another_day_may_be_meant_nothing_is_taken(
    tmp_path: Path, said: str, when: str, place: str
) -> None:
    assert told(opening(tmp_path, f"{{role: volunteer, title: 絵をかく仲間, {said}}}")) == (when, place)


@pytest.mark.parametrize(
    ("role", "title", "text"),
    [
        ("volunteer", "講演会でお話しくださる方", "時間は30分"),
        ("volunteer", "お祭りの手伝い", "半日です"),
        ("member", "仲間", "場所は金山公園です"),
        ("member", "仲間", "4月から始めます"),
        ("member", "仲間", "月に一度からで十分です"),
        ("successor", "帳簿を継ぐ方", "帳簿を見ます"),
    ],
)
def test_not_even_the_only_meeting_is_taken_for_what_is_done_elsewhere_or_another_time(
    tmp_path: Path, role: str, title: str, text: str
) -> None:
    assert told(opening(tmp_path, f"{{role: {role}, title: {title}, text: {text}}}", ONE)) == ("", "")


@pytest.mark.parametrize(
    "text",
    ["三回までは会費なしです", "七十代の元運転手もいます", "日本語が上手でなくてもだいじょうぶ", "月謝はいりません"],
)
def test_the_only_meeting_is_taken_where_the_words_name_no_day(tmp_path: Path, text: str) -> None:
    each = opening(tmp_path, f"{{role: member, title: 仲間, text: {text}}}", ONE)
    assert told(each) == ("毎週火曜 10:00-12:00*", "川辺の家*")


def test_a_place_where_all_meetings_are_is_sure_and_the_time_is_not(tmp_path: Path) -> None:
    meetings = "[{when: 毎週火曜 10:00, place: kawabe}, {when: 毎週木曜 10:00, place: 川辺の家}]"
    assert told(opening(tmp_path, "{role: member, title: 仲間}", meetings)) == ("", "川辺の家*")


def test_whoever_finds_no_time_is_told_to_ask_the_group_and_the_group_to_write_it(tmp_path: Path) -> None:
    call = "{role: member, title: 会員, text: 12月20日の朝です, beginners_ok: はい}"
    pages = pages_of(tmp_path, call)
    said = facts(page(pages, "会員"))
    assert (said["場所"], said["日時"]) == (ASK, ASK)
    assert texts(pages["wanted/index.html"], "p", "wanted__whose") == [f"場所と日時は、{ASK}。"]
    problems = load(content(tmp_path / "check", town(call)), "content", TODAY).problems
    assert [dict(p.facts)["missing"] for p in problems if p.rule == "opening-vague"] == ["場所"]


def test_what_is_taken_from_a_meeting_is_no_fact_of_the_entry_for_search_engines(tmp_path: Path) -> None:
    call = "{role: volunteer, title: 水をやる人, text: 花壇です, posted: 2026-11-01}"
    found = data(page(pages_of(tmp_path, call, ONE), "水をやる人"))
    assert found["@type"] == "JoinAction"
    assert "location" not in found
    assert found["description"] == "花壇です"


DATED = "{role: volunteer, title: 落ち葉の掃除, place: 西の家, posted: 2026-11-01, when: '2026年12月6日 9:00-11:00'}"


@pytest.mark.parametrize(
    ("when", "cells"),
    [
        ("2026年12月6日 9:00-11:00", {(6, "morning")}),
        ("2027年1月9日（土）13:00-15:00", {(5, "afternoon")}),
        ("2027年1月9日・10日", {(5, "any"), (6, "any")}),
        ("金曜 22:00-2:00", {(4, "evening")}),
        ("毎週金曜 22時〜2時", {(4, "evening")}),
        ("相談して決めます", set()),
    ],
)
def test_the_day_of_an_entry_lies_in_a_part_of_the_week(tmp_path: Path, when: str, cells: set[tuple[int, str]]) -> None:
    assert opening(tmp_path, f"{{role: member, title: 仲間, when: '{when}', place: 西の家}}").cells == cells


def test_an_entry_of_one_day_is_found_by_its_day_and_as_one_for_once(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, DATED)
    (card,) = elements(pages["wanted/index.html"], "li", "wanted")
    assert json.loads(card.attributes["data-facets"])["time"] == ["日曜の午前"]
    directory = load(content(tmp_path / "match", town(DATED)), "content", TODAY).directory
    found = matches(reader_of(directory))
    (number,) = (n for n, each in enumerate(found.documents) if each.title == "落ち葉の掃除")
    assert found.degrees["when"]["sunday-morning"][number] == "full"
    assert number not in found.degrees["when"].get("saturday-morning", {})
    assert found.degrees["often"]["once"][number] == "said"
    assert data(page(pages, "落ち葉の掃除"))["jobStartDate"] == "2026-12-06"


def test_an_entry_of_one_day_leaves_the_lists_when_it_is_past(tmp_path: Path) -> None:
    there = pages_of(tmp_path / "there", DATED, today=date(2026, 12, 6))
    gone = pages_of(tmp_path / "gone", DATED, today=date(2026, 12, 7))
    (name,) = (n for n in there if n.startswith("wanted/aoi-"))
    assert "落ち葉の掃除" in there["wanted/index.html"]
    assert "いま募集はありません" in gone["wanted/index.html"]
    assert "この募集は終わりました" in gone[name]
    problems = load(content(tmp_path / "check", town(DATED)), "content", date(2026, 12, 7)).problems
    assert [p.rule for p in problems if p.rule.startswith("opening")] == ["opening-over"]


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("一回からでも歓迎です", True),
        ("一日だけの方も歓迎", True),
        ("週に半日から", False),
        ("月に一度からで十分です", False),
        ("月一回からどうぞ", False),
    ],
)
def test_how_often_one_comes_again_and_again_is_not_once(tmp_path: Path, text: str, once: bool) -> None:
    call = f"{{role: volunteer, title: 手伝う人, text: {text}, when: 毎週火曜 10:00, place: 西の家}}"
    found = matches(reader_of(load(content(tmp_path, town(call)), "content", TODAY).directory))
    (number,) = (n for n, each in enumerate(found.documents) if each.title == "手伝う人")
    assert (number in found.degrees["often"].get("once", {})) is once


REST = "{role: successor, title: 二代目になりませんか, text: 三回は先代が横にいます, until: 2099-06-30}"


def test_a_group_at_rest_still_looks_for_who_carries_it_on(tmp_path: Path) -> None:
    calls = f"{REST}, {{role: member, title: 会員}}, {{role: member, title: 再開をいっしょに考える方}}"
    pages = pages_of(tmp_path, calls, ONE, status="resting", succession="{status: looking}")
    assert set(texts(pages["wanted/index.html"], "h3", "wanted__title")) == {
        "二代目になりませんか",
        "再開をいっしょに考える方",
    }
    assert "三回は先代が横にいます" in pages["groups/aoi/index.html"]
    html = page(pages, "二代目になりませんか")
    assert "いまお休みしています" in html
    assert "三回は先代が横にいます" in html
    assert "042-000-0001" in html
    # The meetings rest as well.
    assert facts(html)["日時"] == ASK
    assert "いまお休みしています" in page(pages, "会員")


def test_who_ended_looks_for_nobody(tmp_path: Path) -> None:
    assert "二代目" not in pages_of(tmp_path, REST, ONE, status="ended")["wanted/index.html"]


def urls(folder: Path, calls: str) -> list[str]:
    found = opportunities(load(content(folder, town(calls)), "content", TODAY).directory)
    return [each.url for each in found]


def test_an_id_is_the_end_of_an_address_whatever_the_title(tmp_path: Path) -> None:
    calls = "{role: member, title: 合唱の仲間, id: b3f09c}, {role: member, title: 合唱の仲間}"
    assert urls(tmp_path / "a", calls)[0] == "wanted/aoi-b3f09c/"
    assert urls(tmp_path / "b", calls.replace("合唱の仲間, id", "歌う仲間, id"))[0] == "wanted/aoi-b3f09c/"
    assert len(set(urls(tmp_path / "c", calls))) == 2


def test_an_id_is_nobody_elses_in_whatever_order(tmp_path: Path) -> None:
    (own,) = urls(tmp_path / "a", "{role: member, title: 仲間}")
    name = own.removeprefix("wanted/aoi-").removesuffix("/")
    calls = (
        "{role: member, title: 仲間}",
        f"{{role: volunteer, title: 係, id: {name}}}",
        f"{{role: volunteer, title: 当番, id: {name}}}",
    )
    first, second, third = urls(tmp_path / "b", ", ".join(calls))
    assert second == own
    assert len({first, second, third}) == 3


@pytest.mark.parametrize("id_", ["../x", "A1", "a b", "<b>", "あ", "-"])
def test_whatever_stands_as_an_id_an_address_has_letters_and_digits(tmp_path: Path, id_: str) -> None:
    (url,) = urls(tmp_path, f"{{role: member, title: 仲間, id: '{id_}'}}")
    assert re.fullmatch("wanted/aoi-[0-9a-f]{6}/", url)
