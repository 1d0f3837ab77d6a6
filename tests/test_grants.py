"""Grants: what is open now, until when and for whom, is found and shown; what is over is said to be."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.directory.model import Directory, PlainEntry
from generator.form.page import form_pages
from generator.intake.arrivals import Received, arrival
from generator.issueforms import issue_forms
from generator.matching.applications import Applications
from generator.models.base import label_of
from generator.models.grant import Grant
from generator.pages.grant import grant_page
from generator.pages.grants import grant_lists
from generator.pages.views import Page
from generator.reading.read import read
from generator.rules import advice, message
from generator.search.documents import PAST, SearchDocument
from generator.search.records import documents
from generator.search.suggest import suggestions
from generator.settings import Send, Settings
from generator.sheets.book import open_book, said_in
from generator.sheets.csvs import write_csv
from generator.sheets.grid import Unread
from generator.sheets.layout import wide
from generator.sheets.plan import plan
from generator.wording.grants import grant_line, grant_state
from tests.folders import GROUP, TODAY, content, loaded, problems

OPEN = """\
title: 川べり助成
kana: かわべりじょせい
funder: 川べり基金
summary: 川の掃除の道具を助成します。
fields: [environment]
eligible:
  kinds: [volunteer, npo]
  years: 2
  members: 5
  registered: yes
amount:
  most: 10万円
  rate: 経費の2分の1以内
purpose: 長ぐつと網。食事代は対象になりません。
closes: 2027-01-15
rule: 必着
contact:
  phone: 042-000-0091
