"""An office at work on a workbook: deeds that people do, and a model of what each of them takes out on purpose."""

import atexit
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from generator.reading.read import read
from generator.sheets.columns import SLUG
from generator.sheets.layout import sheets
from tests.books import made
from tests.folders import GROUP, content

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
  - role: volunteer
    title: {1}の案内
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

Cell = str | tuple[str, str]
# An entry is a group, the block it is in (empty for the group itself) and its number; a fact is one field of it.
Entry = tuple[str, str, int]
Fact = tuple[str, str, int, str]
FACTS: dict[Fact, str] = {}


@dataclass(slots=True)
class Square:
    """A cell that somebody may write in, and the fact that it shows as it is given out."""

    cell: Cell
    fact: Fact | None = None

    @property
    def shows(self) -> bool:
        """Whether it still says what it was given out with."""
        return self.fact is not None and self.cell == FACTS[self.fact]


@dataclass(slots=True)
class Line:
    """A row, and the entry that it was when it was given out."""

    squares: list[Square]
    entry: Entry | None = None

    def copy(self) -> "Line":
        return Line([Square(each.cell, each.fact) for each in self.squares], self.entry)

    @property
    def addressed(self) -> bool:
        """Whether it says whose it is by its own address."""
        return any(each.shows and each.fact and each.fact[3] == SLUG for each in self.squares)


@dataclass(slots=True)
class Sheet:
    """A sheet: its title, the block of its rows, the rows over its headings, the headings and the rows below."""

    title: str
    block: str
    head: Line
    rows: list[Line]
    above: list[Line] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False


@dataclass(slots=True)
class Office:
    """A workbook while somebody works in it, and what was taken out or written anew on purpose."""

    sheets: list[Sheet]
    cleared: set[Fact] = field(default_factory=set)
    deleted: set[Entry] = field(default_factory=set)

    def data(self) -> bytes:
        """The file as it is saved."""

        def write(book: Any) -> None:
            for sheet in self.sheets:
                page = book.add_worksheet(sheet.title)
                if sheet.hidden:
                    page.hide()
                rows = [*sheet.above, sheet.head, *sheet.rows]
                for n, row in enumerate(rows):
                    for m, square in enumerate(row.squares):
                        put_cell(page, n, m, square.cell)
                _merge(page, sheet, rows)

        return made(write)

    def sheet(self, title: str) -> Sheet:
        """The sheet of a title."""
        return next(sheet for sheet in self.sheets if sheet.title == title)

    def seen(self) -> Iterator[Line]:
        """The rows that whoever opens the file sees."""
        return (row for sheet in self.sheets if not sheet.hidden for row in sheet.rows)

    def taken_out(self) -> set[Fact]:
        """The facts that may go: emptied, rewritten or deleted by somebody who says whose they are.

        What another row still shows is not taken out. A row without its address speaks of nothing that could go, nor
        does a sheet that is not there, nor the list of groups when a row is missing from it.
        """
        rows = list(self.seen())
        shown = {square.fact for row in rows for square in row.squares if square.shows}
        there = {row.entry for row in rows}
        spoken = {square.fact for row in rows if row.addressed for square in row.squares}
        deleted = {each for each in self.deleted - there if self._speaks_of(each, rows)}
        cleared = {fact for fact in self.cleared & spoken if fact is not None and fact not in shown}
        return cleared | {fact for fact in FACTS if fact[:3] in deleted}

    def _speaks_of(self, entry: Entry, rows: list[Line]) -> bool:
        """Whether the workbook says that an entry of which it has no row is to go."""
        slug, block, _ = entry
        blocks = {sheet.block for sheet in self.sheets if not sheet.hidden}
        if not block or block not in blocks:
            return False
        whose = "" if "" in blocks else block
        mine = [row for row in rows if row.entry and row.entry[:2] == (slug, whose)]
        return bool(mine) and all(row.addressed for row in mine)


