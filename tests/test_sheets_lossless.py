"""Whatever an office does to a workbook, only what was taken out on purpose disappears, and it is named first."""

import atexit
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.read import FOLDERS, read
from generator.reading.strict import parse
from generator.sheets.book import said_in
from generator.sheets.columns import choices
from generator.sheets.excel import read_workbook
from generator.sheets.grid import Book, Unread, letters
from generator.sheets.layout import layouts, sheets
from generator.sheets.plan import Plan, plan, without_bad
from generator.sheets.profile import collected, texts_of
from tests.books import hiroba, made, repacked
from tests.folders import GROUP, TODAY, content, put

PARTS = """\
meetings:
  - when: 毎週{0}曜 9:00-10:00
    place: kawabe
    note: {1}の集まり
  - when: 毎月第2{0}曜 13:00-15:00
    note: {1}の勉強会
founded: 20{2}-04
recruiting:
  - role: member
    title: {1}の仲間
    text: {1}を一緒にしませんか。
  - role: volunteer
    title: {1}の手伝い
offers:
  - kind: equipment
    text: {1}の道具
seeks:
  - kind: people
    text: {1}の人手
"""
GROUPS = {
    "kawa-akari": ("川あかりの会", "かわあかりのかい", "水", "花壇", "04"),
    "mori-no-oto": ("森の音の会", "もりのおとのかい", "木", "合唱", "11"),
    "hoshi-yomi": ("星を読む会", "ほしをよむかい", "金", "観望", "17"),
}


def profile(name: str, kana: str, day: str, what: str, year: str) -> str:
    """A group whose every text is its own."""
    text = GROUP.replace("川あかりの会", name).replace("かわあかりのかい", kana)
    text = text.replace("川辺の花を世話しています。", f"{what}をしています。").replace(
        "花壇に集まり", f"{what}に集まり"
    )
    text, _, contact = text.replace("042-000-0011", f"042-000-00{year}").partition("contact:")
    return f"{text}{PARTS.format(day, what, year)}contact:{contact}"


FILES = {f"groups/{slug}.yaml": profile(*facts) for slug, facts in GROUPS.items()}
# Texts of profiles are read when they are asked for, so the folder stays as long as the tests.
KEPT = Path(mkdtemp())
atexit.register(shutil.rmtree, KEPT)
READING = read(content(KEPT / "content", FILES), "content")
COLUMNS = [column for each in layouts("groups") for column in each.columns]
TERMS = {label: term for column in COLUMNS for term, label in choices(column, READING.vocabularies).items()}


Cell = str | tuple[str, str]