"""
ALWAYS = OPEN.replace("川べり助成", "いつでも助成").replace("2027-01-15", "随時").replace("rule: 必着\n", "")
AHEAD = (
    OPEN.replace("川べり助成", "春の助成").replace("closes:", "opens: 2027-02-01\ncloses:").replace("01-15", "03-10")
)
OVER = OPEN.replace("川べり助成", "秋の助成").replace("2027-01-15", "2026-10-31").replace("必着", "消印有効")
ALL = {f"grants/{slug}.yaml": text for slug, text in zip("abcd", (OVER, ALWAYS, AHEAD, OPEN), strict=True)}


@pytest.fixture
def directory(tmp_path: Path) -> Directory:
    return loaded(tmp_path, ALL).directory


def _grant(directory: Directory, slug: str) -> PlainEntry[Grant]:
    return next(entry for entry in directory.entries["grants"] if entry.slug == slug)


def _page(directory: Directory, slug: str) -> Page:
    return grant_page(directory, _grant(directory, slug), Settings(), Applications(directory))


def _lists(directory: Directory) -> dict[str, Page]:
    return {page.url: page for page in grant_lists(directory)}


def _document(directory: Directory, slug: str) -> SearchDocument:
    return next(each for each in documents(directory) if each.url == f"grants/{slug}/")


@pytest.mark.parametrize(("slug", "state"), [("a", "受付終了"), ("b", "受付中"), ("c", "受付前"), ("d", "受付中")])
def test_it_is_said_whether_applications_are_taken_today(directory: Directory, slug: str, state: str) -> None:
    assert grant_state(_grant(directory, slug).record, TODAY) == state


def test_the_last_day_still_counts(directory: Directory) -> None:
    grant = _grant(directory, "d").record
    assert grant_state(grant, date(2027, 1, 15)) == "受付中"
    assert grant_state(grant, date(2027, 1, 16)) == "受付終了"


def test_a_line_says_until_when_and_how_much(directory: Directory) -> None:
    lines = [grant_line(_grant(directory, slug).record, TODAY) for slug in "abcd"]
    assert lines == [
        "2026年10月31日（土）消印有効（終わりました）　上限100,000円　経費の2分の1以内",
        "随時受付　上限100,000円　経費の2分の1以内",
        "3月10日（水）必着　上限100,000円　経費の2分の1以内",
        "1月15日（金）必着　上限100,000円　経費の2分の1以内",
    ]


def test_the_page_says_for_whom_and_what_for(directory: Directory) -> None:
    view = _page(directory, "d").view
    facts = {fact.label: [line.text for line in fact.lines] for fact in view.facts}
    assert facts == {
        "助成する団体": ["川べり基金"],
        "締切": ["1月15日（金）必着"],
        "助成額": ["上限100,000円　経費の2分の1以内"],
        "対象になる団体": ["ボランティア団体、NPO法人", "活動2年以上", "会員5人以上", "センターに登録している団体"],
        "使いみち": ["長ぐつと網。食事代は対象になりません。"],
        "対象の分野": ["環境の保全"],
    }
    assert (view.notice, view.contact.phone) == ("", "042-000-0091")


def test_a_page_of_what_is_over_or_not_yet_open_says_so_first(directory: Directory) -> None:
    notices = [_page(directory, slug).view.notice for slug in "ac"]
    assert notices == ["この助成金の受付は終わりました。", "この助成金は、まだ受付が始まっていません。"]


def test_the_list_begins_with_what_is_open_the_nearest_deadline_first(directory: Directory) -> None:
    view = _lists(directory)["grants/"].view
    assert [(s.title, [card.name for card in s.cards]) for s in view.sections] == [
        ("締切のある助成金", ["川べり助成"]),
        ("いつでも申し込める助成金", ["いつでも助成"]),
        ("これから受付が始まる助成金", ["春の助成"]),
    ]
    assert [section.cards[0].calls for section in view.sections] == [
        ("1月15日（金）必着", "あと53日"),
        ("随時受付",),
        (),
    ]
    assert view.sections[2].cards[0].badges[:2] == ("2月1日（月）から", "3月10日（水）必着")
    assert "2026年11月23日（月）現在" in view.lead


def test_where_there_is_no_grant_the_list_is_kept_from_search_engines(tmp_path: Path) -> None:
    directory = loaded(tmp_path).directory
    assert _lists(directory)["grants/"].hidden
    assert _lists(directory)["grants/"].view.empty == "まだ助成金の案内はありません。"


def test_the_search_puts_what_can_be_applied_for_before_what_is_over(directory: Directory) -> None:
    over, soon = _document(directory, "a"), _document(directory, "d")
    assert (over.kind, over.badges, over.weight, over.ahead) == ("grant", ("受付終了",), PAST, False)
    assert (soon.badges, soon.weight, soon.ahead, soon.day) == (("受付中",), 0, True, "2027-01-15")
    assert soon.fields == ("環境の保全",)
    assert "長ぐつと網" in soon.body


def test_a_grant_is_suggested_by_its_title_and_its_reading(directory: Directory) -> None:
    found = [(each.what, each.spellings) for each in suggestions(directory) if each.url == "grants/d/"]
    assert found == [("助成金", ("川べり助成", "かわべりじょせい"))]


def _rules(folder: Path, text: str) -> list[tuple[int, str]]:
    return [(p.where.line, p.rule) for p in problems(folder, {"grants/a.yaml": text})]


def test_a_good_grant_has_no_problem(tmp_path: Path) -> None:
    assert [_rules(tmp_path / str(n), text) for n, text in enumerate((OPEN, ALWAYS, AHEAD))] == [[], [], []]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("2027-01-15", "2026-10-31", "until-past"),
        ("2027-01-15", "年明け", "date"),
        ("closes: 2027-01-15", "opens: 2027-02-01\ncloses: 2027-01-15", "end-before-start"),
        ("042-000-0091", "090-0000-0091", "private-phone"),
        ("川べり助成", "見本活動助成", "starter-value"),
        ("[volunteer, npo]", "[clubs]", "unknown-term"),
        ("必着", "その日まで", "unknown-choice"),
        ("funder: 川べり基金\n", "", "missing-field"),
        ("closes: 2027-01-15\n", "", "missing-field"),
    ],
)
def test_what_is_wrong_with_a_grant_is_found_where_it_stands(tmp_path: Path, old: str, new: str, rule: str) -> None:
    assert [name for _, name in _rules(tmp_path, OPEN.replace(old, new))] == [rule]


def test_a_deadline_that_has_passed_is_called_by_its_kind(tmp_path: Path) -> None:
    found = problems(tmp_path, {"grants/a.yaml": OVER})
    assert [dict(p.facts)["label"] for p in found] == ["助成金"]


def test_the_form_for_grants_is_for_the_staff_who_know_its_address() -> None:
    pages = [make() for make in form_pages({}, Settings(send=Send(paper=True)))]
    grant = next(page for page in pages if page.url == "edit/grant/")
    assert (grant.title, grant.hidden) == ("助成金をのせる・直す", True)
    led_to = {url for page in pages for _, url in page.view.others}
    assert led_to == {"edit/", "edit/event/"}
    assert {name for name, _ in issue_forms({}, Settings())} == {"group.yml", "event.yml", "config.yml"}


def test_a_form_about_a_grant_makes_its_file(tmp_path: Path) -> None:
    reading = read(content(tmp_path), "content")
    pairs = [
        ("_hiroba", "1"),
        ("_kind", "grant"),
        *(("title", "川べり助成"), ("kana", "かわべりじょせい"), ("funder", "川べり基金")),
        *(("summary", "川の道具を助成します。"), ("closes", "令和9年1月15日"), ("amount.most", "10万円")),
        *(("eligible.kinds", "volunteer"), ("eligible.years", "1"), ("eligible.years_most", "5")),
    ]
    made = arrival(Received("form.json", "", pairs), reading, TODAY).draft
    assert made is not None
    assert (made.folder, made.slug, made.problems) == ("grants", "kawaberijosei", ())
    assert "closes: 2027-01-15" in made.after
    assert "eligible:\n  kinds: [volunteer]\n  years: 1\n  years_most: 5\n" in made.after
    assert "schema/grant.json" in made.after


def test_grants_go_through_a_sheet_and_back_without_a_change(tmp_path: Path) -> None:
    reading = read(content(tmp_path, ALL), "content")
    layout, lost = wide(reading, "grants")
    file = tmp_path / "grants.csv"
    data = write_csv([[column.label for column in layout.columns], *layout.rows])
    file.write_bytes(data)
    book = open_book(file)
    assert not isinstance(book, Unread)
    told = said_in(book, reading)
    assert not isinstance(told, Unread)
    assert (lost, told.folder) == ((), "grants")
    results = plan(told, reading, TODAY).results
    assert [(result.slug, result.draft) for result in results] == [(slug, None) for slug in "abcd"]


def test_a_starter_is_made_by_the_command(tmp_path: Path) -> None:
    folder = content(tmp_path)
    done = CliRunner().invoke(main, ["new", "grant", "kawaberi", "--content", str(folder)])
    assert done.exit_code == 0
    assert "締切" in (folder / "grants" / "kawaberi.yaml").read_text(encoding="utf-8")


def test_a_grant_and_a_group_may_have_one_name(tmp_path: Path) -> None:
    group = GROUP.replace("川あかりの会", "川べり助成").replace("かわあかりのかい", "かわべりじょせい")
    assert problems(tmp_path, {"groups/kawaberi.yaml": group, "grants/kawaberi.yaml": OPEN}) == ()


def test_search_engines_are_told_who_gives_how_much(directory: Directory) -> None:
    settings = Settings(site_url="https://hiroba.example.org/")
    (data,) = grant_page(directory, _grant(directory, "d"), settings, Applications(directory)).data
    assert data == {
        "@context": "https://schema.org",
        "@type": "MonetaryGrant",
        "name": "川べり助成",
        "description": "川の掃除の道具を助成します。",
        "url": "https://hiroba.example.org/grants/d/",
        "funder": {"@type": "Organization", "name": "川べり基金"},
        "amount": {"@type": "MonetaryAmount", "currency": "JPY", "maxValue": 100000},
    }


def test_who_may_apply_by_years_is_found_by_the_search(tmp_path: Path) -> None:
    text = OPEN.replace("  years: 2\n", "  years: 2\n  years_most: 9\n")
    directory = loaded(tmp_path, {"grants/d.yaml": text}).directory
    assert "活動9年以内" in _document(directory, "d").body
    facts = {fact.label: [line.text for line in fact.lines] for fact in _page(directory, "d").view.facts}
    assert facts["対象になる団体"][1:3] == ["活動2年以上", "活動9年以内"]


def test_a_title_in_two_lines_is_told_where_details_go(tmp_path: Path) -> None:
    (found,) = problems(
        tmp_path, {"grants/a.yaml": ALWAYS.replace("title: いつでも助成", "title: |\n  いつでも\n  助成")}
    )
    assert (found.rule, label_of(Grant, "description") in advice(found)) == ("line-break", True)


@pytest.mark.parametrize("text", ["[]", "- title: 助成\n"])
def test_a_file_that_is_no_record_is_told_what_one_looks_like(tmp_path: Path, text: str) -> None:
    (found,) = problems(tmp_path, {"grants/a.yaml": text})
    assert message(found) == "「ファイルの中身」の書き方が違います。「項目: 内容」の行で書いてください。"
    assert advice(found) == "例：title: 見本活動助成"


@pytest.mark.parametrize("name", ["years", "years_most"])
def test_years_that_nobody_reaches_are_a_slip(tmp_path: Path, name: str) -> None:
    text = f"{ALWAYS.split('eligible:')[0]}eligible:\n  {name}: %s\ncloses: 随時\n"
    assert [p.rule for p in problems(tmp_path / "a", {"grants/a.yaml": text % 9999})] == ["years-absurd"]
    assert problems(tmp_path / "b", {"grants/a.yaml": text % 100}) == ()