def put_cell(page: Any, row: int, column: int, cell: Cell) -> None:
    """Write one cell: a text, or a formula with the value it had when it was saved."""
    if isinstance(cell, tuple):
        page.write_formula(row, column, cell[0], value=cell[1])
    elif cell:
        page.write_string(row, column, cell)


def _merge(page: Any, sheet: Sheet, rows: list[Line]) -> None:
    """Merge cells that are still there and not merged already; as in a spreadsheet, the first one's text remains."""
    taken: set[tuple[int, int]] = set()
    lead = len(sheet.above) + 1
    for top, left, bottom, right in sheet.merged:
        inside = {(n, m) for n in range(top + lead, bottom + lead + 1) for m in range(left, right + 1)}
        if not inside & taken and bottom < len(sheet.rows) and left < len(rows[top + lead].squares):
            taken |= inside
            text = rows[top + lead].squares[left].cell
            shown = text if isinstance(text, str) else ""
            page.merge_range(top + lead, left, bottom + lead, right, shown)


def exported() -> Office:
    """The workbook as it is given out."""
    filled, _ = sheets(READING, "groups")
    given: list[Sheet] = []
    for layout in filled:
        block, numbers = layout.block.name if layout.block else "", dict.fromkeys(GROUPS, 0)
        lines = []
        for row in layout.rows:
            entry = (row[0], block, numbers[row[0]])
            numbers[row[0]] += 1
            facts = [(*entry, column.name) for column in layout.columns]
            FACTS.update({fact: text for fact, text in zip(facts, row, strict=True) if text})
            lines.append(
                Line([Square(t, f if t else None) for t, f in zip(row, facts, strict=True)], entry),
            )
        given.append(Sheet(layout.title, block, Line([Square(c.label) for c in layout.columns]), lines))
    return Office(given)


# What people do to a workbook: each takes it, one of its sheets, and two numbers that say where.
Deed = Callable[[Office, Sheet, int, int], None]


def at(sheet: Sheet, n: int) -> Line | None:
    """A row of a sheet, if it has any."""
    return sheet.rows[n % len(sheet.rows)] if sheet.rows else None


