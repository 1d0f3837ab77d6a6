"""What a sheet says, held against a profile: only what differs is to be changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.intake.flat import nested
from generator.reading.read import FOLDERS
from generator.sheets.cells import canonical, same, shown
from generator.sheets.columns import LANGUAGE, Block, Column, Vocabularies, blocks
from generator.sheets.lines import Line, Said
from generator.sheets.profile import Entry, Texts, entries, pairs

Cells = dict[str, str]


def wanted_fields(
    what: Said, line: Line | None, inside: Mapping[str, Sequence[Line]], old: Mapping[str, Texts], terms: Vocabularies
) -> dict[str, Any]:
    """The fields of a profile that are to be set, or removed where empty, so that it says what the sheets say.

    `line` is its row in the sheet of whole profiles, `inside` its rows in the sheets of blocks, `old` what it says now.
    """
    record = FOLDERS[what.folder]
    repeated = {block.name: block for block in blocks(record)}
    new: dict[str, Texts] = dict(old)
    touched: set[str] = set()
    if line is not None:
        for column in what.columns:
            cell = line.values.get(column.name, "")
            says = cell or not (what.keep or column.name in what.silent)
            if says and not _block_of(column.name, repeated):
                touched |= _set(new, column, cell, terms)
    for name, block in repeated.items():
        listed = _rejoined(_Old(entries(old, block, terms), block, terms), what, line, inside)
        if listed is not None:
            new = {each: texts for each, texts in new.items() if not each.startswith(f"{name}.")}
            for pair_name, text in pairs(block, listed):
                new.setdefault(pair_name, []).append(text)
            touched.add(name.partition(".")[0])
    return {top: _data(new, top, what.folder) for top in touched}


def _data(texts: Mapping[str, Texts], top: str, folder: str) -> Any:
    inside = [(name, text) for name, each in texts.items() if name.partition(".")[0] == top for text in each]
    return nested(inside, FOLDERS[folder])[0].get(top, "")


def _set(new: dict[str, Texts], column: Column, cell: str, terms: Vocabularies) -> set[str]:
    """Put a cell's values in the place of a profile's if they differ; the field that was touched."""
    if same(column, cell, shown(column, new.get(column.name, []), terms), terms):
        return set()
    new.pop(column.name, None)
    values = canonical(column, cell, terms)
    if values:
        new[column.name] = values
    return {column.name.partition(".")[0]}


def _block_of(name: str, repeated: Mapping[str, Block]) -> str:
    return next((block for block in repeated if name.startswith(f"{block}.")), "")


class _Old:
    """The entries that a block has now, and what cells would say of them."""

    def __init__(self, listed: list[Entry], block: Block, terms: Vocabularies) -> None:
        self.block = block
        self.terms = terms
        self.entries = listed
        self.cells = [{c.name: shown(c, e.get(c.name, []), terms) for c in block.columns} for e in listed]

    def alike(self, n: int, row: Cells, columns: Sequence[Column]) -> int:
        """In how many of these columns an entry says what a row says."""
        return sum(same(c, self.cells[n][c.name], row.get(c.name, ""), self.terms) for c in columns)

    def number(self, mark: str) -> int | None:
        """Which entry a wide column's number or language means; None if there is no such entry yet."""
        marks = [e[LANGUAGE][0] for e in self.entries] if self.block.keyed else [*map(str, range(len(self.entries)))]
        return marks.index(mark) if mark in marks else None


# A row of a block, and which entry of now it is, if any.
_Row = tuple[int | None, Cells]


def _rejoined(old: _Old, what: Said, line: Line | None, inside: Mapping[str, Sequence[Line]]) -> list[Entry] | None:
    """The entries as the sheets want them, each with what they do not speak of; None if nothing differs."""
    if what.keep and old.block.name in what.blocks and not inside.get(old.block.name):
        return None
    if old.block.name in what.blocks:
        columns = what.blocks[old.block.name][0]
        rows = list(_sheet_rows(old, [dict(each.values) for each in inside.get(old.block.name, ())], columns))
    else:
        columns = old.block.columns
        rows = _wide_rows(old, what, line)
    if old.block.keyed:
        # Languages have no order of their own: they stay in the one they have in the profile.
        rows.sort(key=lambda row: len(old.entries) if row[0] is None else row[0])
    kept = [n for n, _ in rows] == list(range(len(old.entries)))
    if kept and all(n is not None and old.alike(n, row, columns) == len(columns) for n, row in rows):
        return None
    return [_entry(old.entries[n] if n is not None else {}, row, columns, old.terms) for n, row in rows]


def _wide_rows(old: _Old, what: Said, line: Line | None) -> list[_Row]:
    """The entries in the columns of a wide sheet; what has no column there stays as it is."""
    lead = f"{old.block.name}."
    spoken: dict[str, dict[str, str]] = {}
    for column in what.columns if line is not None else ():
        if line is not None and column.name.startswith(lead):
            mark, _, name = column.name.removeprefix(lead).partition(".")
            cell = line.values.get(column.name, "")
            if cell or not what.keep:
                spoken.setdefault(mark, {})[name] = cell
    known = {old.number(mark): mark for mark in spoken}
    rows: list[_Row] = [(n, cells | spoken.get(known.get(n, ""), {})) for n, cells in enumerate(old.cells)]
    for mark in sorted(spoken, key=lambda mark: int(mark) if mark.isdigit() else 0):
        if old.number(mark) is None:
            rows.append((None, {LANGUAGE: mark, **spoken[mark]}))
    emptied = {old.number(mark) for mark, cells in spoken.items() if not any(cells.values())} - {None}
    return [(n, row) for n, row in rows if n not in emptied and any(t for name, t in row.items() if name != LANGUAGE)]


def _sheet_rows(old: _Old, rows: list[Cells], columns: Sequence[Column]) -> Iterator[_Row]:
    """Which entry each row is: one that says the same, else the one of its language or in its place, or the likest."""
    free = dict.fromkeys(range(len(old.entries)))
    chosen: dict[int, int] = {}
    order = [*((k, True) for k in range(len(rows))), *((k, False) for k in range(len(rows)))]
    for k, exactly in order:
        if k in chosen or not free:
            continue
        found = (
            _exact(old, rows[k], columns, k, free) if exactly else _partner(old, rows[k], columns, (k, len(rows)), free)
        )
        if found is not None:
            chosen[k] = found
            del free[found]
    yield from ((chosen.get(k), row) for k, row in enumerate(rows))


def _exact(old: _Old, row: Cells, columns: Sequence[Column], place: int, free: Mapping[int, None]) -> int | None:
    first = [place] if place in free else []
    return next((n for n in (*first, *free) if old.alike(n, row, columns) == len(columns)), None)


def _partner(
    old: _Old, row: Cells, columns: Sequence[Column], place: tuple[int, int], free: Mapping[int, None]
) -> int | None:
    at, many = place
    if old.block.keyed:
        language = next((column for column in columns if column.name == LANGUAGE), None)
        found = old.number("".join(canonical(language, row.get(LANGUAGE, ""), old.terms))) if language else None
        return found if found in free else None
    if many == len(old.entries) and at in free:
        return at
    return max(free, key=lambda n: (old.alike(n, row, columns), -n))


def _entry(old: Entry, row: Cells, columns: Sequence[Column], terms: Vocabularies) -> Entry:
    entry = dict(old)
    for column in columns:
        _set(entry, column, row.get(column.name, ""), terms)
    return entry
