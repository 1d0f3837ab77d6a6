"""What a call for people does not say is named, once the meetings of its group are taken; what contradicts, too."""

from pathlib import Path

import pytest

from generator.build import load
from generator.japanese.answers import says_nothing
from generator.problems import Problem
from generator.rules import message
from generator.rules.letters import LETTERS
from tests.folders import PLACE, TODAY, content
from tests.test_browsing import group

MEETING = "[{when: 毎週水曜 10:00-12:00, place: 川辺の家}]"


def problems(folder: Path, call: str, meetings: str = "[]", **said: str) -> list[Problem]:
    text = group("青い会", "あおいかい", recruiting=f"[{call}]", meetings=meetings, **said)
    return list(
        load(content(folder, {"groups/aoi.yaml": text, "places/kawabe.yaml": PLACE}), "content", TODAY).problems
    )


def missing(folder: Path, call: str, meetings: str = "[]", **said: str) -> list[str]:
    """What the one warning says is missing."""
    found = [p for p in problems(folder, call, meetings, **said) if p.rule == "opening-vague"]
    return [] if not found else str(dict(found[0].facts)["missing"]).split("」「")


def test_place_time_what_for_whom_and_until_are_named(tmp_path: Path) -> None:
    assert missing(tmp_path, "{role: volunteer, title: ボランティア募集中！}") == [
        "場所",
        "日時",
        "内容",
        "だれに",
        "締切",
    ]


def test_the_meetings_of_the_group_tell_place_and_time(tmp_path: Path) -> None:
    assert missing(tmp_path, "{role: volunteer, title: 花に水をやる人}", MEETING) == []
    assert missing(tmp_path, "{role: volunteer, title: 花に水をやる人}", "[{when: 毎週水曜 10:00}]") == [
        "場所",
        "だれに",
        "締切",
    ]


def test_what_is_done_from_home_needs_neither_place_nor_time(tmp_path: Path) -> None:
    assert missing(tmp_path, "{role: volunteer, title: 会報を書く人, from_home: はい}") == []


@pytest.mark.parametrize("more", ["until: 2026-01-01", "until: 2026-11-22"])
def test_nobody_is_asked_about_what_is_over(tmp_path: Path, more: str) -> None:
    assert missing(tmp_path, f"{{role: volunteer, title: 募集中, {more}}}") == []


def test_a_resting_group_is_not_asked(tmp_path: Path) -> None:
    assert missing(tmp_path, "{role: volunteer, title: 募集中}", status="resting") == []


def test_a_title_that_says_nothing_is_enough_with_words_beside_it(tmp_path: Path) -> None:
    assert missing(tmp_path, "{role: member, title: 募集中}", MEETING)[0] == "内容"
    assert missing(tmp_path, "{role: member, title: 募集中, text: 花を植えます}", MEETING) == []


@pytest.mark.parametrize(
    "title",
    [
        "募集中",
        "会員募集中！",
        "ボランティア大募集",
        "新規会員を募集しています",
        "随時",
        "スタッフ募集",
        "仲間",
        "講師の方",
    ],
)
def test_a_title_that_names_only_the_role_says_nothing(title: str) -> None:
    assert says_nothing(title)


@pytest.mark.parametrize(
    "title", ["花の水やりボランティア", "会報を書く人", "合唱の仲間", "小学生の会員", "監事（1名）", "講師（茶道）"]
)
def test_a_title_that_names_the_work_or_the_people_says_something(title: str) -> None:
    assert not says_nothing(title)


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ("number: 0", "nobody-wanted"),
        ("number: ０名", "nobody-wanted"),
        ("from_home: はい, place: 川辺の家", "home-with-place"),
        ("posted: 2027-02-01, until: 2027-01-01", "end-before-start"),
    ],
)
def test_what_contradicts_itself_is_noted(tmp_path: Path, more: str, rule: str) -> None:
    found = problems(tmp_path, f"{{role: member, title: 花を植える人, {more}}}", MEETING)
    assert [p.rule for p in found] == [rule]


@pytest.mark.parametrize(
    "more",
    [
        "number: 1",
        "number: 若干名",
        "number: 2〜3人",
        "from_home: はい",
        "posted: 2026-11-01, until: 2027-01-01",
        "ages: 若い方",
    ],
)
def test_what_does_not_is_not(tmp_path: Path, more: str) -> None:
    assert problems(tmp_path, f"{{role: member, title: 花を植える人, {more}}}", MEETING) == []


def test_the_words_name_the_call_and_what_is_missing(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "{role: volunteer, title: 募集中}", MEETING)
    assert message(found).startswith("募集「ボランティアを募集しています」に、「内容」「だれに」「締切」が")
    assert "what, who, until when" in message(found, "en")
    assert {"opening-vague", "home-with-place", "nobody-wanted"} <= LETTERS.keys()
