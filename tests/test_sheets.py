"""Profiles as spreadsheets: everything goes out, comes back unchanged, and is understood under many headings."""

import io
import sys
import zipfile
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kinds import FOLDERS
from generator.reading.read import Reading, read
from generator.reading.strict import parse
from generator.sheets.book import said_in
from generator.sheets.cells import cell_texts, same, shown
from generator.sheets.columns import blocks, plain_columns
from generator.sheets.csvs import read_csv, write_csv
from generator.sheets.excel import read_workbook
from generator.sheets.grid import Book, Grid, column_letters
from generator.sheets.headings import How, matched, spellings
from generator.sheets.layout import layouts, sheets, wide
from generator.sheets.lines import Said
from generator.sheets.plan import plan
from generator.sheets.workbook import workbook
from tests.books import excel, hiroba, made
from tests.folders import TODAY, content, put
from tests.profiles import FULL_EVENT, FULL_GROUP, yaml_text
from tests.towns import CONTENT, CONTENTS

SAMPLE = read(CONTENT, "content")
TERMS = SAMPLE.vocabularies
COLUMN = {
    column.name: column for column in (*plain_columns(FOLDERS["events"].model), *plain_columns(FOLDERS["groups"].model))
}


def everything(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("kind", ["group", "event"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("source", CONTENTS, ids=("town", "samples")[: len(CONTENTS)])
def test_a_workbook_that_nobody_edited_changes_no_byte_of_a_town(
    tmp_path: Path, source: Path, kind: str, ending: str
) -> None:
    content_folder = tmp_path / "content"
    content_folder.mkdir()
    for name in ("groups", "events", "places", "vocabulary"):
        for path in (source / name).glob("*.yaml"):
            target = content_folder / name / path.name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(path.read_bytes())
    before = everything(content_folder)
    file = tmp_path / f"sample.{ending}"
    hiroba("export", file, "--kind", kind, "--content", content_folder)
    result = hiroba("import", file, "--write", "--content", content_folder)
    assert result.exit_code == 0
    assert "新しいもの 0、変わるもの 0、" in result.output
    assert everything(content_folder) == before


def book_of(folder: str, reading: Reading, ending: str) -> Book:
    if ending == "csv":
        layout, _ = wide(reading, folder)
        grid = read_csv(write_csv([[column.label for column in layout.columns], *layout.rows]), "x.csv")
        assert isinstance(grid, Grid)
        return Book((grid,))
    book = workbook(sheets(reading, folder)[0], FOLDERS[folder].model, reading.vocabularies, TODAY)
    assert isinstance(book, bytes)
    read_again = read_workbook(book, "x.xlsx")
    assert isinstance(read_again, Book)
    return read_again


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize(("folder", "full"), [("groups", FULL_GROUP), ("events", FULL_EVENT)])
def test_every_field_of_a_profile_goes_through_a_sheet(tmp_path: Path, folder: str, full: object, ending: str) -> None:
    reading = read(content(tmp_path / "one", {f"{folder}/full.yaml": yaml_text(full)}), "c")
    book = book_of(folder, reading, ending)
    elsewhere = read(content(tmp_path / "other"), "c")
    said = said_in(book, elsewhere)
    assert isinstance(said, Said)
    made = {result.slug: result.draft for result in plan(said, elsewhere, TODAY).results}["full"]
    assert made is not None
    context = {"vocabularies": reading.vocabularies}
    records = [FOLDERS[folder].model.model_validate(data, context=context) for data in (parse(made.after), full)]
    assert records[0] == records[1]


def test_a_workbook_is_made_for_people(tmp_path: Path) -> None:
    book = workbook(sheets(SAMPLE, "groups")[0], FOLDERS["groups"].model, TERMS, TODAY)
    assert isinstance(book, bytes)
    assert book == workbook(sheets(SAMPLE, "groups")[0], FOLDERS["groups"].model, TERMS, TODAY)
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        notes = "".join(parts.read(n).decode() for n in parts.namelist() if "comments" in n)
        names = parts.read("xl/workbook.xml").decode()
    assert 'state="frozen"' in sheet
    assert sheet.count("<dataValidation ") >= 4
    assert "<f>" not in sheet.replace("<formula1>", "").replace("</formula1>", "")
    assert 't="n"' not in sheet
    assert "ひらがなで。並び順と検索に使います" in notes
    assert "項目名: contact.phone" in notes
    assert "書き方" in names
    assert "選択肢" in names


def test_each_block_has_a_sheet_and_each_single_value_a_column() -> None:
    titles = [layout.title for layout in layouts("groups")]
    assert titles[0] == "団体"
    assert titles[1:] == [block.label for block in blocks(FOLDERS["groups"].model)]
    assert len({column.name for column in layouts("groups")[0].columns}) == len(layouts("groups")[0].columns)


@pytest.mark.parametrize(
    ("name", "texts", "cell"),
    [
        ("fields", ["environment", "children"], "環境の保全、子どもの健全育成"),
        ("kind", ["circle"], "サークル"),
        ("booking.required", ["yes"], "はい"),
        ("fees.yearly", ["2000"], "2000"),
        ("aliases", ["あ、い", "う"], "あ、い\nう"),
        ("aliases", ["あ、い"], "あ、い\n／"),
        ("fields", [], ""),
    ],
)
def test_values_are_shown_in_cells_and_read_from_them(name: str, texts: list[str], cell: str) -> None:
    assert shown(COLUMN[name], texts, TERMS) == cell
    labels = [text for text in cell_texts(COLUMN[name], cell, TERMS) if text]
    assert same(COLUMN[name], cell, shown(COLUMN[name], texts, TERMS), TERMS)
    assert len(labels) == len(texts)


ONE_LINE = st.text("あ漢aA1、，,;；／/ \u3000-='\"「」", max_size=12).map(lambda text: f"{text}会".strip())


@given(st.lists(ONE_LINE))
@settings(max_examples=60)
def test_any_list_of_texts_goes_through_a_cell(texts: list[str]) -> None:
    assert cell_texts(COLUMN["aliases"], shown(COLUMN["aliases"], texts, TERMS), TERMS) == texts


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("confirmed", "2026/10/1", "2026-10-01"),
        ("confirmed", "令和8年10月1日", "2026-10-01"),
        ("contact.phone", "０４２（０００）００１１", "042-000-0011"),
        ("fees.yearly", "2,000円", "2000"),
        ("members.total", "25人", "25"),
        ("fields", "環境の保全,子どもの健全育成", "環境の保全、子どもの健全育成"),
        ("description", "一\n二  \n", "一\n二"),
    ],
)
def test_what_a_program_writes_another_way_is_the_same(name: str, one: str, other: str) -> None:
    assert same(COLUMN[name], one, other, TERMS)
    assert not same(COLUMN[name], one, "", TERMS)


@pytest.mark.parametrize(
    ("heading", "name", "how"),
    [
        ("団体名", "name", How.EXACT),
        ("団体名（必須）", "name", How.EXACT),
        ("name", "name", How.EXACT),
        ("フリガナ", "kana", How.EXACT),
        ("連絡先・電話", "contact.phone", How.EXACT),
        ("contact.phone", "contact.phone", How.EXACT),
        ("ＴＥＬ", "contact.phone", How.SYNONYM),
        ("電話", "contact.phone", How.SYNONYM),
        ("年会費", "fees.yearly", How.SYNONYM),
        ("会費", "fees", How.EXACT),
        ("1回", "fees.per_time", How.SYNONYM),
        ("募集2・役割", "recruiting.1.role", How.EXACT),
        ("recruiting.1.role", "recruiting.1.role", How.EXACT),
        ("募集 役割", "recruiting.0.role", How.EXACT),
        ("活動日２", "meetings.1.when", How.SYNONYM),
        ("ほかの言語・英語・名前", "translations.en.name", How.EXACT),
        ("translations.en.name", "translations.en.name", How.EXACT),
        ("ひとこと紹介文", "summary", How.CLOSE),
        ("代表者の自宅", "", How.UNKNOWN),
        ("備考", "", How.UNKNOWN),
        ("0", "", How.UNKNOWN),
    ],
)
def test_headings_are_understood_in_many_spellings(heading: str, name: str, how: How) -> None:
    (match,) = matched(spellings("groups", layouts("groups")[0], TERMS), (heading,))
    assert (match.column.name if match.column else "", match.how) == (name, how)


def test_of_two_columns_for_one_field_the_surer_is_read() -> None:
    matches = matched(spellings("groups", layouts("groups")[0], TERMS), ("TEL", "", "連絡先・電話", "電話番号"))
    assert [(match.at, match.how) for match in matches] == [(0, How.TWICE), (2, How.EXACT), (3, How.TWICE)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16", "utf-16-le", "utf-16-be"])
def test_csv_is_read_in_every_encoding_of_an_office(encoding: str) -> None:
    text = "団体名,ふりがな,電話\r\n川の会,かわのかい,042-000-0011\r\n"
    grid = read_csv(text.encode(encoding), "x.csv")
    assert isinstance(grid, Grid)
    assert grid.rows == (("団体名", "ふりがな", "電話"), ("川の会", "かわのかい", "042-000-0011"))
    assert grid.cell(1, 2) == "x.csv!C2"


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_characters="\r\0", codec="utf-8")).map(str.strip), min_size=1, max_size=4
        ),
        max_size=4,
    )
)
@settings(max_examples=60)
def test_csv_gives_back_every_cell_and_none_that_acts(rows: list[list[str]]) -> None:
    rows = [row for row in rows if any(row) and not any("\0" in cell for cell in row)]
    data = write_csv([["見出し"], *rows, ["終わり"]])
    grid = read_csv(data, "x.csv")
    assert isinstance(grid, Grid)
    assert [list(row) for row in grid.rows] == [["見出し"], *rows, ["終わり"]]


