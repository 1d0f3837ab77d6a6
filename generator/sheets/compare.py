"""What a sheet says, held against a profile: only what differs is to be changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.intake.flat import nested
from generator.reading.read import FOLDERS
from generator.sheets.cells import canonical, same, shown, told
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
            if not _block_of(column.name, repeated):
                touched |= _set(new, column, line.values.get(column.name, ""), terms)
    for name, block in repeated.items():
        columns, rows = _rows(what, line, inside, block)
        listed = _rejoined(entries(old, block, terms), rows, columns, block, terms) if columns else None
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


def _rows(
    what: Said, line: Line | None, inside: Mapping[str, Sequence[Line]], block: Block
) -> tuple[tuple[Column, ...], list[Cells]]:
    """The columns of a block that the sheets have, and its entries in them; its own sheet goes before wide columns."""
    if block.name in what.blocks:
        return what.blocks[block.name][0], [dict(each.values) for each in inside.get(block.name, ())]
    lead = f"{block.name}."
    found: dict[str, Cells] = {}
    fields: dict[str, None] = {}
    for column in what.columns if line is not None else ():
        if column.name.startswith(lead):
            number, _, name = column.name.removeprefix(lead).partition(".")
            fields[name] = None
            text = line.values.get(column.name, "") if line else ""
            if text:
                found.setdefault(number, {LANGUAGE: number} if block.keyed else {})[name] = text
    columns = tuple(column for column in block.columns if column.name in fields or (fields and column.name == LANGUAGE))
    order = sorted(found, key=lambda n: int(n) if n.isdigit() else 0)
    return columns, [found[number] for number in order]


def _rejoined(
    old: list[Entry], rows: list[Cells], columns: tuple[Column, ...], block: Block, terms: Vocabularies
) -> list[Entry] | None:
    """The entries as the rows want them, each with what the rows do not speak of; None if nothing differs."""
    if block.keyed:
        # Languages have no order of their own: they stay in the one they have in the profile.
        places = {entry[LANGUAGE][0]: n for n, entry in enumerate(old)}
        rows = sorted(rows, key=lambda row: places.get(_language(row, columns, terms), len(places)))
    before = [{c.name: shown(c, entry.get(c.name, []), terms) for c in columns} for entry in old]

    def alike(n: int, row: Cells) -> int:
        return sum(same(c, before[n][c.name], row.get(c.name, ""), terms) for c in columns)

    partners = list(_partners(len(old), rows, alike, len(columns), by_language=(block.keyed and before) or []))
    if partners == list(range(len(old))) and all(alike(n, row) == len(columns) for n, row in enumerate(rows)):
        return None
    return [_entry(old[n] if n is not None else {}, row, columns, terms) for n, row in zip(partners, rows, strict=True)]


def _partners(many: int, rows: list[Cells], alike: Any, whole: int, by_language: list[Cells]) -> Iterator[int | None]:
    """Which former entry each row is: one that says the same, else the one in its place, else the most alike."""
    free = dict.fromkeys(range(many))
    chosen: dict[int, int] = {}
    for k, row in enumerate(rows):
        exact = next((n for n in ((k, *free) if k in free else free) if alike(n, row) == whole), None)
        if exact is not None:
            chosen[k] = exact
            del free[exact]
    for k, row in enumerate(rows):
        if k in chosen or not free:
            continue
        if by_language:
            found = next((n for n in free if by_language[n].get(LANGUAGE) == row.get(LANGUAGE)), None)
        elif len(rows) == many and k in free:
            found = k
        else:
            found = max(free, key=lambda n: (alike(n, row), -n))
        if found is not None:
            chosen[k] = found
            del free[found]
    yield from (chosen.get(k) for k in range(len(rows)))


def _language(row: Cells, columns: tuple[Column, ...], terms: Vocabularies) -> str:
    column = next((column for column in columns if column.name == LANGUAGE), None)
    values = told(column, row.get(LANGUAGE, ""), terms) if column else []
    languages = terms.get("languages")
    return (languages.find(values[0]) or values[0]) if languages and values else "".join(values)


def _entry(old: Entry, row: Cells, columns: tuple[Column, ...], terms: Vocabularies) -> Entry:
    entry = dict(old)
    for column in columns:
        _set(entry, column, row.get(column.name, ""), terms)
    return entry
