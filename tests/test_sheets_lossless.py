"""Whatever an office does to a workbook, only what was taken out on purpose disappears, and it is named first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.sheets.grid import column_letters
from generator.sheets.layout import sheets
from tests.books import hiroba, made, repacked
from tests.folders import content, put
from tests.offices import FILES, READING, Cell, put_cell


@dataclass
class Office:
    """A workbook as somebody leaves it: rows of cells, and merged cells."""

    sheets: dict[str, list[list[Cell]]]
    merged: list[tuple[str, int, int, int, int]] = field(default_factory=list)

    def data(self) -> bytes:
        """The file as it is saved."""

        def write(book: Any) -> None:
            for title, rows in self.sheets.items():
                sheet = book.add_worksheet(title)
                for n, row in enumerate(rows):
                    for m, cell in enumerate(row):
                        put_cell(sheet, n, m, cell)
                for where, top, left, bottom, right in self.merged:
                    if where == title:
                        sheet.merge_range(top, left, bottom, right, rows[top][left])

        return made(write)


def exported() -> Office:
    """The workbook as it is given out."""
    filled, _ = sheets(READING, "groups")
    return Office({each.title: [[c.label for c in each.columns], *map(list, each.rows)] for each in filled})


def office_at(tmp_path: Path, *deeds: Callable[[Office], None]) -> tuple[Path, dict[str, str]]:
    """A folder with the three groups, and beside it the workbook as an office leaves it; what the groups say now."""
    folder = content(tmp_path / "content", FILES)
    office = exported()
    for deed in deeds:
        deed(office)
    put(tmp_path, {"g.xlsx": office.data()})
    return folder, said_by(folder)


def said_by(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "groups").glob("*.yaml"))}


def brought(tmp_path: Path, *words: str) -> str:
    """What importing the workbook says."""
    return hiroba("import", tmp_path / "g.xlsx", "--content", tmp_path / "content", *words).output


def copy_first(title: str, change: str = "") -> Callable[[Office], None]:
    def deed(office: Office) -> None:
        row = list(office.sheets[title][1])
        row[1] = change or row[1]
        office.sheets[title].append(row)

    return deed


def say(title: str, row: int, column: str, cell: Cell) -> Callable[[Office], None]:
    def deed(office: Office) -> None:
        office.sheets[title][row][office.sheets[title][0].index(column)] = cell

    return deed


def without_row(title: str, row: int) -> Callable[[Office], None]:
    return lambda office: office.sheets[title].__delitem__(row)


@pytest.mark.parametrize("name", ["", "写しから作る会"])
def test_a_copied_row_of_groups_changes_nothing_and_both_rows_are_named(tmp_path: Path, name: str) -> None:
    folder, before = office_at(tmp_path, copy_first("団体", name), say("団体", 2, "連絡先・電話", "042-000-0099"))
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "同じものを指す行がもうあります（g.xlsx[団体]!A2）" in output
    assert "同じものを指す行がほかにもあります（g.xlsx[団体]!A5）" in output
    assert "直すところのある行 2" in output
    assert "1件を書きました" in output
    after = said_by(folder)
    assert after["kawa-akari.yaml"] == before["kawa-akari.yaml"].replace("042-000-0004", "042-000-0099")
    assert after["hoshi-yomi.yaml"] == before["hoshi-yomi.yaml"]


def test_a_row_with_an_error_keeps_all_that_its_group_says(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, say("団体", 1, "団体の種類", "なぞの種類"), without_row("募集", 1))
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "とばした行：星を読む会（g.xlsx[団体]!A2）" in output
    assert said_by(folder) == before


def test_a_wrong_address_in_a_block_is_a_row_to_mend_and_its_entry_stays(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, say("募集", 1, "番地", "hoshi-yome"))
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "番地「hoshi-yome」にあたるものがありません。「hoshi-yomi」のことでしょうか。（g.xlsx[募集]!A2）" in output
    assert "「募集」が減りますが、だれのものかわからない行（g.xlsx[募集]!A2）があります" in output
    assert "直すところのある行 2" in output
    assert "とばした行：星を読む会（g.xlsx[募集]!A2）" in output
    assert said_by(folder) == before


def test_what_is_taken_out_is_counted_and_named_before_all_else(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, without_row("募集", 1), say("団体", 3, "設立", ""))
    output = brought(tmp_path, "--write")
    first = output.split("\n\n")[1].splitlines()
    assert first == [
        "消える内容が 2件あります（団体 2件）。",
        "  － 星を読む会（hoshi-yomi）の募集「会員・観望の仲間・観望を一緒にしませんか。」　g.xlsx[団体]!A2",
        f"  － 森の音の会（mori-no-oto）の設立「2011-04」　g.xlsx[団体]!{column_of('設立')}4",
    ]
    after = said_by(folder)
    assert "観望の仲間" not in after["hoshi-yomi.yaml"]
    assert "観望の手伝い" in after["hoshi-yomi.yaml"]
    assert after["mori-no-oto.yaml"] == before["mori-no-oto.yaml"].replace("founded: 2011-04\n", "")


def column_of(heading: str) -> str:
    return column_letters(exported().sheets["団体"][0].index(heading))


def test_a_row_taken_out_of_the_groups_takes_nothing_away(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, without_row("団体", 1), without_row("募集", 1))
    assert "消える内容" not in brought(tmp_path, "--write")
    assert said_by(folder) == before


def test_a_row_without_its_address_takes_nothing_away(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, say("団体", 1, "番地", ""), say("団体", 1, "設立", ""), without_row("募集", 1))
    assert "変わるもの 0" in brought(tmp_path, "--write")
    assert said_by(folder) == before


@pytest.mark.parametrize("cell", ["#REF!", "#N/A", ("=1/0", "#DIV/0!"), ("=Z99", "")])
def test_a_cell_that_shows_nothing_leaves_what_is_published(tmp_path: Path, cell: Cell) -> None:
    deeds = [say("団体", 1, "ひとこと紹介", cell), say("団体", 1, "設立", cell), say("募集", 1, "見出し", cell)]
    folder, before = office_at(tmp_path, *deeds)
    output = brought(tmp_path, "--write")
    assert "いま公開している内容は変えません" in output
    assert f"g.xlsx[団体]!{column_of('設立')}2" in output
    assert said_by(folder) == before


def test_an_address_that_shows_nothing_makes_no_new_group(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, say("団体", 1, "番地", "#REF!"), say("団体", 1, "団体名", "ほしの会"))
    assert "だれの行かわかりません" in brought(tmp_path, "--write", "--skip-bad")
    assert said_by(folder) == before


@pytest.mark.parametrize(
    "row",
    [["※ 電話は事務局が確かめたもの"], ["合計", "69"], ["", "合計 69団体"], ["以上"], ["", "【環境】"], ["", "※ 注"]],
)
@pytest.mark.parametrize("title", ["団体", "募集"])
def test_a_footnote_is_no_group(tmp_path: Path, title: str, row: list[str]) -> None:
    def deed(office: Office) -> None:
        office.sheets[title].append([*row])

    folder, before = office_at(tmp_path, deed)
    output = brought(tmp_path, "--write")
    assert "注・合計・区切りの行のようなので、読みません" in output
    assert "直すところのある行 0" in output
    assert said_by(folder) == before


def test_a_copied_sheet_is_read_once_and_two_that_differ_are_not_read_at_all(tmp_path: Path) -> None:
    def copied(office: Office) -> None:
        office.sheets["募集 (2)"] = [list(row) for row in office.sheets["募集"]]

    folder, before = office_at(tmp_path, copied)
    output = brought(tmp_path, "--write")
    assert "g.xlsx[募集 (2)]：シート「募集」と同じ内容なので、読みません" in output
    office_at(tmp_path, copied, say("団体", 1, "設立", ""), say("募集", 1, "見出し", "変えた見出し"))
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "「募集」のシートが二つあり（「募集」と「募集 (2)」）、内容がちがいます" in output
    assert "何も書きませんでした" in output
    assert said_by(folder) == before


def test_a_renamed_sheet_that_may_be_either_of_two_is_asked_about(tmp_path: Path) -> None:
    def renamed(office: Office) -> None:
        office.sheets["表1"] = office.sheets.pop("求めていること")
        del office.sheets["できること"]

    folder, before = office_at(tmp_path, renamed)
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "「できること」か「求めていること」のどれの表かわかりません" in output
    assert said_by(folder) == before


def test_an_address_of_one_group_beside_the_name_of_another_is_about_neither(tmp_path: Path) -> None:
    deeds = [say("団体", 1, "番地", "mori-no-oto"), say("団体", 3, "番地", "hoshi-yomi")]
    folder, before = office_at(tmp_path, *deeds, say("募集", 1, "番地", "kawa-akari"))
    output = brought(tmp_path, "--write", "--skip-bad")
    assert output.count("のものです。どちらのことか、番地か名前を直してください。") == 2
    assert "番地は「kawa-akari」ですが、名前は hoshi-yomi のものです。どちらかを直してください。" in output
    assert said_by(folder) == before


def test_a_merged_cell_fills_what_is_empty_and_replaces_nothing(tmp_path: Path) -> None:
    at = exported().sheets["団体"][0]

    def merged(office: Office) -> None:
        office.merged += [("団体", 1, at.index(name), 2, at.index(name)) for name in ("ひとこと紹介", "通称")]

    folder, before = office_at(tmp_path, say("団体", 1, "通称", "ほしぞら"), merged)
    output = brought(tmp_path, "--write")
    assert "結合されたセルの内容は使わず" in output
    after = said_by(folder)
    assert after["kawa-akari.yaml"].replace("aliases: [ほしぞら]\n", "") == before["kawa-akari.yaml"]
    assert "aliases: [ほしぞら]" in after["kawa-akari.yaml"]


@pytest.mark.parametrize(("typed", "said"), [(420000099, "042-000-0099"), ("42-000-0099", "042-000-0099")])
def test_a_telephone_that_lost_its_zero_gets_it_back_and_that_is_said(
    tmp_path: Path, typed: int | str, said: str
) -> None:
    folder = content(tmp_path / "content")

    def write(book: Any) -> None:
        sheet = book.add_worksheet("団体")
        sheet.write_row(0, 0, ["番地", "団体名", "電話", "設立"])
        sheet.write_row(1, 0, ["kawa-akari", "川あかりの会", typed, 46357])

    put(tmp_path, {"g.xlsx": made(write)})
    output = brought(tmp_path, "--write")
    assert f"{typed} は、はじめの 0 が落ちた電話番号のようなので、{said} と読みました。（g.xlsx[団体]!C2）" in output
    assert "46357 は Excel の日付や時刻の番号なので、2026-12-01 と読みました。" in output
    text = said_by(folder)["kawa-akari.yaml"]
    assert f"phone: {said}\n" in text
    assert "founded: 2026-12-01\n" in text


def test_a_published_telephone_without_its_zero_is_no_change(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, say("団体", 2, "連絡先・電話", "420000004"))
    assert "変わるもの 0" in brought(tmp_path, "--write")
    assert said_by(folder) == before


def test_days_of_a_workbook_that_counts_from_1904_are_those_days(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    rows = made(lambda book: filled(book.add_worksheet("団体")))
    changed = repacked(rows, lambda name, data: data.replace(b"<workbookPr ", b'<workbookPr date1904="1" '))
    put(tmp_path, {"g.xlsx": changed})
    brought(tmp_path, "--write")
    assert "founded: 2026-12-01\n" in said_by(folder)["kawa-akari.yaml"]


def filled(sheet: Any) -> None:
    sheet.write_row(0, 0, ["番地", "団体名", "設立"])
    sheet.write_row(1, 0, ["kawa-akari", "川あかりの会", 46357 - 1462])


def test_a_slash_separates(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, say("団体", 2, "活動分野", "環境の保全／福祉"))
    brought(tmp_path, "--write")
    after = said_by(folder)
    assert after["kawa-akari.yaml"] == before["kawa-akari.yaml"].replace("[environment]", "[environment, welfare]")


def test_an_entry_taken_out_beside_one_that_cannot_be_read_stays(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, say("募集", 1, "見出し", "#REF!"), without_row("募集", 2))
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "「募集」が減りますが、読めないセルのある行（g.xlsx[募集]!A2）があります" in output
    assert said_by(folder) == before


def test_addresses_merged_over_the_entries_of_two_groups_take_none_away(tmp_path: Path) -> None:
    def merged(office: Office) -> None:
        office.merged.append(("募集", 3, 0, 4, 1))

    folder, _ = office_at(tmp_path, merged)
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "「募集」が減りますが、だれのものかわからない行（g.xlsx[募集]!A5）があります" in output
    assert "花壇の仲間" in said_by(folder)["kawa-akari.yaml"]


def test_a_refused_value_of_an_entry_is_left_out_and_what_is_published_of_it_stays(tmp_path: Path) -> None:
    deeds = [
        say("募集", 1, "締切", "そのうち"),
        say("募集", 1, "見出し", "新しい見出し"),
        say("団体", 3, "設立", "2001-04"),
    ]
    folder, before = office_at(tmp_path, *deeds)
    put(
        folder,
        {
            "groups/hoshi-yomi.yaml": before["hoshi-yomi.yaml"].replace(
                "観望の仲間\n", "観望の仲間\n    until: 2027-03-31\n"
            )
        },
    )
    output = brought(tmp_path, "--write")
    at = column_letters(exported().sheets["募集"][0].index("締切"))
    assert (
        f"「締切」として読めない内容があります。その内容は入れずに、ほかを取り込みます。（g.xlsx[募集]!{at}2）"
        in output
    )
    assert "消える内容" not in output
    after = said_by(folder)["hoshi-yomi.yaml"]
    assert "title: 新しい見出し\n    text: 観望を一緒にしませんか。\n    until: 2027-03-31\n" in after
    assert "founded: 2001-04" in said_by(folder)["mori-no-oto.yaml"]


def test_a_refused_value_that_an_entry_needs_keeps_its_group_as_it_is(tmp_path: Path) -> None:
    folder, before = office_at(
        tmp_path, say("活動日時・場所", 1, "いつ", "気が向いたら"), say("団体", 1, "設立", "2001-04")
    )
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "とばした行：星を読む会" in output
    assert said_by(folder) == before


def test_an_entry_is_not_taken_out_beside_one_with_a_refused_value(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, say("募集", 3, "締切", "そのうち"), without_row("募集", 2))
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "とばした行：星を読む会" in output
    assert said_by(folder) == before


def test_a_row_with_nothing_but_what_is_not_understood_is_named(tmp_path: Path) -> None:
    def noted(office: Office) -> None:
        for rows in (office.sheets["団体"], office.sheets["募集"]):
            rows[0].append("担当のメモ")
            rows.extend([["", *[""] * (len(rows[0]) - 2), "電話で確かめる"], [""] * len(rows[0])])

    folder, before = office_at(tmp_path, noted)
    output = brought(tmp_path, "--write")
    at = column_letters(len(exported().sheets["団体"][0]))
    words = "読んだ列には何も書かれていない行なので、読みません。"
    assert (
        f"※ {words}（g.xlsx[団体]!{at}5、g.xlsx[募集]!{column_letters(len(exported().sheets['募集'][0]))}11）" in output
    )
    assert "変わるもの 0" in output
    assert said_by(folder) == before


def test_what_is_emptied_in_an_entry_is_counted_and_named(tmp_path: Path) -> None:
    folder, before = office_at(tmp_path, say("募集", 1, "内容", ""))
    output = brought(tmp_path, "--write")
    at = column_letters(exported().sheets["募集"][0].index("内容"))
    assert "消える内容が 1件あります（団体 1件）。" in output
    assert f"（hoshi-yomi）の募集・内容「観望を一緒にしませんか。」　g.xlsx[募集]!{at}2" in output
    assert said_by(folder)["hoshi-yomi.yaml"] == before["hoshi-yomi.yaml"].replace(
        "    text: 観望を一緒にしませんか。\n", ""
    )


@pytest.mark.parametrize("words", [["--write"], ["--write", "--keep-empty"]])
def test_an_entry_row_without_its_address_or_that_keeps_what_is_empty_empties_nothing(
    tmp_path: Path, words: list[str]
) -> None:
    address = "" if len(words) == 1 else "hoshi-yomi"
    folder, before = office_at(tmp_path, say("募集", 1, "内容", ""), say("募集", 1, "番地", address))
    assert "変わるもの 0" in brought(tmp_path, *words)
    assert said_by(folder) == before


@pytest.mark.parametrize("cell", ["#REF!", ("=Z99", "")])
def test_an_address_beside_a_name_that_cannot_be_read_is_not_believed(tmp_path: Path, cell: Cell) -> None:
    deeds = [say("団体", 1, "団体名", cell), say("団体", 1, "番地", "mori-no-oto"), without_row("団体", 3)]
    folder, before = office_at(tmp_path, *deeds)
    assert "名前のセルが読めないので" in brought(tmp_path, "--write", "--skip-bad")
    assert said_by(folder) == before


def test_where_one_of_several_entries_goes_the_others_are_not_said_to_change(tmp_path: Path) -> None:
    office_at(tmp_path, without_row("募集", 2))
    output = brought(tmp_path)
    changed = output[output.index("～ 変わります") :].split("\n\n")[0].splitlines()[1:]
    assert changed == ["    募集2・役割：ボランティア → （消えます）", "    募集2・見出し：観望の手伝い → （消えます）"]
