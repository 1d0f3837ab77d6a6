"""What a sheet says, held against a profile: only what differs is to be changed, and what would be gone is named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.intake.flat import nested
from generator.kinds import FOLDERS
from generator.sheets.cells import canonical, same, shown
from generator.sheets.columns import LANGUAGE, SLUG, Block, Column, Vocabularies, blocks
from generator.sheets.entries import Cells, Old, fewer, matched_rows
from generator.sheets.gather import Row
from generator.sheets.grid import Doubt
from generator.sheets.layout import OWNER
from generator.sheets.lines import Line, Remark, Said
from generator.sheets.profile import Entry, Texts, entries, pairs

_LENT = "結合されたセルの内容は使わず、いま公開している内容のままにします。"


@dataclass(frozen=True, slots=True)
class Gone:
    """What a profile says now and will not say any more: what it is called, its text, and the cell or row it is at."""

    label: str
    text: str
    cell: str


@dataclass(slots=True)
class Compared:
    """The fields of a profile that are to be set, or removed where empty, so that it says what the sheets say."""

    fields: dict[str, Any] = field(default_factory=dict)
    gone: list[Gone] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Profile:
    """What a comparison looks at: all that is said, what is said of one profile, and what it says now.

    `loose` has, by block, a row of which nobody can say whose it is.
    """

    said: Said
    row: Row
    old: Mapping[str, Texts]
    terms: Vocabularies
    loose: Mapping[str, str]

    @property
    def keeps(self) -> bool:
        """Whether an empty cell takes nothing away: only somebody who gives the address speaks of what there is."""
        return self.quiet(self.row.line)

    def quiet(self, line: Line | None) -> bool:
        """Whether an empty cell of a row takes nothing away."""
        return self.said.keep or not (self.said.complete or (line is not None and line.slug))

    def takes_away(self, block: Block) -> bool:
        """Whether an entry without a row is to go."""
        if self.row.line is not None or self.said.has_main:
            return not self.keeps
        inside = self.row.inside.get(block.name, ())
        return not self.said.keep and bool(inside) and all(line.slug for line in inside)


def compared(said: Said, row: Row, old: Mapping[str, Texts], terms: Vocabularies, loose: Mapping[str, str]) -> Compared:
    """What the sheets want of a profile that says `old` now."""
    here, out = _Profile(said, row, old, terms, loose), Compared()
    record = FOLDERS[said.folder].model
    repeated = {block.name: block for block in blocks(record)}
    new: dict[str, Texts] = dict(old)
    touched: set[str] = set()
    for column in said.columns if row.line is not None else ():
        if row.line is not None and not _block_of(column.name, repeated):
            touched |= _single(here, row.line, column, new, out)
    for name, block in repeated.items():
        listed = _rejoined(here, block, out)
        if listed is not None:
            new = {each: texts for each, texts in new.items() if not each.startswith(f"{name}.")}
            for pair_name, text in pairs(block, listed):
                new.setdefault(pair_name, []).append(text)
            touched.add(name.partition(".")[0])
    out.fields = {top: _data(new, top, said.folder) for top in touched}
    return out


def _data(texts: Mapping[str, Texts], top: str, folder: str) -> Any:
    inside = [(name, text) for name, each in texts.items() if name.partition(".")[0] == top for text in each]
    return nested(inside, FOLDERS[folder].model)[0].get(top, "")


def _block_of(name: str, repeated: Mapping[str, Block]) -> str:
    return next((block for block in repeated if name.startswith(f"{block}.")), "")


def _single(here: _Profile, line: Line, column: Column, new: dict[str, Texts], out: Compared) -> set[str]:
    """What the cell of a value that stands in a profile once changes; the field that was touched."""
    cell, place = line.values.get(column.name, ""), line.cells.get(column.name, line.cell)
    quiet = here.keeps or column.name in here.said.silent
    if not line.speaks(column.name) or (quiet and not cell):
        return set()
    now = shown(column, new.get(column.name, []), here.terms)
    if line.doubts.get(column.name) == Doubt.LENT and now:
        if not same(column, cell, now, here.terms):
            out.remarks.append(Remark(place, _LENT))
        return set()
    touched = _set(new, column, cell, here.terms)
    if touched and (less := fewer(here.old.get(column.name, []), new.get(column.name, []))):
        out.gone.append(Gone(column.label, shown(column, less, here.terms), place))
    return touched


def _set(new: dict[str, Texts], column: Column, cell: str, terms: Vocabularies) -> set[str]:
    """Put a cell's values in the place of a profile's if they differ; the field that was touched."""
    if same(column, cell, shown(column, new.get(column.name, []), terms), terms):
        return set()
    new.pop(column.name, None)
    values = canonical(column, cell, terms)
    if values:
        new[column.name] = values
    return {column.name.partition(".")[0]}


def _rejoined(here: _Profile, block: Block, out: Compared) -> list[Entry] | None:
    """The entries as the sheets want them, each with what they do not speak of; None if nothing differs."""
    old = Old(entries(here.old, block, here.terms), block, here.terms)
    inside = here.row.inside.get(block.name, [])
    if block.name in here.said.blocks:
        columns = here.said.blocks[block.name][0]
        rows = old.rows
        if inside or here.takes_away(block):
            rows = matched_rows(old, inside, columns, here.quiet)
        out.gone += _thinner(old, rows, columns, inside)
    else:
        columns = block.columns
        rows = _wide_rows(old, here)
        out.gone += _thinner(old, rows, columns, [here.row.line] * len(rows) if here.row.line else ())
    dropped = [n for n in range(len(old.entries)) if n not in {n for n, _ in rows}]
    if dropped and not here.takes_away(block):
        rows = [*old.rows_with(rows), *(row for row in rows if row[0] is None)]
        dropped = []
    out.gone += [Gone(block.label, old.excerpt(n), here.row.cell) for n in dropped]
    if dropped and (words := _unsure(here, block, inside)):
        out.remarks.append(Remark(here.row.cell, words, serious=True))
    if block.keyed:
        # Languages have no order of their own: they stay in the one they have in the profile.
        rows.sort(key=lambda row: len(old.entries) if row[0] is None else row[0])
    kept = [n for n, _ in rows] == list(range(len(old.entries)))
    if kept and all(n is not None and old.alike(n, row, columns) == len(columns) for n, row in rows):
        return None
    return [_entry(old.entries[n] if n is not None else {}, row, columns, here.terms) for n, row in rows]


def _thinner(
    old: Old, rows: Sequence[tuple[int | None, Cells]], columns: Sequence[Column], lines: Sequence[Line]
) -> Iterator[Gone]:
    """What entries that stay do not say any more; one of which nothing is left is gone as a whole."""
    for (n, row), line in zip(rows, lines, strict=False):
        if n is None:
            continue
        if old.rewritten(n, row, columns):
            yield Gone(old.block.label, old.excerpt(n), line.cell)
            continue
        for column, text in old.less(n, row, columns):
            place = line.cells.get(column.name) or line.cells.get(f"{old.block.name}.{old.mark(n)}.{column.name}")
            yield Gone(f"{old.block.label}・{column.label}", text, place or line.cell)


def _unsure(here: _Profile, block: Block, inside: Sequence[Line]) -> str:
    """Why nobody can say which entries are to go; empty if they were taken out on purpose."""
    if loose := here.loose.get(block.name):
        return f"「{block.label}」が減りますが、だれのものかわからない行（{loose}）があります。先に直してください。"
    broken = next((line.cell for line in inside if line.doubts.keys() - {SLUG, OWNER}), "")
    if broken:
        return f"「{block.label}」が減りますが、読めないセルのある行（{broken}）があります。先に直してください。"
    return ""


def _wide_rows(old: Old, here: _Profile) -> list[tuple[int | None, Cells]]:
    """The entries in the columns of a wide sheet; what has no column there, or cannot be read, stays as it is."""
    lead, line = f"{old.block.name}.", here.row.line
    spoken: dict[str, dict[str, str]] = {}
    for column in here.said.columns if line is not None else ():
        if line is not None and column.name.startswith(lead) and line.speaks(column.name):
            mark, _, name = column.name.removeprefix(lead).partition(".")
            cell = line.values.get(column.name, "")
            if cell or not here.keeps:
                spoken.setdefault(mark, {})[name] = cell
    known = {old.number(mark): mark for mark in spoken}
    rows: list[tuple[int | None, Cells]] = [
        (n, cells | spoken.get(known.get(n, ""), {})) for n, cells in enumerate(old.cells)
    ]
    for mark in sorted(spoken, key=lambda mark: int(mark) if mark.isdigit() else 0):
        if old.number(mark) is None:
            rows.append((None, {LANGUAGE: mark, **spoken[mark]}))
    emptied = {old.number(mark) for mark in spoken if _emptied(mark, spoken[mark], old, line)} - {None}
    return [(n, row) for n, row in rows if n not in emptied and any(t for name, t in row.items() if name != LANGUAGE)]


def _emptied(mark: str, cells: Cells, old: Old, line: Line | None) -> bool:
    """Whether somebody emptied all cells of an entry, and none of them is one that cannot be read."""
    lead = f"{old.block.name}.{mark}."
    return not any(cells.values()) and not any(name.startswith(lead) for name in (line.doubts if line else ()))


def _entry(old: Entry, row: Cells, columns: Sequence[Column], terms: Vocabularies) -> Entry:
    entry = dict(old)
    for column in columns:
        if column.name in row:
            _set(entry, column, row[column.name], terms)
    return entry