@dataclass
class Office:
    """A workbook while somebody works in it: rows of cells, merged cells, and what was taken out on purpose."""

    sheets: dict[str, list[list[Cell]]]
    merged: list[tuple[str, int, int, int, int]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    purpose: Counter[str] = field(default_factory=Counter)

    def data(self) -> bytes:
        """The file as it is saved."""

        def write(book: Any) -> None:
            for title, rows in self.sheets.items():
                sheet = book.add_worksheet(title)
                if title in self.hidden:
                    sheet.hide()
                for n, row in enumerate(rows):
                    for m, cell in enumerate(row):
                        put_cell(sheet, n, m, cell)
                taken: set[tuple[int, int]] = set()
                for where, top, left, bottom, right in self.merged:
                    inside = {(n, m) for n in range(top, bottom + 1) for m in range(left, right + 1)}
                    if where == title and not inside & taken and bottom < len(rows):
                        taken |= inside
                        text = rows[top][left] if left < len(rows[top]) else ""
                        sheet.merge_range(top, left, bottom, right, text if isinstance(text, str) else "")

        return made(write)


def put_cell(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, tuple):
        sheet.write_formula(row, column, cell[0], value=cell[1])
    elif cell:
        sheet.write_string(row, column, cell)


def exported() -> Office:
    """The workbook as it is given out."""
    filled, _ = sheets(READING, "groups")
    return Office({each.title: [[c.label for c in each.columns], *map(list, each.rows)] for each in filled})


def taken_up(data: bytes) -> Plan | Unread:
    """What importing a file with --skip-bad would do."""
    book = read_workbook(data, "g.xlsx")
    assert isinstance(book, Book), book
    told = said_in(book, READING)
    return told if isinstance(told, Unread) else without_bad(plan(told, READING, TODAY), READING, TODAY)


def values(texts: Mapping[str, list[str]]) -> Counter[str]:
    return Counter(text for each in texts.values() for text in each)


def lost(whole: Plan | Unread) -> dict[str, Counter[str]]:
    """The values that each profile says now and would not say after an import."""
    if isinstance(whole, Unread) or whole.barred:
        return {}
    out = {}
    for draft in whole.drafts:
        data = parse(draft.after)
        after = collected(data if isinstance(data, dict) else {}, FOLDERS["groups"], READING.vocabularies)
        out[draft.slug] = values(texts_of(READING, "groups", draft.slug)) - values(after)
    return {slug: gone for slug, gone in out.items() if gone}


# What people do to a workbook: each takes the workbook and three numbers that say where.
Deed = Callable[[Office, str, int, int], None]


def row_of(office: Office, title: str, n: int) -> int:
    return 1 + n % max(1, len(office.sheets[title]) - 1)


def duplicate(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    rows.append(list(rows[min(row_of(office, title, n), len(rows) - 1)]))


def duplicate_for_another(office: Office, title: str, n: int, m: int) -> None:
    duplicate(office, title, n, m)
    office.sheets[title][-1][1] = "写しから作る会"


def sort(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    rows[1:] = sorted(rows[1:], key=lambda row: str(row[m % len(row)]), reverse=bool(n % 2))


def sort_addresses_alone(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    for row, address in zip(rows[1:], sorted((row[0] for row in rows[1:]), key=str, reverse=bool(n % 2)), strict=True):
        row[0] = address


def insert(office: Office, title: str, n: int, m: int) -> None:
    office.sheets[title].insert(row_of(office, title, n), [""] * len(office.sheets[title][0]))


def insert_title(office: Office, title: str, n: int, m: int) -> None:
    office.sheets[title].insert(0, ["令和8年度 名簿", *[""] * (len(office.sheets[title][0]) - 1)])


def insert_column(office: Office, title: str, n: int, m: int) -> None:
    for k, row in enumerate(office.sheets[title]):
        row.insert(m % (len(row) + 1), "" if k else "担当のメモ")


def footnote(office: Office, title: str, n: int, m: int) -> None:
    words = ("※ 電話は事務局が確かめたもの", "合計 69", "以上", "注1 10月現在", "計", "【環境】")
    office.sheets[title].append([words[n % 6], *[""] * (len(office.sheets[title][0]) - 1)])


def delete(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    if len(rows) > 1:
        gone = rows.pop(row_of(office, title, n))
        if title != "団体":
            office.purpose += told(gone)


def clear(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    if len(rows) > 1:
        row = rows[row_of(office, title, n)]
        at = 2 + m % (len(row) - 2)
        office.purpose += told([row[at]])
        row[at] = ""


def told(cells: list[Cell]) -> Counter[str]:
    """What cells say; an entry may be there twice by now, and go twice."""
    parts = [part for cell in cells if isinstance(cell, str) for part in (cell, *cell.split("、"))]
    return Counter({TERMS.get(part, part): 9 for part in parts})


def break_cell(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    if len(rows) > 1:
        row = rows[row_of(office, title, n)]
        kinds: tuple[Cell, ...] = (("=Z99", ""), ("=1/0", "#DIV/0!"), "#REF!", "#N/A")
        row[m % len(row)] = kinds[n % 4]


def wrong_address(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    if len(rows) > 1:
        rows[row_of(office, title, n)][0] = ("kawa-akri", "", "ｋａｗａ－ａｋａｒｉ", "kawa-akari ", "mori-no-oto")[
            m % 5
        ]


def merge(office: Office, title: str, n: int, m: int) -> None:
    top, left = row_of(office, title, n), m % len(office.sheets[title][0])
    wide, high = ((0, 1), (1, 0), (1, 1))[n % 3]
    office.merged.append((title, top, left, top + high, left + wide))


def rename(office: Office, title: str, n: int, m: int) -> None:
    names = (f"{title} (2)", f"{title}_修正", f"シート{len(office.sheets)}{n}")
    office.sheets = {names[m % 3] if each == title else each: rows for each, rows in office.sheets.items()}


def copy_sheet(office: Office, title: str, n: int, m: int) -> None:
    copy = [list(row) for row in office.sheets[title]]
    if n % 2 and len(copy) > 1:
        copy[-1][-1] = "直した"
    office.sheets.setdefault(f"{title} (2)", copy)


def hide(office: Office, title: str, n: int, m: int) -> None:
    if len(office.hidden) + 1 < len(office.sheets) and next(iter(office.sheets)) != title:
        office.hidden.append(title)


def drop_sheet(office: Office, title: str, n: int, m: int) -> None:
    if len(office.sheets) > 2:
        del office.sheets[title]


DEEDS: tuple[Deed, ...] = (
    duplicate, duplicate_for_another, sort, sort_addresses_alone, insert, insert_title, insert_column, footnote,
    delete, clear, break_cell, wrong_address, merge, rename, copy_sheet, hide, drop_sheet,
)  # fmt: skip
numbers = st.integers(0, 59)


def test_the_workbook_has_every_group_and_all_its_entries() -> None:
    assert not READING.problems
    assert [len(rows) - 1 for rows in exported().sheets.values()][:5] == [3, 6, 6, 3, 3]


@given(st.lists(st.tuples(st.sampled_from(DEEDS), numbers, numbers, numbers), min_size=1, max_size=5))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_nothing_disappears_but_what_was_taken_out_on_purpose(deeds: list[tuple[Deed, int, int, int]]) -> None:
    office = exported()
    for deed, where, n, m in deeds:
        deed(office, list(office.sheets)[where % len(office.sheets)], n, m)
    whole = taken_up(office.data())
    for slug, gone in lost(whole).items():
        unsaid = gone - office.purpose
        assert not unsaid, (slug, unsaid, office.purpose)
        assert isinstance(whole, Plan)
        assert next(result.gone for result in whole.results if result.slug == slug and result.draft)


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
    return letters(exported().sheets["団体"][0].index(heading))


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
        office.merged.append(("募集", 2, 0, 3, 1))

    folder, _ = office_at(tmp_path, merged)
    output = brought(tmp_path, "--write", "--skip-bad")
    assert "「募集」が減りますが、だれのものかわからない行（g.xlsx[募集]!A4）があります" in output
    assert "花壇の仲間" in said_by(folder)["kawa-akari.yaml"]
