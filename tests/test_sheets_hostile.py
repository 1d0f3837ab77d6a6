"""Files that are no spreadsheets, or too much of one, are refused in a sentence, in bounded time, and never run."""

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sheets.csvs import read_csv
from generator.sheets.excel import read_workbook
from generator.sheets.grid import Book, Doubt, Grid, Unread
from tests.books import excel, hiroba, made, repacked
from tests.folders import content, put

SMALL = excel({"団体": [["団体名", "電話"], ["川の会", "042-000-0011"]]})
SHEET = "xl/worksheets/sheet1.xml"


def sheet_with(change: Any) -> bytes:
    return repacked(SMALL, lambda name, data: change(data) if name == SHEET else data)


def liar() -> bytes:
    """A workbook that unpacks to 100 million bytes and says it were a thousand."""
    data = bytearray(sheet_with(lambda xml: xml + b" " * 100_000_000))
    entry = data.rfind(SHEET.encode()) - 46
    struct.pack_into("<I", data, entry + 24, 1000)
    return bytes(data)


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def far(book: Any) -> None:
    sheet = book.add_worksheet("団体")
    sheet.write(0, 0, "団体名")
    sheet.write(1_048_575, 16_383, "x")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)
REFUSED = {
    "a far cell": (lambda: made(far), "表が大きすぎます"),
    "a cell beyond all sheets": (
        lambda: sheet_with(lambda x: x.replace(b'"A2"', b'"ZZZZZZ99999999999"')),
        "大きすぎます",
    ),
    "a bomb": (lambda: sheet_with(lambda xml: xml + b" " * 110_000_000), "広げると大きすぎます"),
    "a bomb that lies": (liar, "開けません"),
    "half a file": (lambda: SMALL[: len(SMALL) // 2], "開けません"),
    "half a sheet": (lambda: sheet_with(lambda xml: xml[: len(xml) // 2]), "読めません"),
    "text that is not there": (lambda: sheet_with(lambda x: x.replace(b"<v>0</v>", b"<v>99999999</v>")), "読めません"),
    "a password": (lambda: OLE, "パスワード"),
    "a letter": (lambda: zipped(word__document="<x/>"), "Excel の表ではありません"),
    "too many parts": (lambda: zipped(**{f"p{n}": "" for n in range(2_100)}), "大きすぎます"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_workbook_is_refused_in_a_sentence(what: str) -> None:
    build, words = REFUSED[what]
    found = read_workbook(build(), "x.xlsx")
    assert isinstance(found, Unread)
    assert words in found.words
    assert found.words.endswith("。")


def test_rows_that_are_only_painted_count_for_nothing() -> None:
    def write(book: Any) -> None:
        sheet, paint = book.add_worksheet("団体"), book.add_format({"bg_color": "red"})
        sheet.write_row(0, 0, ["団体名"])
        for row in (1, 500_000, 1_048_575):
            sheet.write_blank(row, 0, None, paint)

    book = read_workbook(made(write), "x.xlsx")
    assert isinstance(book, Book)
    assert book.grids[0].rows == (("団体名",),)


def test_a_formula_counts_as_what_it_showed_and_an_error_is_in_doubt() -> None:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("団体")
        sheet.write_formula(0, 0, "=10+5", value=15)
        sheet.write_formula(0, 1, "=1/0", value="#DIV/0!")
        sheet.write_string(0, 2, "終")

    book = read_workbook(made(write), "x.xlsx")
    assert isinstance(book, Book)
    assert book.grids[0].rows == (("15", "", "終"),)
    assert book.grids[0].doubts == {(0, 1): Doubt.BROKEN}
    assert [remark[:3] for remark in book.remarks] == ["式の入"]


def test_hidden_sheets_are_not_read_and_named() -> None:
    def write(book: Any) -> None:
        book.add_worksheet("団体").write_string(0, 0, "団体名")
        book.add_worksheet("控え").hide()

    book = read_workbook(made(write), "x.xlsx")
    assert isinstance(book, Book)
    assert [grid.title for grid in book.grids] == ["団体"]
    assert book.remarks == ("かくれているシート「控え」は読みません。",)


def test_merged_cells_say_the_same_in_each_of_them_and_only_the_first_for_sure() -> None:
    def write(book: Any) -> None:
        sheet = book.add_worksheet("団体")
        sheet.merge_range(0, 0, 1, 1, "結")
        sheet.write_string(2, 1, "終")

    book = read_workbook(made(write), "x.xlsx")
    assert isinstance(book, Book)
    assert book.grids[0].rows == (("結", "結"), ("結", "結"), ("", "終"))
    assert book.grids[0].doubts == {(0, 1): Doubt.COVERED, (1, 0): Doubt.LENT, (1, 1): Doubt.COVERED}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("団体名,電話\n\0\0,1\n".encode(), "NUL"),
        (bytes(range(256)) * 20, "文字コード"),
        (("団体名,ふりがな\n" + "あ" * 200_000 + ",い\n").encode(), "2行目"),
        (("団体名," * 2_000).encode(), "大きすぎます"),
        ("団体名\n".encode() + b"x\n" * 30_000, "大きすぎます"),
    ],
)
def test_what_is_no_csv_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    found = read_csv(data, "x.csv")
    assert isinstance(found, Unread)
    assert words in found.words


@given(st.binary(max_size=300))
@settings(max_examples=80)
def test_no_bytes_at_all_make_the_readers_fall(data: bytes) -> None:
    assert isinstance(read_csv(data, "x.csv"), Grid | Unread)
    assert isinstance(read_workbook(b"PK" + data, "x.xlsx"), Unread)


@given(st.integers(0, len(SMALL) - 1), st.integers(0, 255))
@settings(max_examples=60)
def test_a_workbook_with_a_wrong_byte_is_read_or_refused(place: int, byte: int) -> None:
    data = bytearray(SMALL)
    data[place] = byte
    assert isinstance(read_workbook(bytes(data), "x.xlsx"), Book | Unread)


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("x.xlsx", "団体名,電話\n川あかりの会,042-000-0099\n".encode("cp932"), 0, "中身は CSV なので"),
        ("x.csv", excel({"団体": [["団体名", "電話"], ["川あかりの会", "042-000-0099"]]}), 0, "変わるもの 1"),
        ("x.xls", b"<html><table></table></html>", 1, "表のファイルではありません"),
        ("x.csv", b"", 1, "空のファイルです"),
        ("x.csv", b"\0" * 50, 1, "空のファイルです"),
        ("x.csv", b",,,\n,,\n", 1, "見出しの行が見つかりません"),
        ("x.csv", "団体名,電話\n".encode("utf-16"), 0, "新しいもの 0"),
    ],
)
def test_a_file_is_what_is_in_it_and_not_what_it_is_called(
    tmp_path: Path, name: str, data: bytes, code: int, words: str
) -> None:
    folder = content(tmp_path / "content")
    put(tmp_path, {name: data})
    result = hiroba("import", tmp_path / name, "--content", folder)
    assert (result.exit_code, words in result.output) == (code, True), result.output


def test_nothing_in_a_cell_acts_on_the_terminal(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    put(tmp_path, {"x.csv": "団体名,ふりがな,\x1b]0;謎\n\x1b[31m赤い会,\x1b[2Jかい,\u202eあ\n".encode()})
    output = hiroba("import", tmp_path / "x.csv", "--content", folder).output
    assert "␛[31m赤い会" in output
    assert not {"\x1b", "\u202e"} & set(output)