def test_a_cell_that_a_program_would_run_is_marked_as_text() -> None:
    data = write_csv([["=1+1", "+81", "-1", "@a", "'=x", "1-2", "\t=1+1", "\r=1"]]).decode("utf-8-sig")
    assert data == "'=1+1,'+81,'-1,'@a,''=x,1-2,'\t=1+1,\"'\r=1\"\r\n"


def test_cells_of_any_kind_come_as_the_text_they_show() -> None:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("表")
        day = book.add_format({"num_format": "yyyy/m/d"})
        sheet.write_row(0, 0, ["a", 25, 2.5, True])
        sheet.write_datetime(0, 4, datetime(2026, 10, 1), day)
        sheet.write_datetime(0, 5, datetime(2026, 10, 1, 9, 30), book.add_format({"num_format": "yyyy/m/d h:mm"}))
        sheet.write_datetime(0, 6, time(9, 5), book.add_format({"num_format": "h:mm"}))
        sheet.write_string(0, 7, " 一\r\n二 ")

    book = read_workbook(made(write), "x.xlsx")
    assert isinstance(book, Book)
    assert book.grids[0].rows[0] == ("a", "25", "2.5", "はい", "2026-10-01", "2026-10-01 09:30", "09:05", "一\n二")


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [column_letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_without_the_parts_for_excel_csv_still_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = content(tmp_path / "content")
    file = put(tmp_path, {"x.xlsx": excel({"団体": [["団体名"], ["川あかりの会"]]})}) / "x.xlsx"
    for library in ("xlsxwriter", "python_calamine"):
        monkeypatch.setitem(sys.modules, library, None)
    for words in (("export", tmp_path / "y.xlsx"), ("import", file)):
        result = hiroba(*words, "--content", folder)
        assert result.exit_code == 1
        assert f'「"{sys.executable}" -m pip install python-calamine xlsxwriter」' in result.output
    assert hiroba("export", tmp_path / "y.csv", "--content", folder).exit_code == 0
    assert hiroba("import", tmp_path / "y.csv", "--content", folder).exit_code == 0


def test_an_existing_file_is_not_written_over_by_accident(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    file = put(tmp_path, {"x.csv": "大切"}) / "x.csv"
    assert hiroba("export", file, "--content", folder).exit_code == 2
    assert file.read_text(encoding="utf-8") == "大切"
    assert hiroba("export", file, "--force", "--content", folder).exit_code == 0
    assert hiroba("export", tmp_path / "x.ods", "--content", folder).exit_code == 2


def test_a_profile_that_cannot_be_read_is_named_and_left_alone(tmp_path: Path) -> None:
    folder = content(
        tmp_path / "content", {"groups/kowareta.yaml": "name: [\n", "groups/hen.yaml": "fees: {yearly: 1}\n"}
    )
    result = hiroba("export", tmp_path / "x.csv", "--content", folder)
    assert "kowareta.yaml は読み取れない" in result.output
    assert "hen" in (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
