"""The rows of sheets that were understood, as values by name; what is no row of a profile is named and left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic_core import PydanticCustomError

from generator.japanese.phones import with_zero
from generator.japanese.text import narrow
from generator.kinds import FOLDERS
from generator.models.base import Record, inner_record
from generator.models.types import DAYS, PhoneNumber
from generator.reading.slugs import is_slug
from generator.sheets.blanks import day_by_number
from generator.sheets.columns import SLUG, Column, shorthands
from generator.sheets.grid import SINCE_1900, Doubt, Grid
from generator.sheets.layout import OWNER
from generator.sheets.lines import Line, Remark, Said, Sheet

_ERRORS = frozenset(
    ("#ref!", "#n/a", "#value!", "#div/0!", "#name?", "#null!", "#num!", "#spill!", "#calc!", "#field!")
)
_BROKEN = "#REF! や #N/A などのエラーか、何も出ていない式のセルです。いま公開している内容は変えません。"
_NOT_A_ROW = "注・合計・区切りの行のようなので、読みません。"
_NOTHING_READ = "読んだ列には何も書かれていない行なので、読みません。"
_HEADINGS_AGAIN = "見出しと同じ行なので、読みません。"
_NOTE = re.compile(r"[※*★☆]|(?:備考|注意?|注記|参考|出典|凡例|以上)(?:[\s::.。0-9()]|\Z)|\(?注[0-9)]")
_TOTAL = re.compile(r"\(?(?:合計|小計|総計|総数|計)[\s::]*(?:全?[0-9,]+\s*(?:件|団体|行|組|人)?)?\)?\Z")
_SECTION = re.compile(r"[【■□●○◆◇▼▲《<〈]")
_NUMBERS = re.compile(r"[0-9,.]+\s*(?:件|団体|行|組|人)?\Z")


def said(sheets: tuple[Sheet, ...], folder: str) -> Said:
    """Everything that the understood sheets of one folder say."""
    remarks: list[Remark] = []
    chosen: dict[str, Sheet] = {}
    for sheet in sheets:
        if sheet.rivals:
            remarks.append(_either(sheet))
        elif chosen.setdefault(sheet.block, sheet) is not sheet:
            remarks.append(_twice(chosen[sheet.block], sheet))
    read = {name: (sheet, _lines(sheet, remarks)) for name, sheet in chosen.items()}
    main = read.pop("", None)
    blocks = {name: (sheet.columns, lines) for name, (sheet, lines) in read.items()}
    columns, lines = (main[0].columns, main[1]) if main else ((), ())
    return Said(folder, columns, lines, blocks, sheets, tuple(remarks))


def _either(sheet: Sheet) -> Remark:
    titles = "か".join(f"「{title}」" for title in (sheet.layout.title, *sheet.rivals))
    words = f"{titles}のどれの表かわかりません。シートの名前をもとに戻してください。"
    return Remark(sheet.grid.shown, words, serious=True)


def _twice(one: Sheet, other: Sheet) -> Remark:
    """What is to be said of a second sheet of one kind: only a plain copy does no harm."""
    if one.grid.rows[one.head :] == other.grid.rows[other.head :] and one.grid.doubts == other.grid.doubts:
        return Remark(other.grid.shown, f"シート「{one.grid.title}」と同じ内容なので、読みません。")
    words = (
        f"「{one.layout.title}」のシートが二つあり（「{one.grid.title}」と「{other.grid.title}」）、内容がちがいます。"
        "どちらを使うかわからないので、使わないほうを消すか、非表示にしてください。"
    )
    return Remark(other.grid.shown, words, serious=True)


@dataclass(slots=True)
class _Cells:
    """The cells of one row while they are read: texts, places and doubts by the name of their value."""

    texts: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    doubts: dict[str, Doubt] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def own(self) -> list[str]:
        """The texts that stand in this row, not lent from another."""
        return [text for name, text in self.texts.items() if text and name not in self.doubts]


def _lines(sheet: Sheet, remarks: list[Remark]) -> tuple[Line, ...]:
    """The rows of a sheet; remarks are added about those that are none."""
    grid, found = sheet.grid, []
    columns = [(match.at, match.column) for match in sheet.matches if match.column is not None]
    first = min((at for at, _ in columns), default=0)
    last = max([len(grid.rows), *(row + 1 for (row, _), doubt in grid.doubts.items() if doubt == Doubt.BROKEN)])
    for n in range(sheet.head + 1, last):
        cells = _read(grid, n, columns)
        if not cells.own() and Doubt.BROKEN not in cells.doubts.values():
            remarks += _elsewhere(grid, n)
            continue
        words = _HEADINGS_AGAIN if _is_head(sheet, n) else _NOT_A_ROW if _is_note(cells, columns, sheet) else ""
        if words:
            remarks.append(Remark(grid.cell(n, first), words))
            continue
        found.append(_line(sheet, cells, grid.cell(n, first)))
    return tuple(found)


def _elsewhere(grid: Grid, n: int) -> list[Remark]:
    """What is to be said of a row with nothing in the columns that were understood: nothing if it is empty."""
    row = grid.rows[n] if n < len(grid.rows) else ()
    first = next((m for m, text in enumerate(row) if text and (n, m) not in grid.doubts), None)
    return [] if first is None else [Remark(grid.cell(n, first), _NOTHING_READ)]


def _read(grid: Grid, n: int, columns: Sequence[tuple[int, Column]]) -> _Cells:
    cells = _Cells()
    for at, column in columns:
        text, doubt = grid.text(n, at), grid.doubts.get((n, at))
        place = cells.places[column.name] = grid.cell(n, at)
        if text.isascii() and text.casefold() in _ERRORS:
            doubt = Doubt.BROKEN
        if doubt is not None:
            cells.doubts[column.name] = doubt
        if doubt == Doubt.BROKEN:
            cells.remarks.append(Remark(place, _BROKEN))
        if doubt in (Doubt.BROKEN, Doubt.COVERED):
            text = ""
        meant, words = _repaired(column, text, grid)
        if words:
            cells.remarks.append(Remark(place, words))
        cells.texts[column.name] = meant
    return cells


def _repaired(column: Column, text: str, grid: Grid) -> tuple[str, str]:
    """What stood in a cell before Excel made a number of it, and what is to be said of that."""
    plain = narrow(text)
    if not plain[:1].isdigit():
        return text, ""
    phone = with_zero(plain) if column.is_a(PhoneNumber) else ""
    if phone:
        return phone, f"{text} は、はじめの 0 が落ちた電話番号のようなので、{phone} と読みました。"
    # A workbook that counts days from another one than most.
    dated = grid.since != SINCE_1900 and any(map(column.is_a, DAYS))
    day = day_by_number(plain, grid.since) if dated else ""
    return day or text, f"{text} は Excel の日付や時刻の番号なので、{day} と読みました。" if day else ""


def _is_head(sheet: Sheet, n: int) -> bool:
    head = sheet.grid.rows[sheet.head]
    return n < len(sheet.grid.rows) and [*filter(None, sheet.grid.rows[n])] == [*filter(None, head)]


def _is_note(cells: _Cells, columns: Sequence[tuple[int, Column]], sheet: Sheet) -> bool:
    """Whether a row is a footnote, a sum or a heading between rows, and not about a profile."""
    if is_slug(narrow(cells.texts.get(SLUG, "")).casefold()):
        return False
    own = cells.own()
    lead = narrow(own[0]) if own else ""
    if _TOTAL.match(lead):
        return all(_NUMBERS.match(narrow(text)) for text in own[1:])
    if _NOTE.match(lead):
        return len(own) <= 2
    if len(own) != 1 or len(columns) < 3:
        return False
    name = cells.texts.get(OWNER if sheet.block else FOLDERS[sheet.folder].title, "")
    return bool(cells.texts.get(SLUG)) or (bool(name) and bool(_SECTION.match(lead)))


def _line(sheet: Sheet, cells: _Cells, place: str) -> Line:
    slug = cells.texts.pop(SLUG, "")
    name = cells.texts.pop(OWNER, "") if sheet.block else cells.texts.get(FOLDERS[sheet.folder].title, "")
    if not sheet.block:
        for short in shorthands(FOLDERS[sheet.folder].model):
            _expand(short, cells)
    values = {name: text for name, text in cells.texts.items() if text}
    return Line(_slug(slug), name, place, values, cells.places, tuple(cells.remarks), cells.doubts)


def _slug(text: str) -> str:
    """An address in half-width letters, if it is one."""
    plain = narrow(text)
    return plain if is_slug(plain) else text.strip()


def _expand(short: Column, cells: _Cells) -> None:
    """Take apart what is written in one cell for a whole block: 年会費1,000円・入会金なし."""
    text, place = cells.texts.pop(short.name, ""), cells.places.get(short.name, "")
    inner = inner_record(short.info.annotation) if short.info else None
    if inner is None:
        return
    parts, doubt = _parts(inner, text), cells.doubts.get(short.name)
    for field_name in inner.model_fields if doubt else parts:
        name = f"{short.name}.{field_name}"
        if cells.texts.get(name):
            continue
        cells.texts[name], cells.places[name] = parts.get(field_name, ""), place
        if doubt:
            cells.doubts[name] = doubt


def _parts(inner: type[Record], text: str) -> dict[str, str]:
    if not text:
        return {}
    try:
        return {name: str(value) for name, value in inner.in_one_line(text).items()}
    except PydanticCustomError:
        return {inner.shorthand: text}
