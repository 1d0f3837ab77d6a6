"""A meeting keeps its time, place and note together, on every page, in lists, in letters, in data and in search."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.build import load
from generator.japanese.recurrence import Recurrence, parse_recurrence
from generator.wording.days import short_days
from generator.wording.groups import day_line
from tests.conftest import SAMPLE_DAY, Built
from tests.folders import GROUP, OTHER_GROUP, PLACE
from tests.form_table import SCRIPTS, SHOW, table
from tests.poured import Pages, elements, linked_data, poured, texts
from tests.scripts_alone import alone
from tests.towns import CONTENT

# Two of three meetings at the same place, the third at a place that nobody lists, the fourth nowhere.
MEETINGS = """meetings:
  - {when: 毎週水曜 10:00-12:00, place: kawabe, note: 見学できます}
  - {when: 毎週土曜 13:00-15:00, place: oka}
  - {when: 毎月第1日曜 18:00-20:00, place: kawabe}
  - {when: 毎月第3金曜 9:00-10:00, place: 金山緑地公園の野外ステージ前の広場}
  - 年に2回
"""
OKA = PLACE.replace("川辺の家", "岡の集会所").replace("かわべのいえ", "おかのしゅうかいじょ")
FILES: dict[str, str | bytes] = {
    "groups/kawa-akari.yaml": GROUP + MEETINGS,
    "groups/hana.yaml": OTHER_GROUP + "meetings: {when: 毎週火曜 10:00-12:00, place: oka}\n",
    "places/oka.yaml": OKA + "address: 清瀬市岡1丁目\n",
    "places/kawabe.yaml": PLACE + "address: 清瀬市中里1丁目\n",
}
OWN = "groups/kawa-akari/index.html"


def _line(pages: Pages, name: str) -> str:
    """The line on the card of the group in a list."""
    cards = dict(zip(texts(pages[name], "h3", "card__name"), texts(pages[name], "p", "card__line"), strict=True))
    return cards["川あかりの会"]


def test_each_meeting_stands_with_its_own_place_and_note(tmp_path: Path) -> None:
    html = poured(tmp_path, FILES)[OWN]
    assert texts(html, "div", "meeting") == [
        "毎週水曜日 10:00〜12:00川辺の家清瀬市中里1丁目見学できます",
        "毎週土曜日 13:00〜15:00岡の集会所清瀬市岡1丁目",
        # The address of a place is said where the place is named first.
        "毎月第1日曜日 18:00〜20:00川辺の家",
        "毎月第3金曜日 9:00〜10:00金山緑地公園の野外ステージ前の広場",
        "年に2回",
    ]
    links = [e.attributes["href"] for e in elements(html, "a") if "/places/" in e.attributes.get("href", "")]
    assert links[:3] == [f"../../places/{slug}/" for slug in ("kawabe", "oka", "kawabe")]
    assert texts(html, "th")[0] == "いつ・どこで"


def test_meetings_of_which_no_place_is_told_do_not_speak_of_places(tmp_path: Path) -> None:
    html = poured(tmp_path, {"groups/kawa-akari.yaml": GROUP + "meetings: [毎週水曜, 毎週土曜]\n"})[OWN]
    assert texts(html, "th")[0] == "いつ"
    assert texts(html, "div", "meeting") == ["毎週水曜日", "毎週土曜日"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("groups", "毎週水曜日 午前ほか 川辺の家"),
        ("times/weekday-morning", "毎週水曜日 午前ほか 川辺の家"),
        ("times/saturday-afternoon", "毎週土曜日 午後ほか 岡の集会所"),
        ("times/sunday-evening", "第1日曜日 夜ほか 川辺の家"),
        ("places/kawabe", "毎週水曜日 午前ほか 川辺の家"),
        ("places/oka", "毎週土曜日 午後ほか 岡の集会所"),
    ],
)
def test_a_card_shows_the_meeting_for_which_it_is_in_the_list(tmp_path: Path, name: str, line: str) -> None:
    assert _line(poured(tmp_path, FILES), f"{name}/index.html") == line


def test_a_group_that_is_near_by_its_place_is_shown_with_its_meeting_there(tmp_path: Path) -> None:
    html = poured(tmp_path, FILES)["groups/hana/index.html"]
    near = html[html.index('id="near"') :]
    assert texts(near, "p", "card__line") == ["毎週土曜日 午後ほか 岡の集会所"]


@pytest.mark.site
def test_every_card_of_the_sample_names_the_time_or_the_place_it_is_listed_under(each_site: Built) -> None:
    directory = load(each_site.content, "content", SAMPLE_DAY).directory
    days = {"weekday": "月火水木金平毎", "saturday": "土毎", "sunday": "日毎"}
    parts = {"morning": "午前", "afternoon": "午後", "evening": "夜"}
    seen = 0
    for page in sorted((each_site.site / "times").glob("*/index.html")):
        day, part = page.parent.name.split("-")
        for line in texts(page.read_text(encoding="utf-8"), "p", "card__line"):
            when = re.split("　| (?!午前|午後|夜)", line)[0]
            assert parts[part] in when, (page.parent.name, line)
            assert set(days[day]) & set(when), (page.parent.name, line)
            seen += 1
    for page in sorted((each_site.site / "places").glob("*/index.html")):
        name = directory.place_of[page.parent.name].name
        for line in texts(page.read_text(encoding="utf-8"), "p", "card__line"):
            assert name in line, (page.parent.name, line)
            seen += 1
    assert seen >= (60 if each_site.content == CONTENT else 0)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("毎週火曜 10:00-15:00", "毎週火曜日 午前・午後"),
        ("毎週火曜 13:00-17:00", "毎週火曜日 午後"),
        ("毎週火曜 16:00-18:30", "毎週火曜日 午後・夜"),
        ("毎週土曜 21:00-翌1:00", "毎週土曜日 夜"),
        ("毎週土曜（午前中）", "毎週土曜日 午前"),
        ("毎週土曜 10:00-12:00（雨天中止）", "毎週土曜日 午前"),
        ("月1回 10:00-12:00", "月1回 午前"),
    ],
)
def test_a_short_line_names_every_part_of_the_day_that_is_meant(when: str, words: str) -> None:
    found = parse_recurrence(when)
    assert isinstance(found, Recurrence)
    assert short_days(found) == words


@pytest.mark.browser
def test_the_form_puts_a_short_line_as_the_builder_does(chromium: Browser) -> None:
    directory = load(CONTENT, "content", SAMPLE_DAY).directory
    whens = {m.when for e in directory.groups for m in e.group.meetings}
    others = ("毎週火曜 10:00-15:00", "毎週火曜 16:00-18:30", "毎週土曜 21:00-翌1:00", "毎週土曜（午前中）")
    whens |= {r for r in map(parse_recurrence, others) if isinstance(r, Recurrence)}
    with alone(chromium, **SCRIPTS) as page:
        for when in sorted(whens, key=lambda each: each.text):
            page.evaluate(SHOW, ["group", {"meetings": [when.text]}, table(directory)])
            assert page.locator(".card__line").inner_text() == short_days(when), when.text


def test_a_place_of_the_directory_is_named_in_full_and_other_words_are_cut(tmp_path: Path) -> None:
    long = PLACE.replace("川辺の家", "川辺の家（むかしの水車小屋のとなり）")
    poured(tmp_path, {**FILES, "places/kawabe.yaml": long})
    directory = load(tmp_path / "content", "content", SAMPLE_DAY).directory
    entry = directory.group_of["kawa-akari"]
    assert day_line(entry, 0) == "毎週水曜日 午前ほか　川辺の家（むかしの水車小屋のとなり）"
    assert day_line(entry, 3) == "第3金曜日 午前ほか　金山緑地公園の野外ステージ前の…"


def test_linked_data_pairs_the_schedule_of_a_meeting_with_its_place(tmp_path: Path) -> None:
    (data,) = linked_data(poured(tmp_path, FILES)[OWN])
    wednesday, saturday, sunday, _, irregular = data["event"]
    assert wednesday["location"]["name"] == sunday["location"]["name"] == "川辺の家"
    assert wednesday["description"] == "毎週水曜日 10:00〜12:00　見学できます"
    assert saturday["location"]["name"] == "岡の集会所"
    assert saturday["eventSchedule"] == [
        {
            "@type": "Schedule",
            "repeatFrequency": "P1W",
            "byDay": ["SA"],
            "startTime": "13:00:00",
            "endTime": "15:00:00",
            "scheduleTimezone": "Asia/Tokyo",
        }
    ]
    assert (sunday["eventSchedule"][0]["repeatFrequency"], sunday["eventSchedule"][0]["byDay"]) == ("P1M", ["1SU"])
    # No days can be told, and no place.
    assert (irregular["description"], set(irregular)) == ("年に2回", {"@type", "name", "description"})


@pytest.mark.parametrize("remark", ["祝日は休み", "第1水曜は13:00〜15:00", "第1・3はけやきホール、第2・4は野塩"])
def test_linked_data_promises_no_days_and_times_that_a_remark_takes_away(tmp_path: Path, remark: str) -> None:
    group = GROUP + f"meetings: 毎週水曜 10:00-12:00（{remark}）\n"
    (data,) = linked_data(poured(tmp_path, {"groups/kawa-akari.yaml": group})[OWN])
    assert "eventSchedule" not in data["event"][0]
    assert remark in data["event"][0]["description"]


@pytest.mark.browser
@pytest.mark.site
def test_a_search_result_shows_the_meeting_that_was_asked_for(chromium: Browser, sample_server: str) -> None:
    directory = load(CONTENT, "content", SAMPLE_DAY).directory
    page = chromium.new_page(base_url=sample_server)
    page.goto("search/?time=土曜の午前&kind=group")
    lines = page.locator(".search-line")
    expect(lines.first).to_be_visible()
    found = {
        link.get_attribute("href") or "": line
        for link, line in zip(page.locator(".search-name a").all(), lines.all_inner_texts(), strict=True)
    }
    slugs = {address.rstrip("/").rsplit("/", 1)[-1]: line for address, line in found.items()}
    assert len(slugs) > 5
    for slug, line in slugs.items():
        assert ("saturday", "morning") in directory.group_of[slug].slots
        assert re.search("[土毎].*午前", line), (slug, line)
    page.close()
