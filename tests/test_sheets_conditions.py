"""An office's list of grants in its own words: what is sure is read, and no condition is lost."""

from pathlib import Path
from typing import Any

import pytest

from generator.directory.model import Directory
from generator.matching.applications import Applications
from generator.pages.chances import Chances
from generator.reading.read import read
from generator.reading.strict import parse
from generator.sheets.book import open_book, said_in
from generator.sheets.csvs import write_csv
from generator.sheets.lines import Said
from generator.sheets.plan import Result, plan
from tests.folders import GROUP, TODAY, content, loaded

HEAD = {
    "助成金の名前": "川べり助成",
    "助成する団体": "川べり基金",
    "ひとこと紹介": "道具を助成します。",
    "締切": "2027-01-15",
}


def result(folder: Path, cells: dict[str, str], files: dict[str, str] | None = None) -> Result:
    row = HEAD | cells
    file = folder / "grants.csv"
    file.write_bytes(write_csv([tuple(row), tuple(row.values())]))
    reading = read(content(folder / "town", files or {}), "content")
    book = open_book(file)
    told = said_in(book, reading)  # type: ignore[arg-type]
    assert isinstance(told, Said)
    (found,) = plan(told, reading, TODAY).results
    return found


def grant(folder: Path, **cells: str) -> dict[str, Any]:
    found = result(folder, cells)
    assert not found.failed
    assert found.draft
    made: dict[str, Any] = parse(found.draft.after)
    return made


@pytest.mark.parametrize(
    ("column", "cell", "eligible"),
    [
        ("活動年数", "3年以上", {"years": "3"}),
        ("活動年数", "1年", {"years": "1"}),
        ("活動年数", "5年以内", {"years_most": "5"}),
        ("活動年数", "1年以上3年以内", {"years": "1", "years_most": "3"}),
        ("活動年数の上限", "5年以内", {"years_most": "5"}),
        ("会員数", "１０名以上", {"members": "10"}),
        ("登録団体だけ", "要登録", {"registered": "yes"}),
        ("活動年数", "おおむね3年", {"note": "活動年数：おおむね3年"}),
        ("会員数", "若干名", {"note": "会員数：若干名"}),
        ("登録団体だけ", "優先あり（要相談）", {"note": "登録団体だけ：優先あり（要相談）"}),
        (
            "団体の種類",
            "ボランティア団体、法人格のない団体",
            {"note": "団体の種類：ボランティア団体、法人格のない団体"},
        ),
        ("対象の地域", "港南地区", {"note": "対象の地域：港南地区"}),
    ],
)
def test_conditions_are_read_where_they_are_sure_and_kept_in_words_where_not(
    tmp_path: Path, column: str, cell: str, eligible: dict[str, str]
) -> None:
    assert grant(tmp_path, **{column: cell})["eligible"] == eligible


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("締切の決まり", "当日消印有効", {"rule": "postmarked"}),
        ("締切の決まり", "必着。窓口は17時まで", {"description": "締切の決まり：必着。窓口は17時まで"}),
        ("毎年募集", "毎年", {"yearly": "yes"}),
        ("毎年募集", "あり", {"yearly": "yes"}),
        ("毎年募集", "年2回", {"description": "毎年募集：年2回"}),
        ("助成額・上限", "上限なし", {"amount": {"note": "上限なし"}}),
        ("助成額・上限", "上限10万円", {"amount": {"most": "100000"}}),
        ("助成額・上限", "経費による", {"amount": {"note": "上限：経費による"}}),
    ],
)
def test_rules_rounds_and_amounts_too(tmp_path: Path, column: str, cell: str, said: dict[str, Any]) -> None:
    made = grant(tmp_path, **{column: cell})
    assert {name: made.get(name) for name in said} == said


def test_what_is_kept_in_words_is_told_at_its_cell(tmp_path: Path) -> None:
    (remark,) = result(tmp_path, {"活動年数": "おおむね3年"}).remarks
    assert (remark.where, remark.words) == (
        "grants.csv!E2",
        "「おおむね3年」は読み取れないので、文のまま「対象になる団体・条件」に入れました。",
    )


def test_words_are_added_to_the_conditions_that_a_list_or_the_site_has_already(tmp_path: Path) -> None:
    made = grant(tmp_path, 活動年数="おおむね3年", 会員数="若干名", 条件="市内で活動していること")
    assert made["eligible"]["note"] == "市内で活動していること\n活動年数：おおむね3年\n会員数：若干名\n"
    ours = "title: 川べり助成\nfunder: 川べり基金\nsummary: 道具を助成します。\neligible: 先着順\ncloses: 2027-01-15\n"
    (tmp_path / "again").mkdir()
    again = result(tmp_path / "again", {"活動年数": "おおむね3年"}, {"grants/kawaberi.yaml": ours})
    assert again.draft
    assert parse(again.draft.after)["eligible"] == {"note": "先着順\n活動年数：おおむね3年\n"}


def test_no_group_is_told_that_nothing_is_asked_of_it(tmp_path: Path) -> None:
    found = result(tmp_path, {"活動年数": "おおむね3年", "会員数": "若干名"})
    assert found.draft
    directory: Directory = loaded(
        tmp_path / "site", {"groups/a.yaml": GROUP, "grants/a.yaml": found.draft.after}
    ).directory
    (chance,) = Chances(directory, Applications(directory)).view(directory.group_of["a"]).open
    assert chance.standing == "条件は、助成する団体へお尋ねください。"
    assert [each.asked for each in chance.reasons] == ["活動年数：おおむね3年\n会員数：若干名"]
