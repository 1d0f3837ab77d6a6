"""A sheet as rows of texts, and the names of its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.installing import pip

Row = tuple[str, ...]
# What a sheet may hold; no office keeps so many groups, and a file that says so is a mistake or a trap.
MOST_ROWS, MOST_COLUMNS = 20_000, 1_000
NEEDED = (
    f"Excel のファイルを扱う部品がありません。「{pip('python-calamine', 'xlsxwriter')}」で入ります。CSV なら使えます。"
)


# The day before which days are counted from 1, with a leap day that never was between the two.
SINCE_1900 = date(1899, 12, 30)
Place = tuple[int, int]


class Doubt(StrEnum):
    """Why a cell does not say for sure what its value is to be."""

    BROKEN = "broken"  # An error, or a formula that shows nothing.
    COVERED = "covered"  # Merged into a cell on its left.
    LENT = "lent"  # Merged into the cell above it, which speaks for both.


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its title (empty for CSV), its rows from the first, and how messages name it.

    `doubts` are by row and column counted from 0; `since` is the day from which the numbers of days count.
    """

    title: str
    rows: tuple[Row, ...]
    shown: str
    doubts: Mapping[Place, Doubt] = field(default_factory=dict)
    since: date = SINCE_1900

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, both counted from 0; empty beyond the end."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""

    def cell(self, row: int, column: int) -> str:
        """How messages name a cell: `groups.xlsx[団体]!C5`."""
        return f"{self.shown}!{column_letters(column)}{row + 1}"


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a file that can be read, and what is to be said of it."""

    grids: tuple[Grid, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a file cannot be read, in a sentence for people."""

    words: str


def column_letters(column: int) -> str:
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