def duplicate(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if row := at(sheet, n):
        sheet.rows.append(row.copy())


def duplicate_and_change_one(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if row := at(sheet, n):
        sheet.rows.append(row.copy())
        (clear_row if n % 2 else change_row)(office, (row, sheet.rows[-1])[m % 2], m)


def duplicate_for_another(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if row := at(sheet, n):
        sheet.rows.append(row.copy())
        if len(row.squares) > 1:
            sheet.rows[-1].squares[1].cell = "写しから作る会"


def sort(office: Office, sheet: Sheet, n: int, m: int) -> None:
    column = m % len(sheet.head.squares)
    sheet.rows.sort(
        key=lambda row: str([square.cell for square in row.squares[column : column + 1]]), reverse=n % 2 == 1
    )


def sort_addresses_alone(office: Office, sheet: Sheet, n: int, m: int) -> None:
    cells = sorted((row.squares[0].cell for row in sheet.rows), key=str, reverse=bool(n % 2))
    for row, cell in zip(sheet.rows, cells, strict=True):
        row.squares[0].cell = cell


def insert(office: Office, sheet: Sheet, n: int, m: int) -> None:
    sheet.rows.insert(n % (len(sheet.rows) + 1), Line([Square("") for _ in sheet.head.squares]))


def insert_title(office: Office, sheet: Sheet, n: int, m: int) -> None:
    sheet.above.append(Line([Square("令和8年度 名簿")]))


def insert_column(office: Office, sheet: Sheet, n: int, m: int) -> None:
    place = m % (len(sheet.head.squares) + 1)
    sheet.head.squares.insert(place, Square("担当のメモ"))
    for row in (row for row in sheet.rows if row.squares):
        row.squares.insert(place, Square("済" if n % 2 else ""))


def move_column(office: Office, sheet: Sheet, n: int, m: int) -> None:
    old, new = n % len(sheet.head.squares), m % len(sheet.head.squares)
    for row in (sheet.head, *sheet.rows):
        row.squares.extend(Square("") for _ in range(len(sheet.head.squares) - len(row.squares)))
        row.squares.insert(new, row.squares.pop(old))


def drop_column(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if len(sheet.head.squares) > 2:
        place = 2 + m % (len(sheet.head.squares) - 2)
        for row in (sheet.head, *sheet.rows):
            del row.squares[place : place + 1]


def footnote(office: Office, sheet: Sheet, n: int, m: int) -> None:
    words = ("※ 電話は事務局が確かめたもの", "合計 69", "以上", "注1 10月現在", "計", "【環境】")
    sheet.rows.append(Line([Square(words[n % 6]), *(Square("") for _ in sheet.head.squares[1:])]))


def delete(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if row := at(sheet, n):
        delete_row(office, sheet, row)


def delete_row(office: Office, sheet: Sheet, row: Line) -> None:
    sheet.rows = [each for each in sheet.rows if each is not row]
    if row.entry:
        office.deleted.add(row.entry)


def clear(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if row := at(sheet, n):
        clear_row(office, row, m)


def clear_row(office: Office, row: Line, m: int) -> None:
    write_row(office, row, m, "")


def change_row(office: Office, row: Line, m: int) -> None:
    write_row(office, row, m, "直した内容です。")


def change(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if row := at(sheet, n):
        change_row(office, row, m)


# Fields that can be emptied, and such as can say anything: most deeds shall not be kept out by a rule.
SOFT = {
    "": {"founded", "criteria", "note", "place"},
    "直した内容です。": {"summary", "description", "note", "title", "text"},
}


def write_row(office: Office, row: Line, m: int, text: str) -> None:
    """Write in a cell that shows a fact, other than whose it is."""
    mine = [s for s in row.squares if s.shows and s.fact and s.fact[3] not in (SLUG, "owner", "name")]
    soft = [square for square in mine if square.fact and square.fact[3] in SOFT[text]]
    if m % 5 and soft:
        mine = soft
    if mine:
        square = mine[m % len(mine)]
        square.cell = text
        if square.fact:
            office.cleared.add(square.fact)


def duplicate_group_and_change_one(office: Office, sheet: Sheet, n: int, m: int) -> None:
    main = next((each for each in office.sheets if not each.block), sheet)
    duplicate_and_change_one(office, main, n, m)


def take_address(office: Office, sheet: Sheet, n: int, m: int) -> None:
    """Empty an address, and take something out that belongs to it."""
    row = at(sheet, n)
    if row is None or row.entry is None:
        return
    for square in row.squares:
        if square.fact and square.fact[3] == SLUG:
            square.cell = ""
    if m % 3:
        clear_row(office, row, m)
        return
    for other in office.sheets:
        gone = next((each for each in other.rows if each.entry and other.block and each.entry[0] == row.entry[0]), None)
        if gone is not None and gone is not row:
            delete_row(office, other, gone)


BROKEN: tuple[Cell, ...] = (("=Z99", ""), ("=1/0", "#DIV/0!"), "#REF!", "#N/A")


def break_cell(office: Office, sheet: Sheet, n: int, m: int) -> None:
    row = at(sheet, n)
    if row and row.squares:
        row.squares[m % len(row.squares)].cell = BROKEN[n % 4]


def break_fact(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if row := at(sheet, n):
        mine = [square for square in row.squares if square.shows]
        soft = [square for square in mine if square.fact and square.fact[3] in SOFT[""]]
        if mine:
            (soft or mine)[m % len(soft or mine)].cell = BROKEN[n % 4]


def break_beside_deletion(office: Office, sheet: Sheet, n: int, m: int) -> None:
    """A row that cannot be told from the one over it any more, and that one is deleted."""
    calls = next((each for each in office.sheets if each.block == "recruiting" and n % 3), sheet)
    pairs = [(one, two) for one, two in zip(calls.rows, calls.rows[1:], strict=False) if are_alike(one, two)]
    if pairs:
        over, row = pairs[m % len(pairs)]
        mine = [s for s in row.squares if s.shows and s.fact and s.fact[3] not in (SLUG, "owner", "role")]
        if mine:
            mine[n % len(mine)].cell = BROKEN[n % 4]
            delete_row(office, calls, over)


def are_alike(one: Line, two: Line) -> bool:
    """Whether two rows are entries of one group, and of the same kind where they have one."""
    roles = [{s.cell for s in row.squares if s.fact and s.fact[3] == "role"} for row in (one, two)]
    return bool(one.entry and two.entry and one.entry[:2] == two.entry[:2] and roles[0] == roles[1])


def wrong_address(office: Office, sheet: Sheet, n: int, m: int) -> None:
    words = ("kawa-akri", "", "ｋａｗａ－ａｋａｒｉ", "kawa-akari ", "mori-no-oto", "#REF!")
    row = at(sheet, n)
    if row and row.squares:
        row.squares[0].cell = words[m % 6]


def merge(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if sheet.rows:
        top, left = n % len(sheet.rows), m % len(sheet.head.squares)
        wide, high = ((0, 1), (1, 0), (1, 1))[n % 3]
        sheet.merged.append((top, left, top + high, left + wide))


def merge_addresses(office: Office, sheet: Sheet, n: int, m: int) -> None:
    """Merge the address, or address and name, of the last row of a group with those of the next group's first."""
    for top, (one, two) in enumerate(zip(sheet.rows, sheet.rows[1:], strict=False)):
        if one.entry and two.entry and one.entry[0] != two.entry[0] and (top + n) % 2:
            sheet.merged.append((top, 0, top + 1, m % 3 and 1))


def rename(office: Office, sheet: Sheet, n: int, m: int) -> None:
    names = (f"{sheet.title} (2)", f"{sheet.title}_修正", f"シート{len(office.sheets)}{n}")
    if all(each.title != names[m % 3] for each in office.sheets):
        sheet.title = names[m % 3]


def rename_and_drop_rival(office: Office, sheet: Sheet, n: int, m: int) -> None:
    """Of two sheets with the same headings one is given another title, and the other is gone."""
    rivals = [each for each in office.sheets if each.block in ("offers", "seeks")]
    if len(rivals) == 2:
        rivals[n % 2].title = f"表{n}{m}"
        office.sheets.remove(rivals[1 - n % 2])


def copy_sheet(office: Office, sheet: Sheet, n: int, m: int) -> None:
    title = f"{sheet.title} (2)"
    if all(each.title != title for each in office.sheets):
        head = sheet.head.copy()
        copy = Sheet(
            title, sheet.block, head, [row.copy() for row in sheet.rows], list(sheet.above), list(sheet.merged)
        )
        office.sheets.insert((n % 3) * len(office.sheets), copy)
        if n % 2 and (row := at(copy, m)):
            (clear_row if m % 2 else change_row)(office, row, m)


def hide(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if office.sheets[0] is not sheet and sum(not each.hidden for each in office.sheets) > 1:
        sheet.hidden = True


def drop_sheet(office: Office, sheet: Sheet, n: int, m: int) -> None:
    if len(office.sheets) > 2:
        office.sheets.remove(sheet)


PLAIN: tuple[Deed, ...] = (
    duplicate, duplicate_for_another, sort, sort_addresses_alone, insert, insert_title, insert_column, move_column,
    drop_column, footnote, delete, clear, change, break_cell, wrong_address, merge, rename, copy_sheet, hide,
    drop_sheet,
)  # fmt: skip
# Deeds that a workbook invites to and that once cost somebody something.
TRAPS: tuple[Deed, ...] = (
    duplicate_and_change_one, duplicate_group_and_change_one, take_address, break_fact, break_beside_deletion,
    merge_addresses, rename_and_drop_rival,
)  # fmt: skip
