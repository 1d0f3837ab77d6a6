"""What somebody's sheets say: each row as values by name, each value with the cell that it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.kinds import FOLDERS
from generator.sheets.columns import SLUG, Column, Vocabularies, shorthands
from generator.sheets.grid import Doubt, Grid
from generator.sheets.headings import How, Match, Spellings, folded, matched, spellings
from generator.sheets.layout import OWNER, Layout, layouts

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
    """One row: whose it is, its values by name, and their cells; `cell` is that of the row.

    Of what is in doubt, a broken or covered cell has no value here, and a lent one has it.
    """

    slug: str
    name: str
    cell: str
    values: Mapping[str, str]
    cells: Mapping[str, str]
    remarks: tuple[Remark, ...] = ()
    doubts: Mapping[str, Doubt] = field(default_factory=dict)

    def speaks(self, name: str) -> bool:
        """Whether the cell of a value is one from which it can be read, even if that is empty."""
        return self.doubts.get(name) in (None, Doubt.LENT)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was understood: which of ours it is, where its headings stand and what they mean.

    `rivals` are the titles of others of ours that it may be as well.
    """

    grid: Grid
    folder: str
    layout: Layout
    head: int
    matches: tuple[Match, ...]
    rivals: tuple[str, ...] = ()

    @property
    def block(self) -> str:
        """The name of the block that its rows are entries of; empty for the sheet of whole profiles."""
        return self.layout.block.name if self.layout.block else ""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Our columns about which the sheet says something; one for a whole block (会費) counts as its parts."""
        found = [match.column for match in self.matches if match.column is not None]
        given = {column.name for column in found}
        for short in shorthands(FOLDERS[self.folder].model) if self.layout.block is None else ():
            if short.name in given:
                found += [c for c in self.layout.columns if c.name.startswith(f"{short.name}.") and c.name not in given]
        whole = {short.name for short in shorthands(FOLDERS[self.folder].model)} if self.layout.block is None else set()
        return tuple(column for column in found if column.name not in {SLUG, OWNER} | whole)


@dataclass(frozen=True, slots=True)
class Said:
    """All that the sheets of a file say about the profiles of one folder.

    An empty cell empties its field; with `keep` it says nothing, and in the columns named in `silent` neither.
    `complete` is for a list that says everything about what it names, as a city's list of its events does.
    """

    folder: str
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    blocks: Mapping[str, tuple[tuple[Column, ...], tuple[Line, ...]]] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()
    remarks: tuple[Remark, ...] = ()
    keep: bool = False
    silent: frozenset[str] = frozenset()
    complete: bool = False

    @property
    def has_main(self) -> bool:
        """Whether there is a sheet with one row for each profile."""
        return any(not sheet.block for sheet in self.sheets)


def understood(grid: Grid, folders: tuple[str, ...], vocabularies: Vocabularies) -> Sheet | None:
    """Which of our sheets this is; None if its headings are not those of any."""
    best: tuple[float, Sheet, Spellings] | None = None
    rivals: set[str] = set()
    for folder in folders:
        for layout in layouts(folder):
            known = spellings(folder, layout, vocabularies)
            titled = _titled(grid.title, layout.title)
            for n, row in enumerate(grid.rows[:_HEAD_WITHIN]):
                means = {found for text in row if text and (found := known.sure(text))}
                score = sum(_WEIGHT[how] for _, how in means)
                enough = score >= (1.0 if titled or len([*filter(None, row)]) == 1 else _ENOUGH)
                if not enough or (best is not None and score + titled < best[0]):
                    continue
                if best is None or score + titled > best[0]:
                    best = (score + titled, Sheet(grid, folder, layout, n, ()), known)
                    rivals = set()
                elif best[1].layout != layout and best[1].folder == folder and layout.block and best[1].layout.block:
                    rivals.add(layout.title)
    if best is None:
        return None
    _, sheet, known = best
    return replace(sheet, matches=matched(known, grid.rows[sheet.head]), rivals=tuple(sorted(rivals)))


def _titled(title: str, ours: str) -> float:
    """How much the title of a sheet says that it is one of ours: 募集, but also 募集 (2) and 募集_0401."""
    if folded(title) == folded(ours):
        return 3.0
    return 1.5 if folded(title).startswith(folded(ours)) else 0.0


def is_lists_or_help(grid: Grid) -> bool:
    """Whether a sheet is one of those that explain a workbook of ours."""
    return folded(grid.title) in _LISTS_AND_HELP
