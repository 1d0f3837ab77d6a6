"""Profiles laid out as sheets: one row for each, and a sheet of its own for what a profile may have several times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.kinds import FOLDERS
from generator.models.base import label_of
from generator.reading.read import Reading
from generator.sheets.cells import shown
from generator.sheets.columns import LANGUAGE, SLUG, Block, Column, Vocabularies, blocks, plain_columns
from generator.sheets.profile import Entry, Texts, entries, leftover, texts_of

SLUG_COLUMN = Column(SLUG, "番地")
# Beside the address, for people: whose row it is.
OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a sheet and what stands in them; `block` is empty for the sheet with one row for each profile."""

    title: str
    columns: tuple[Column, ...]
    block: Block | None = None
    rows: tuple[tuple[str, ...], ...] = ()


def layouts(folder: str) -> tuple[Layout, ...]:
    """The sheets of a workbook, empty."""
    kind = FOLDERS[folder]
    record = kind.model
    main = Layout(kind.label, (SLUG_COLUMN, *plain_columns(record)))
    owner = Column(OWNER, label_of(record, kind.title))
    return (main, *(Layout(b.label, (SLUG_COLUMN, owner, *b.columns), b) for b in blocks(record)))


def sheets(reading: Reading, folder: str) -> tuple[tuple[Layout, ...], tuple[str, ...]]:
    """The sheets of a workbook with every profile of a folder in them, and what could not be put there."""
    profiles, lost = _profiles(reading, folder)
    terms = reading.vocabularies
    filled = [
        Layout(each.title, each.columns, each.block, tuple(_rows(each, profiles, FOLDERS[folder].title, terms)))
        for each in layouts(folder)
    ]
    return tuple(filled), lost


def wide(reading: Reading, folder: str) -> tuple[Layout, tuple[str, ...]]:
    """One sheet in which every entry has columns of its own (募集1・役割, 募集2・役割, …): what a CSV file can hold."""
    profiles, lost = _profiles(reading, folder)
    terms = reading.vocabularies
    columns = list(layouts(folder)[0].columns)
    rows = {slug: [slug, *_cells(columns[1:], texts, terms)] for slug, texts in profiles.items()}
    for block in blocks(FOLDERS[folder].model):
        listed = {slug: _numbered(block, entries(texts, block, terms)) for slug, texts in profiles.items()}
        numbers = dict.fromkeys(n for each in listed.values() for n in each)
        for number in sorted(numbers, key=lambda n: (len(n), n)):
            here = list(_here(block, number, terms))
            columns += here
            for slug, each in listed.items():
                rows[slug] += _cells([c for c in block.columns if c.name != LANGUAGE], each.get(number, {}), terms)
    return Layout(FOLDERS[folder].label, tuple(columns), None, tuple(map(tuple, rows.values()))), lost


def _profiles(reading: Reading, folder: str) -> tuple[dict[str, dict[str, Texts]], tuple[str, ...]]:
    profiles = {slug: texts_of(reading, folder, slug) for slug in sorted(reading.slugs[folder])}
    lost = [f"{folder}/{slug}.yaml は読み取れないため、表に入っていません。" for slug, t in profiles.items() if not t]
    for slug, texts in profiles.items():
        names = "、".join(leftover(texts, FOLDERS[folder].model))
        lost += (
            [f"{folder}/{slug}.yaml の {names} は、表に入る形ではありません（ファイルには残ります）。"] if names else []
        )
    return {slug: texts for slug, texts in profiles.items() if texts}, tuple(lost)


def _rows(
    layout: Layout, profiles: Mapping[str, Mapping[str, Texts]], name: str, terms: Vocabularies
) -> Iterator[tuple[str, ...]]:
    for slug, texts in profiles.items():
        if layout.block is None:
            yield (slug, *_cells(layout.columns[1:], texts, terms))
            continue
        for entry in entries(texts, layout.block, terms):
            yield (slug, "".join(texts.get(name, [])), *_cells(layout.columns[2:], entry, terms))


def _cells(columns: list[Column] | tuple[Column, ...], texts: Mapping[str, Texts], terms: Vocabularies) -> list[str]:
    return [shown(column, texts.get(column.name, []), terms) for column in columns]


def _numbered(block: Block, listed: list[Entry]) -> dict[str, Entry]:
    """Entries by what their columns are numbered with: their language, or their place in the list from 0."""
    return {entry[LANGUAGE][0] if block.keyed else str(n): entry for n, entry in enumerate(listed)}


def _here(block: Block, number: str, terms: Vocabularies) -> Iterator[Column]:
    for column in block.columns:
        if column.name != LANGUAGE:
            yield Column(f"{block.name}.{number}.{column.name}", heading(block, number, column, terms), column.owner)


def heading(block: Block, number: str, column: Column, terms: Vocabularies) -> str:
    """The heading of one entry's column in a wide sheet: 募集2・役割, ほかの言語・英語・名前."""
    languages = terms["languages"].labels if "languages" in terms else {}
    mark = f"・{languages.get(number, number)}" if block.keyed else str(int(number) + 1)
    return f"{block.label}{mark}・{column.label}"
