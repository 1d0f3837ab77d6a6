"""A sheet as rows of texts, and the names of its cells."""

from dataclasses import dataclass

Row = tuple[str, ...]
# What a sheet may hold; no office keeps so many groups, and a file that says so is a mistake or a trap.
MOST_ROWS, MOST_COLUMNS = 20_000, 1_000
NEEDED = (
    "Excel のファイルを扱う部品がありません。「pip install python-calamine xlsxwriter」で入ります。CSV なら使えます。"
)


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its title (empty for CSV), its rows from the first, and how messages name it."""

    title: str
    rows: tuple[Row, ...]
    shown: str

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, both counted from 0; empty beyond the end."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""

    def cell(self, row: int, column: int) -> str:
        """How messages name a cell: `groups.xlsx[団体]!C5`."""
        return f"{self.shown}!{letters(column)}{row + 1}"


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a file that can be read, and what is to be said of it."""

    grids: tuple[Grid, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a file cannot be read, in a sentence for people."""

    words: str


def letters(column: int) -> str:
    """The letters over a column counted from 0: 0 → A, 27 → AB."""
    out = ""
    while column >= 0:
        out = chr(ord("A") + column % 26) + out
        column = column // 26 - 1
    return out


def trimmed(rows: list[Row]) -> tuple[Row, ...]:
    """The rows without empty ones at the end."""
    last = next((n for n in range(len(rows), 0, -1) if any(rows[n - 1])), 0)
    return tuple(rows[:last])
