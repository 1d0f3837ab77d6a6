"""Excel workbooks in: looked at before they are unpacked, and every cell as the text that it shows."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from generator.sheets.grid import MOST_COLUMNS, MOST_ROWS, NEEDED, Book, Doubt, Grid, Place, Row, Unread, trimmed
from generator.sheets.inside import RELATIONS, WORKBOOK, broken_cells, has_formulas, read_inside

_MOST_UNPACKED = 100 * 1024 * 1024
_MOST_PARTS = 2_000
_MOST_CELLS = 4_000_000
_OLD = b"\xd0\xcf\x11\xe0"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml\Z", re.IGNORECASE)
# A cell with something in it; empty ones are often painted down to the last row.
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\sr\s*=\s*[\"']([A-Za-z]{1,20})([0-9]{1,20})[\"'](?:[^>]*[^/>])?>")
_FORMULAS = "式の入ったセルがあります。最後に保存されたときの値を使います。"
_PIECE = 256 * 1024
_MOST_MERGED = 10_000


def read_workbook(data: bytes, shown: str) -> Book | Unread:
    """The sheets of an .xlsx file that people see; nothing in it is run, and nothing too large is unpacked."""
    if data.startswith(_OLD):
        return Unread(
            "パスワードがかかっているか、古い形（.xls）のファイルです。パスワードを外し、"
            "「Excel ブック（.xlsx）」で保存しなおしてください。"
        )
    looked = _looked_at(data)
    return looked if isinstance(looked, Unread) else _opened(data, shown, looked)


@dataclass(slots=True)
class _Looked:
    """What a look at the parts of a workbook tells: its inside, and the cells that say nothing, by part."""

    inside: dict[str, bytes] = field(default_factory=dict)
    formulas: bool = False
    broken: dict[str, frozenset[Place]] = field(default_factory=dict)


def _looked_at(data: bytes) -> _Looked | Unread:
    """What is to be known of a workbook before it is opened, or why it must not be."""
    damaged = Unread("Excel のファイルとして開けません。こわれているか、別の種類のファイルです。")
    looked = _Looked()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            refused = _unfit(parts) or next((r for part in parts.infolist() if (r := _part(parts, part, looked))), None)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, ValueError):
        return damaged
    except Exception as error:
        # Each way of packing has an error of its own.
        if type(error).__module__ not in ("zlib", "lzma", "_lzma"):
            raise
        return damaged
    return refused or looked


def _unfit(parts: zipfile.ZipFile) -> Unread | None:
    listed, names = parts.infolist(), set(parts.namelist())
    if len(listed) > _MOST_PARTS or sum(part.file_size for part in listed) > _MOST_UNPACKED:
        return Unread(f"広げると大きすぎます（{_MOST_UNPACKED // 1024 // 1024} MB まで）。開きませんでした。")
    if any(part.flag_bits & 1 for part in listed):
        return Unread("パスワードがかかっています。外して保存しなおしてください。")
    if "xl/workbook.xml" not in names:
        return Unread("Excel の表ではありません。「Excel ブック（.xlsx）」で保存しなおしてください。")
    return None


def _part(parts: zipfile.ZipFile, part: zipfile.ZipInfo, looked: _Looked) -> Unread | None:
    """Read a part to its end, which shows whether the list of parts tells the truth; look at it if it is a sheet."""
    chunks = []
    with parts.open(part) as stream:
        # In pieces: one read would unpack whatever is there before it looks at the size that was promised.
        while chunk := stream.read(_PIECE):
            chunks.append(chunk)
    if part.filename in (WORKBOOK, RELATIONS):
        looked.inside[part.filename] = b"".join(chunks)
    return _sheet(b"".join(chunks), part.filename, looked) if _SHEET.match(part.filename) else None


def _sheet(content: bytes, name: str, looked: _Looked) -> Unread | None:
    rows = columns = 0
    for match in _CELL.finditer(content):
        rows, columns = max(rows, int(match[2])), max(columns, _number(match[1]))
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > _MOST_CELLS:
        return Unread(f"表が大きすぎます（{rows:,}行）。{MOST_ROWS:,}行、{MOST_COLUMNS:,}列までにしてください。")
    looked.formulas = looked.formulas or has_formulas(content)
    looked.broken[name] = broken_cells(content)
    return None


def _number(name: bytes) -> int:
    total = 0
    for letter in name.upper():
        total = total * 26 + letter - 64
    return total


def _opened(data: bytes, shown: str, looked: _Looked) -> Book | Unread:
    try:
        import python_calamine as calamine
    except ImportError:
        return Unread(NEEDED)
    try:
        with calamine.load_workbook(io.BytesIO(data)) as book:
            remarks = [_FORMULAS] if looked.formulas else []
            return Book(tuple(_sheets(calamine, book, shown, looked, remarks)), tuple(remarks))
    except calamine.PasswordError:
        return Unread("パスワードがかかっています。外して保存しなおしてください。")
    except (calamine.CalamineError, ValueError, OSError):
        return Unread("Excel のファイルとして読めません。Excel で開き、保存しなおしてください。")
    except BaseException as error:  # the library is not in Python, and its last resort is no Exception
        if type(error).__name__ != "PanicException":
            raise
        return Unread("Excel のファイルとして読めません。Excel で開き、保存しなおしてください。")


def _sheets(calamine: Any, book: Any, shown: str, looked: _Looked, remarks: list[str]) -> Iterator[Grid]:
    inside = read_inside(looked.inside)
    merged: list[str] = []
    for about in book.sheets_metadata:
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        if about.visible != calamine.SheetVisibleEnum.Visible:
            remarks.append(f"かくれているシート「{about.name}」は読みません。")
            continue
        sheet = book.get_sheet_by_name(about.name)
        rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
        doubts = _fill(rows, sheet.merged_cell_ranges or [])
        doubts |= dict.fromkeys(looked.broken.get(inside.parts.get(about.name, ""), ()), Doubt.BROKEN)
        if any(doubt != Doubt.BROKEN for doubt in doubts.values()):
            merged.append(f"「{about.name}」")
        found: list[Row] = [tuple(row) for row in rows]
        yield Grid(about.name, trimmed(found), f"{shown}[{about.name}]", doubts, inside.since)
    if merged:
        words = f"シート{''.join(merged)}に結合されたセルがあります。空いている項目にだけ、同じ内容を使います。"
        remarks.append(words)


def _fill(rows: list[list[str]], merged: list[tuple[Place, Place]]) -> dict[Place, Doubt]:
    """Put the content of merged cells into each of them, as the eye reads it; which cells only have it from another."""
    doubts: dict[Place, Doubt] = {}
    for (top, left), (bottom, right) in merged[:_MOST_MERGED]:
        inside = [row for row in range(top, bottom + 1) if row < len(rows)][:_MOST_MERGED]
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        for row in inside if text else ():
            for column in range(left, min(right + 1, len(rows[row]))):
                rows[row][column] = text
                if (row, column) != (top, left):
                    doubts[row, column] = Doubt.LENT if column == left else Doubt.COVERED
    return doubts


def _text(value: object) -> str:
    """What a cell shows, as somebody would have typed it."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("_x000D_", "").replace("\r", "\n").strip()
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        whole = value.time() == time()
        return value.date().isoformat() if whole else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)
