"""The lists of grants: days left, who may apply, what one can narrow down by, and what is over by year."""

import json
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from generator.build import load
from generator.japanese.rates import rates_in
from generator.pages.grants import grant_lists
from generator.pages.parts import Card
from generator.pages.views import Page
from generator.wording.grants import again_words, days_left, grant_facts, who_words
from tests.folders import TODAY, content, loaded
from tests.models import grant_of

GRANT = """\
title: 川べり助成
funder: 川べり基金
summary: 川の道具を助成します。
closes: 2027-01-15
"""
OVER = GRANT.replace("川べり助成", "秋の助成").replace("2027-01-15", "2026-10-31")


def lists(folder: Path, *grants: str, today: date = TODAY) -> dict[str, Page]:
    files = {f"grants/g{n}.yaml": text for n, text in enumerate(grants)}
    directory = load(content(folder, files), "content", today).directory
    return {page.url: page for page in grant_lists(directory)}


def cards(page: Page) -> list[Card]:
    return [card for section in page.view.sections for card in section.cards]


def facets(folder: Path, *grants: str) -> list[dict[str, list[str]]]:
    return [json.loads(card.facets) for card in cards(lists(folder, *grants)["grants/"])]


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "今日まで"), (1, "明日まで"), (2, "あと2日"), (12, "あと12日"), (400, "あと400日"), (-1, "")],
)
def test_days_left_are_counted_from_the_day_of_the_build(days: int, words: str) -> None:
    assert days_left(grant_of(closes=(TODAY + timedelta(days=days)).isoformat()), TODAY) == words


def test_no_days_are_left_of_what_is_always_open_or_not_yet() -> None:
    assert days_left(grant_of(closes="随時"), TODAY) == ""
    assert days_left(grant_of(opens="2026-12-01"), TODAY) == ""


@pytest.mark.parametrize(
    ("eligible", "words"),
    [
        (None, ()),
        ({"kinds": ["volunteer", "npo"]}, ("ボランティア団体・NPO法人",)),
        ({"years": 2, "years_most": 5, "members": 5}, ("活動2年以上", "活動5年以内", "会員5人以上")),
        ({"registered": "はい", "note": "市内であること"}, ("登録団体", "ほかに条件あり")),
        ({"note": "市内であること"}, ("条件あり",)),
        ({"years": 0, "members": 0, "registered": "いいえ"}, ()),
    ],
)
def test_who_may_apply_is_said_in_few_words(tmp_path: Path, eligible: object, words: tuple[str, ...]) -> None:
    assert who_words(loaded(tmp_path).directory, grant_of(eligible=eligible)) == words


def test_many_kinds_are_counted(tmp_path: Path) -> None:
    grant = grant_of(eligible={"kinds": ["volunteer", "npo", "circle"]})
    assert who_words(loaded(tmp_path).directory, grant) == ("ボランティア団体など3種類",)


def test_the_next_round_is_told_only_where_the_source_says_that_there_is_one() -> None:
    assert again_words(grant_of(yearly="はい", opens="2026-11-05")) == "毎年11月ごろ受付"
    assert again_words(grant_of(opens="2026-11-05")) == ""
    assert again_words(grant_of(yearly="はい")) == ""


def test_what_is_over_stands_in_the_list_of_its_year_and_nowhere_else(tmp_path: Path) -> None:
    yearly = OVER.replace("closes", "opens: 2026-10-01\nyearly: はい\ncloses")
    found = lists(tmp_path, GRANT, yearly, OVER.replace("秋", "春").replace("2026-10-31", "2025-04-30"))
    assert list(found) == ["grants/", "grants/2026.html", "grants/2025.html"]
    assert [card.name for card in cards(found["grants/"])] == ["川べり助成"]
    assert [(link.text, link.url, link.number) for link in found["grants/"].view.ways] == [
        ("2026年に締め切った助成金", "grants/2026.html", 1),
        ("2025年に締め切った助成金", "grants/2025.html", 1),
    ]
    (card,) = cards(found["grants/2026.html"])
    assert (card.name, card.quiet, card.calls) == ("秋の助成", "受付終了", ())
    assert card.badges == ("2026年10月31日（土）まで", "毎年10月ごろ受付")
    assert cards(found["grants/2025.html"])[0].badges == ("2025年4月30日（水）まで",)
    assert [link.url for link in found["grants/2025.html"].view.ways] == ["grants/", "grants/2026.html"]


def test_a_city_whose_grants_are_all_over_says_so_and_leads_to_them(tmp_path: Path) -> None:
    found = lists(tmp_path, OVER)
    assert (found["grants/"].view.empty, found["grants/"].hidden) == ("いま申し込める助成金の案内はありません。", False)


def test_the_list_changes_with_the_day(tmp_path: Path) -> None:
    soon = lists(tmp_path, GRANT, today=date(2027, 1, 15))["grants/"]
    assert cards(soon)[0].calls == ("1月15日（金）まで", "今日まで")
    assert "2027年1月15日（金）現在" in soon.view.lead
    assert list(lists(tmp_path / "later", GRANT, today=date(2027, 1, 16))) == ["grants/", "grants/2027.html"]


def test_amounts_and_rates_stand_under_each_band_that_they_reach(tmp_path: Path) -> None:
    one, other = facets(
        tmp_path,
        f"{GRANT}amount:\n  most: 30万円\n  rate: 対象経費の3分の2以内\n",
        f"{GRANT}amount: 上限なし\n",
    )
    assert one["amount"] == ["1万円以上", "5万円以上", "10万円以上", "30万円以上"]
    assert one["rate"] == ["3分の2以上", "2分の1以上"]
    assert (other.get("amount"), other.get("rate")) == (None, None)


def test_a_grant_for_every_field_stands_under_each_once_another_is_for_some(tmp_path: Path) -> None:
    (alone,) = facets(tmp_path / "one", GRANT)
    assert alone == {"open": ["締切あり"]}
    some, every = facets(tmp_path / "two", f"{GRANT}fields: [environment]\n", GRANT)
    assert some["field"] == ["環境の保全"]
    assert every["field"] == ["環境の保全", "福祉", "子ども", "趣味"]


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("対象になる経費の2分の1以内", ["1/2"]),
        ("三分の二", ["2/3"]),
        ("１／３", ["1/3"]),
        ("80％以内", ["4/5"]),
        ("33.3%", ["333/1000"]),
        ("8割5分", ["17/20"]),
        ("10割", ["1"]),
        ("全額", ["1"]),
        ("100分の10から100分の50まで", ["1/10", "1/2"]),
        ("初年度3分の2、2年目2分の1", ["2/3", "1/2"]),
        ("2分の3", ["3/2"]),
        ("0分の1", []),
        ("決まりはありません", []),
        ("1" * 5000, []),
    ],
)
def test_rates_are_read_as_notices_write_them(text: str, rates: list[str]) -> None:
    assert list(rates_in(text)) == [Fraction(rate) for rate in rates]


def test_the_page_names_the_day_from_which_days_are_counted(tmp_path: Path) -> None:
    facts = grant_facts(loaded(tmp_path).directory, grant_of(rule="必着"))
    (deadline,) = next(fact.lines for fact in facts if fact.label == "締切")
    assert (deadline.text, deadline.note) == ("1月15日（金）必着", "11月23日現在、あと53日")
