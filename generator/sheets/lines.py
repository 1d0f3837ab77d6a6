"""What somebody's sheets say: each row as values by name, each value with the cell that it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic_core import PydanticCustomError

from generator.models.base import inner_record
from generator.reading.read import FOLDERS
from generator.sheets.columns import SLUG, Column, Vocabularies, shorthands
from generator.sheets.grid import Grid
from generator.sheets.headings import How, Match, Spellings, folded, matched, spellings
from generator.sheets.layout import OWNER, Layout, layouts
from generator.sheets.profile import NAME_OF

_LISTS_AND_HELP = frozenset(map(folded, ("選択肢", "書き方")))
_HEAD_WITHIN = 15
_WEIGHT = {How.EXACT: 1.0, How.SYNONYM: 0.9}
_ENOUGH = 1.8


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said of a sheet, with the cell it is about; a serious one forbids writing."""

    where: str
    words: str
    serious: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row: whose it is, its values by name, and their cells; `cell` is that of the row."""

    slug: str
    name: str
    cell: str
    values: Mapping[str, str]
    cells: Mapping[str, str]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was understood: which of ours it is, where its headings stand and what they mean."""

    grid: Grid
    folder: str
    layout: Layout
    head: int
    matches: tuple[Match, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Our columns about which the sheet says something; one for a whole block (会費) counts as its parts."""
        found = [match.column for match in self.matches if match.column is not None]
        given = {column.name for column in found}
        for short in shorthands(FOLDERS[self.folder]) if self.layout.block is None else ():
            if short.name in given:
                found += [c for c in self.layout.columns if c.name.startswith(f"{short.name}.") and c.name not in given]
        whole = {short.name for short in shorthands(FOLDERS[self.folder])} if self.layout.block is None else set()
        return tuple(column for column in found if column.name not in {SLUG, OWNER} | whole)


@dataclass(frozen=True, slots=True)
class Said:
    """All that the sheets of a file say about the profiles of one folder.

    An empty cell empties its field; with `keep` it says nothing, and in the columns named in `silent` neither.
    """

    folder: str
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    blocks: Mapping[str, tuple[tuple[Column, ...], tuple[Line, ...]]] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()
    remarks: tuple[Remark, ...] = ()
    keep: bool = False
    silent: frozenset[str] = frozenset()


def understood(grid: Grid, folders: tuple[str, ...], vocabularies: Vocabularies) -> Sheet | None:
    """Which of our sheets this is; None if its headings are not those of any."""
    best: tuple[float, Sheet, Spellings] | None = None
    for folder in folders:
        for layout in layouts(folder):
            known = spellings(folder, layout, vocabularies)
            titled = 3.0 if folded(grid.title) == folded(layout.title) else 0.0
            for n, row in enumerate(grid.rows[:_HEAD_WITHIN]):
                means = {found for text in row if text and (found := known.sure(text))}
                score = sum(_WEIGHT[how] for _, how in means)
                enough = score >= (1.0 if titled or len([*filter(None, row)]) == 1 else _ENOUGH)
                if enough and (best is None or score + titled > best[0]):
                    best = (score + titled, Sheet(grid, folder, layout, n, ()), known)
    if best is None:
        return None
    _, sheet, known = best
    return Sheet(grid, sheet.folder, sheet.layout, sheet.head, matched(known, grid.rows[sheet.head]))


def is_lists_or_help(grid: Grid) -> bool:
    """Whether a sheet is one of those that explain a workbook of ours."""
    return folded(grid.title) in _LISTS_AND_HELP


def said(sheets: tuple[Sheet, ...], folder: str) -> Said:
    """Everything that the understood sheets of one folder say."""
    remarks: list[Remark] = []
    blocks: dict[str, tuple[tuple[Column, ...], tuple[Line, ...]]] = {}
    mains = [sheet for sheet in sheets if sheet.layout.block is None]
    for sheet in sheets:
        name = sheet.layout.block.name if sheet.layout.block else ""
        if name in blocks or (not name and sheet is not mains[0]):
            words = f"「{sheet.layout.title}」のシートが二つあります。二つめは読みません。"
            remarks.append(Remark(sheet.grid.shown, words, serious=True))
        elif name:
            blocks[name] = (sheet.columns, tuple(_lines(sheet)))
    main = mains[0] if mains else None
    return Said(
        folder,
        main.columns if main else (),
        tuple(_lines(main)) if main else (),
        blocks,
        sheets,
        tuple(remarks),
    )


def _lines(sheet: Sheet) -> Iterator[Line]:
    grid = sheet.grid
    first = min((match.at for match in sheet.matches if match.column), default=0)
    for n in range(sheet.head + 1, len(grid.rows)):
        values: dict[str, str] = {}
        cells: dict[str, str] = {}
        for match in sheet.matches:
            if match.column is not None:
                values[match.column.name] = grid.text(n, match.at)
                cells[match.column.name] = grid.cell(n, match.at)
        if not any(values.values()):
            continue
        slug = values.pop(SLUG, "").strip()
        name = values.pop(OWNER, "") if sheet.layout.block else values.get(NAME_OF[sheet.folder], "")
        if sheet.layout.block is None:
            _expand(sheet.folder, values, cells)
        yield Line(slug, name, grid.cell(n, first), {k: v for k, v in values.items() if v}, cells)


def _expand(folder: str, values: dict[str, str], cells: dict[str, str]) -> None:
    """Take apart what is written in one cell for a whole block: 年会費1,000円・入会金なし."""
    for short in shorthands(FOLDERS[folder]):
        text, cell = values.pop(short.name, ""), cells.get(short.name, "")
        info = short.info
        inner = inner_record(info.annotation) if info else None
        if not text or inner is None:
            continue
        try:
            parts = inner.in_one_line(text)
        except PydanticCustomError:
            parts = {inner.shorthand: text}
        for name, value in parts.items():
            if not values.get(f"{short.name}.{name}"):
                values[f"{short.name}.{name}"] = str(value)
                cells[f"{short.name}.{name}"] = cell
