"""From a line of a profile's text back to the cell that said it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.intake.draft import Draft
from generator.problems import Problem, Where
from generator.reading.strict import Marks, Path, parse
from generator.sheets.lines import Line

_MISSING = frozenset({"missing-field", "too-few", "alt-missing", "criteria-missing", "no-contact", "empty-text"})
Lines = Mapping[str, Sequence[Line]]


def placed(draft: Draft, lines: Lines, row: str) -> Iterator[Problem]:
    """The problems of a draft, each at the cell it comes from; one about what no cell says stays where it is.

    `lines` are the rows of the profile by the block they belong to, "" for the sheet of whole profiles; `row` is the
    cell to name where a problem is about the profile as a whole.
    """
    marks = Marks()
    parse(draft.after, marks)
    paths = {span[:2]: path for path, span in (*marks.values.items(), *marks.keys.items()) if path}
    for problem in draft.problems:
        path = paths.get((problem.where.line, problem.where.column), ()) or _nearest(marks, problem.where.line)
        # What is missing stands nowhere in the text, and has a cell all the same.
        missing = (*path, dict(problem.facts).get("name", "")) if problem.rule in _MISSING else ()
        cell = (missing and _cell(missing[-1:] if len(path) < 2 else missing, lines)) or _cell(path, lines)
        if not cell and (not draft.before or not path):
            cell = row
        yield replace(problem, where=Where(cell)) if cell else problem


def _nearest(marks: Marks, line: int) -> Path:
    """What stands on a line, or begins last before it."""
    before = [(span[0], len(path), path) for path, span in marks.values.items() if path and span[0] <= line]
    return max(before, default=(0, 0, ()), key=lambda each: each[:2])[2]


def _cell(path: Path, lines: Lines) -> str:
    name = ".".join(map(str, path))
    for block, rows in lines.items():
        if not block:
            for line in rows:
                if found := _in_line(name, line):
                    return found
        elif name == block or name.startswith(f"{block}."):
            return _in_block(name.removeprefix(block).removeprefix("."), rows)
    return ""


def _in_line(name: str, line: Line) -> str:
    """The cell of a value, of the list it stands in, or of the first value below it."""
    while name:
        if name in line.cells:
            return line.cells[name]
        below = next((cell for each, cell in line.cells.items() if each.startswith(f"{name}.")), "")
        if below:
            return below
        name = name.rpartition(".")[0]
    return ""


def _in_block(name: str, rows: Sequence[Line]) -> str:
    """The cell of a value in one of the rows of a block; of the first row where the number of none is known."""
    number, _, field = name.partition(".")
    keyed = next((line for line in rows if line.values.get("language") == number), None)
    n = int(number) if number.isdigit() else 0
    line = keyed or (rows[n] if n < len(rows) else None)
    if line is None:
        return rows[0].cell if rows else ""
    return line.cells.get(field.partition(".")[0], line.cell)
