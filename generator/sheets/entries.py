"""The entries that a block of a profile has now, and which of them a row of a sheet is."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.sheets.cells import canonical, same, shown
from generator.sheets.columns import LANGUAGE, Block, Column, Vocabularies
from generator.sheets.grid import Doubt
from generator.sheets.lines import Line
from generator.sheets.profile import Entry, Texts

# The cells of an entry by column; one that cannot be read is not among them.
Cells = dict[str, str]
_EXCERPT = 40


class Old:
    """The entries that a block has now, and what cells would say of them."""

    def __init__(self, listed: list[Entry], block: Block, terms: Vocabularies) -> None:
        self.block = block
        self.terms = terms
        self.entries = listed
        self.cells = [{c.name: shown(c, e.get(c.name, []), terms) for c in block.columns} for e in listed]

    @property
    def rows(self) -> list[tuple[int | None, Cells]]:
        """The entries as rows that say what they say now."""
        return list(enumerate(self.cells))

    def rows_with(self, rows: Sequence[tuple[int | None, Cells]]) -> list[tuple[int | None, Cells]]:
        """All entries in their order, those that rows speak of as these say."""
        said = dict(rows)
        return [(n, said.get(n, cells)) for n, cells in self.rows]

    def alike(self, n: int, row: Cells, columns: Sequence[Column]) -> int:
        """In how many of these columns an entry says what a row says, or the row says nothing."""
        return sum(
            c.name not in row or same(c, self.cells[n].get(c.name, ""), row[c.name], self.terms) for c in columns
        )

    def shared(self, n: int, row: Cells) -> int:
        """How many words a row and an entry have in common."""
        columns = (column for column in self.block.columns if row.get(column.name))
        return sum(same(c, self.cells[n].get(c.name, ""), row[c.name], self.terms) for c in columns)

    def number(self, mark: str) -> int | None:
        """Which entry a wide column's number or language means; None if there is no such entry yet."""
        marks = [e[LANGUAGE][0] for e in self.entries] if self.block.keyed else [*map(str, range(len(self.entries)))]
        return marks.index(mark) if mark in marks else None

    def less(self, n: int, row: Cells, columns: Sequence[Column]) -> Iterator[tuple[Column, str]]:
        """What an entry says in these columns and would not say any more as the row has it."""
        for column in columns:
            if column.name in row:
                gone = fewer(self.entries[n].get(column.name, []), canonical(column, row[column.name], self.terms))
                if gone:
                    yield column, shown(column, gone, self.terms)

    def rewritten(self, n: int, row: Cells, columns: Sequence[Column]) -> bool:
        """Whether nothing that an entry says stands in the row that was taken for it."""
        said = [column for column in columns if self.cells[n].get(column.name)]
        return len(said) > 1 and not self.alike(n, row, said)

    def mark(self, n: int) -> str:
        """The number or language with which a wide column names an entry."""
        return self.entries[n][LANGUAGE][0] if self.block.keyed else str(n)

    def excerpt(self, n: int) -> str:
        """The beginning of what an entry says."""
        words = "・".join(text for text in self.cells[n].values() if text)[: _EXCERPT + 1]
        return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"


def fewer(was: Texts, now: Texts) -> Texts:
    """The values that go where there are fewer than before; others in their place are a change."""
    return [text for text in was if text not in now] if len(now) < len(was) else []


def matched_rows(
    old: Old, lines: Sequence[Line], columns: Sequence[Column], quiet: Callable[[Line], bool]
) -> list[tuple[int | None, Cells]]:
    """The rows of a block, each with the entry that it is, if it is one; empty cells of a `quiet` row say nothing.

    That is one that says the same; else the one of its language or in its place, or the likest that is left.
    """
    rows = [_read(line, columns, empty=not quiet(line)) for line in lines]
    free = dict.fromkeys(range(len(old.entries)))
    chosen: dict[int, int] = {}
    for find in (_whole, _exact, _partner):
        for k, row in enumerate(rows):
            found = find(old, row, columns, (k, len(rows)), free) if free and k not in chosen else None
            if found is not None:
                chosen[k] = found
                del free[found]
    return [(chosen.get(k), _with_lent(old, chosen.get(k), row, lines[k])) for k, row in enumerate(rows)]


def _read(line: Line, columns: Sequence[Column], *, empty: bool) -> Cells:
    """The cells that a row says itself, with the empty ones or without them."""
    said = {c.name: line.values.get(c.name, "") for c in columns if line.doubts.get(c.name) is None}
    return {name: text for name, text in said.items() if text or empty}


def _with_lent(old: Old, n: int | None, row: Cells, line: Line) -> Cells:
    """A row with what it has from merged cells, where its entry says nothing yet."""
    lent = {name: text for name, text in line.values.items() if line.doubts.get(name) == Doubt.LENT}
    now = old.cells[n] if n is not None else {}
    return row | {name: text for name, text in lent.items() if not now.get(name)}


Place = tuple[int, int]
Free = Mapping[int, None]


def _whole(old: Old, row: Cells, columns: Sequence[Column], place: Place, free: Free) -> int | None:
    """An entry that says the same as a row of which every cell can be read."""
    return _exact(old, row, columns, place, free) if all(column.name in row for column in columns) else None


def _exact(old: Old, row: Cells, columns: Sequence[Column], place: Place, free: Free) -> int | None:
    """An entry that says the same as a row, the one in its place before others."""
    first = [place[0]] if place[0] in free else []
    return next((n for n in (*first, *free) if old.alike(n, row, columns) == len(columns)), None)


def _partner(old: Old, row: Cells, columns: Sequence[Column], place: Place, free: Free) -> int | None:
    """The entry that a row is a new wording of."""
    at, many = place
    if old.block.keyed:
        language = next((column for column in columns if column.name == LANGUAGE), None)
        found = old.number("".join(canonical(language, row.get(LANGUAGE, ""), old.terms))) if language else None
        return found if found in free else None
    if many == len(old.entries) and at in free:
        return at
    best = max(free, key=lambda n: (old.shared(n, row), -n))
    return best if old.shared(best, row) else None
