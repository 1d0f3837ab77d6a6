"""A file from an office: whatever it calls itself, opened by what is in it."""

from dataclasses import replace
from pathlib import Path

from generator.kinds import EVENT, FOLDERS, GRANT, SHEETS
from generator.models.base import label_of
from generator.reading.read import Reading
from generator.sheets.conditions import with_conditions
from generator.sheets.csvs import read_csv
from generator.sheets.excel import read_workbook
from generator.sheets.foreign import public_list, said_by
from generator.sheets.grid import Book, Unread
from generator.sheets.lines import Remark, Said, is_lists_or_help, understood
from generator.sheets.meant import with_meanings
from generator.sheets.rows import said
from generator.sheets.scheme_import import scheme_list, schemes_said
from generator.sheets.statuses import with_statuses

MOST_BYTES = 30 * 1024 * 1024
_ARCHIVE, _OLD = b"PK", b"\xd0\xcf\x11\xe0"
_ENDINGS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")


def open_book(path: Path) -> Book | Unread:
    """The sheets of an Excel or CSV file; which of them it is follows from its content, not from its name."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return Unread(f"ファイルが大きすぎます（{MOST_BYTES // 1024 // 1024} MB まで）。")
        data = path.read_bytes()
    except OSError:
        return Unread("ファイルを開けません。ほかのソフトで開いているときは、閉じてください。")
    if not data.strip(b"\0 \r\n\t"):
        return Unread("空のファイルです。")
    if data.startswith((_ARCHIVE, _OLD)):
        return read_workbook(data, path.name)
    if data.lstrip()[:1] == b"<" or data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff")):
        return Unread("表のファイルではありません。Excel（.xlsx）か CSV で保存したものを指定してください。")
    grid = read_csv(data, path.name)
    if isinstance(grid, Unread):
        return grid
    wrong = path.suffix.lower() not in _ENDINGS or path.suffix.lower().startswith(".xls")
    return Book((grid,), ("中身は CSV なので、CSV として読みました。",) if wrong else ())


def said_in(book: Book, reading: Reading, folder: str = "", city: str = "") -> Said | Unread:
    """What a file says about groups, or about events; `folder` if it is known which of them, `city` is our own."""
    for grid in book.grids:
        public = public_list(grid) if folder in ("", EVENT.folder) else None
        if public is not None:
            return with_statuses(said_by(public, reading.vocabularies, city))
        schemes = scheme_list(grid) if folder in ("", GRANT.folder) else None
        if schemes is not None:
            return with_conditions(schemes_said(schemes, reading.vocabularies), reading)
    folders = (folder,) if folder else tuple(SHEETS)
    grids = [grid for grid in book.grids if grid.rows and not is_lists_or_help(grid)]
    found = [(grid, understood(grid, folders, reading.vocabularies)) for grid in grids]
    sheets = [sheet for _, sheet in found if sheet is not None]
    main = next((sheet for sheet in sheets if sheet.layout.block is None), sheets[0] if sheets else None)
    if main is None:
        heads = "か".join(f"「{label_of(kind.model, kind.title)}」" for kind in SHEETS.values())
        return Unread(f"見出しの行が見つかりません。{heads}などの見出しを1行めに書いてください。")
    if not folder:
        # A sheet such as 写真 belongs to groups and events alike: it goes with the sheet of whole profiles.
        found = [
            (g, s if s is None or s.folder == main.folder else understood(g, (main.folder,), reading.vocabularies))
            for g, s in found
        ]
    told = said(tuple(sheet for _, sheet in found if sheet is not None), main.folder)
    lost = [
        f"シート「{grid.title}」は、{FOLDERS[main.folder].label}の表として読めないので、とばします。"
        for grid, s in found
        if s is None
    ]
    remarks = (*told.remarks, *(Remark("", words) for words in (*book.remarks, *lost)))
    return with_conditions(with_statuses(with_meanings(replace(told, remarks=remarks), reading)), reading)
