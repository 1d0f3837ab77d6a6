"""Grants go out as a public list of 支援制度 in 34 columns and come back whole; lists of others come in."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.reading.read import Reading, read
from generator.reading.strict import parse
from generator.sheets.book import open_book, said_in
from generator.sheets.csvs import read_csv, write_csv
from generator.sheets.grid import Grid, Unread
from generator.sheets.lines import Said
from generator.sheets.plan import Plan, plan
from generator.sheets.scheme_export import scheme_rows
from generator.sheets.scheme_import import scheme_list
from generator.sheets.schemes import COLUMNS
from tests.folders import TODAY, content
from tests.towns import CONTENTS

HEAD = ",".join(COLUMNS)
GRANT = """\
title: 川べり助成
funder: 川べり基金
summary: 川の道具を助成します。
eligible:
  kinds: [volunteer]
  years: 2
  years_most: 9
  members: 5
  registered: yes
  note: 市内で活動していること
amount:
  most: 10万円
  rate: 2分の1以内
closes: 随時
yearly: yes
contact:
  phone: 042-000-0091
  phone_hours: 平日 10:00-16:00
description: |
  はじめての団体を優先します。

  - 書類による選考
"""


def listed(folder: Path, *rows: dict[str, str], head: tuple[str, ...] = COLUMNS) -> Path:
    """A list of 支援制度 as a file."""
    file = folder / "grants.csv"
    file.write_bytes(write_csv([head, *([row.get(name, "") for name in head] for row in rows)]))
    return file


def planned(file: Path, reading: Reading) -> Plan:
    book = open_book(file)
    assert not isinstance(book, Unread)
    told = said_in(book, reading)
    assert isinstance(told, Said)
    return plan(told, reading, TODAY)


def made(folder: Path, *rows: dict[str, str], head: tuple[str, ...] = COLUMNS) -> list[dict[str, Any]]:
    """The grants that a list makes in a folder without any, as data."""
    results = planned(listed(folder, *rows, head=head), read(content(folder / "town"), "content")).results
    return [parse(result.draft.after) for result in results if result.draft]


def test_there_are_the_34_columns_of_the_standard() -> None:
    assert (len(COLUMNS), len(set(COLUMNS)), COLUMNS[0], COLUMNS[-1]) == (34, 34, "制度番号", "公開終了日")


@pytest.mark.parametrize("folder", CONTENTS, ids=str)
def test_every_grant_of_the_samples_comes_back_as_it_went_out(tmp_path: Path, folder: Path) -> None:
    reading = read(folder, "content")
    rows, lost = scheme_rows(reading)
    file = tmp_path / "grants.csv"
    file.write_bytes(write_csv(rows))
    results = planned(file, reading).results
    assert lost == ()
    assert len(results) == len(reading.slugs["grants"]) >= 3
    assert [(result.slug, result.draft.after) for result in results if result.draft] == []


def test_a_list_makes_the_same_files_in_an_empty_folder(tmp_path: Path) -> None:
    rows, _ = scheme_rows(read(content(tmp_path / "ours", {"grants/kawaberi.yaml": GRANT}), "content"))
    file = tmp_path / "grants.csv"
    file.write_bytes(write_csv(rows))
    (result,) = planned(file, read(content(tmp_path / "theirs"), "content")).results
    assert result.draft
    assert result.slug == "kawaberi"
    assert parse(result.draft.after) == parse(GRANT) | {
        "amount": {"most": "100000", "rate": "2分の1以内"},
        "eligible": parse(GRANT)["eligible"] | {"registered": "yes"},
    }


def test_a_row_says_in_its_columns_what_they_are_for(tmp_path: Path) -> None:
    rows, _ = scheme_rows(read(content(tmp_path, {"grants/kawaberi.yaml": GRANT}), "content"), "132217")
    row = dict(zip(rows[0], rows[1], strict=True))
    assert {name: text for name, text in row.items() if text} == {
        "制度番号": "kawaberi",
        "全国地方公共団体コード": "132217",
        "タイトル（制度名）": "川べり助成",
        "対象者": "団体の種類：ボランティア団体\n活動年数：2年以上\n活動年数の上限：9年以内\n会員数：5人以上\n"
        "登録団体だけ：はい\n条件：市内で活動していること",
        "概要": "川の道具を助成します。",
        "内容": "はじめての団体を優先します。\n\n- 書類による選考\n【そのほかの項目】\n助成額・上限：100000円\n"
        "助成額・割合：2分の1以内",
        "受付備考": "締切：随時\n毎年募集：はい",
        "実施組織・支援機関": "川べり基金",
        "お問い合わせ先": "電話：042-000-0091\n電話の受付時間：平日 10:00-16:00",
    }


def test_what_is_too_long_for_its_column_stands_whole_elsewhere_and_is_told(tmp_path: Path) -> None:
    long = "川べりの花と鳥と魚とをみんなで見まもりつづけるための道具と会場とおやつの助成（春と秋の二回）"
    ours = content(tmp_path / "ours", {"grants/kawaberi.yaml": GRANT.replace("川べり助成", long)})
    rows, lost = scheme_rows(read(ours, "content"))
    row = dict(zip(rows[0], rows[1], strict=True))
    assert len(row["タイトル（制度名）"]) <= 40 < len(long)
    assert lost == ("kawaberi：「助成金の名前」は40文字までなので、全文を「内容」に入れました。",)
    file = tmp_path / "grants.csv"
    file.write_bytes(write_csv(rows))
    assert [result.draft for result in planned(file, read(ours, "content")).results] == [None]


THEIRS = {
    "制度番号": "012",
    "全国地方公共団体コード": "131083",
    "タイトル（制度名）": "まちの花いっぱい補助金",
    "サブタイトル（通称）": "花いっぱい",
    "対象者": "区内で活動する3人以上の団体",
    "用途・対象物": "花の苗と土",
    "対象地域群": "港南地区",
    "概要": "道ばたに花を植える団体へ補助します。",
    "利用・申請方法": "申請書を窓口へ",
    "受付開始日": "2026年12月1日",
    "受付終了日": "令和9年1月15日",
    "受付備考": "当日消印有効。先着順",
    "根拠法令": "花いっぱい補助金交付要綱",
    "詳細参照先": "https://example.org/hana",
    "実施組織・支援機関": "ひろば市;ひろば市花の会",
    "お問い合わせ先": "ひろば市みどり課　電話 042-000-0099",
    "キーワード": "環境の保全;花",
}


def test_the_list_of_another_city_makes_a_grant_and_loses_nothing(tmp_path: Path) -> None:
    assert made(tmp_path, THEIRS) == [
        {
            "title": "まちの花いっぱい補助金",
            "funder": "ひろば市、ひろば市花の会",
            "summary": "道ばたに花を植える団体へ補助します。",
            "fields": ["environment"],
            "eligible": {"note": "区内で活動する3人以上の団体"},
            "purpose": "花の苗と土",
            "opens": "2026-12-01",
            "closes": "2027-01-15",
            "rule": "postmarked",
            "apply": "申請書を窓口へ",
            "url": "https://example.org/hana",
            "description": "- 受付備考：当日消印有効。先着順\n- 問い合わせ先：ひろば市みどり課　電話 042-000-0099\n"
            "- キーワード：花\n- 対象地域群：港南地区\n- 通称：花いっぱい\n- 根拠法令：花いっぱい補助金交付要綱\n",
        }
    ]


def test_the_address_of_another_citys_grant_stays_the_same(tmp_path: Path) -> None:
    reading = read(content(tmp_path / "town"), "content")
    assert [result.slug for result in planned(listed(tmp_path, THEIRS), reading).results] == ["131083-012"]


def test_no_last_day_means_at_any_time_only_where_the_list_says_so(tmp_path: Path) -> None:
    always = {name: text for name, text in THEIRS.items() if name != "受付終了日"} | {"受付備考": "通年受付。先着順"}
    (grant,) = made(tmp_path, always)
    assert (grant["closes"], "受付備考：通年受付。先着順" in grant["description"]) == ("随時", True)
    reading = read(content(tmp_path / "town"), "content")
    unknown = planned(listed(tmp_path, always | {"受付備考": "未定"}), reading)
    assert [problem.rule for result in unknown.results for problem in result.problems] == ["missing-field"]


def test_a_list_with_the_names_of_gif_gives_amounts_too(tmp_path: Path) -> None:
    head = (
        "タイトル（制度名）",
        "制度所管組織",
        "概要",
        "対象者条件",
        "給付上限額",
        "最大補助率",
        "公募開始日",
        "公募終了日",
    )
    row = dict(
        zip(head, ("花", "花の会", "苗を配ります。", "市民", "300000", "33.3", "2026-12-01", "2027-01-15"), strict=True)
    )
    (grant,) = made(tmp_path, row, head=head)
    assert (grant["amount"], grant["eligible"]) == ({"most": "300000", "rate": "33.3%"}, {"note": "市民"})


@pytest.mark.parametrize("text", ["あ" * 5000, "条件：" * 3000, "電話：" + "9" * 3000, "\n" * 900 + "x"])
def test_texts_of_any_length_are_told_of_and_never_lost_or_fatal(tmp_path: Path, text: str) -> None:
    reading = read(content(tmp_path / "town"), "content")
    row = THEIRS | {"対象者": text, "お問い合わせ先": text, "受付備考": text}
    results = planned(listed(tmp_path, row), reading).results
    assert len(results) == 1


@pytest.mark.parametrize(
    "head",
    [
        "助成金の名前,助成する団体,ひとこと紹介,締切",
        "団体名,ふりがな,団体の種類",
        "名称,開始日,内容,URL,概要,対象者,備考,状態",
    ],
)
def test_a_sheet_of_ours_or_of_events_is_no_such_list(head: str) -> None:
    grid = read_csv(f"{head}\nあ,い,う,え\n".encode(), "a.csv")
    assert isinstance(grid, Grid)
    assert scheme_list(grid) is None


@pytest.mark.process
def test_the_command_writes_and_reads_the_list(tmp_path: Path) -> None:
    folder, file = content(tmp_path, {"grants/kawaberi.yaml": GRANT}), tmp_path / "seido.csv"
    told = ["--content", str(folder)]
    done = CliRunner().invoke(main, ["export", str(file), "--standard", *told])
    assert (done.exit_code, "助成金 1件を書き出しました。" in done.output) == (0, True)
    assert file.read_bytes().decode("utf-8-sig").startswith(HEAD)
    back = CliRunner().invoke(main, ["import", str(file), "--today", TODAY.isoformat(), *told])
    assert "変わらないもの 1" in back.output
    refused = CliRunner().invoke(main, ["export", str(tmp_path / "g.xlsx"), "--standard", *told])
    assert (refused.exit_code, "--standard は、助成金を .csv に" in refused.output) == (2, True)
