"""Sheets whose columns have names of a standard: what each column means to us, and the cells of a row by that."""

from collections.abc import Iterator, Mapping, Sequence

from generator.sheets.blanks import is_dash, says_none
from generator.sheets.columns import Column
from generator.sheets.headings import How, Match, folded
from generator.sheets.lines import Sheet
from generator.sheets.made import Cells
from generator.sheets.registry import Head

# The head of a sheet stands in one of so many rows.
HEAD_WITHIN = 15


def parts_of(heads: Sequence[Head]) -> dict[str, Head]:
    """Each column by its name, as far as names are told apart."""
    return {folded(name): head for head in heads for name in head.called}


def matches(row: tuple[str, ...], parts: Mapping[str, Head]) -> Iterator[Match]:
    """What the headings of a row mean; a part that is there already is taken once."""
    taken: set[str] = set()
    for n, text in enumerate(row):
        head = parts.get(folded(text))
        if not text or head is None:
            yield from [Match(n, text, How.UNKNOWN)] if text else []
        elif head.part in taken:
            yield Match(n, text, How.TWICE)
        else:
            taken |= {head.part} - {""}
            yield Match(n, text, How.EXACT, Column(head.part, head.goes))


def cells_of(sheet: Sheet, row: int, values: frozenset[str]) -> Cells:
    """The cells of a row by their parts; in those that are `values` a dash and なし say nothing."""
    used = [match for match in sheet.matches if match.column is not None and match.column.name]
    names = [(match.column.name, match.at) for match in used if match.column]
    texts = {name: _said(name, sheet.grid.text(row, at), values) for name, at in names}
    places = {name: sheet.grid.cell(row, at) for name, at in names}
    return Cells(texts, places, sheet.grid.cell(row, used[0].at if used else 0))


def _said(part: str, text: str, values: frozenset[str]) -> str:
    return "" if is_dash(text) or (part in values and says_none(text)) else text
