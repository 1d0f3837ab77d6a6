"""A value that cannot be read and need not be there does not keep its row out: it is left out, and named."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.kinds import FOLDERS
from generator.models.base import inner_record
from generator.problems import Level, Problem
from generator.reading.read import Reading
from generator.rules import RULES
from generator.sheets.cells import canonical, cell_texts, shown
from generator.sheets.columns import Column, blocks, choices
from generator.sheets.grid import Doubt
from generator.sheets.lines import Line, Remark
from generator.sheets.plan import Plan, Result, plan
from generator.sheets.profile import texts_of

# Without these an event would be said to take place on other days than it does.
_DAYS = frozenset({"moment", "start_date", "end_date", "repeat", "except_dates"})
_RULES = """
    date impossible-date impossible-era weekday-mismatch date-without-year time ambiguous-time recurrence phone money
    url email corporate-number-length corporate-number text-too-long line-break too-many too-long unknown-term
    unknown-choice flag number out-of-range kana wrong-shape
"""
_REFUSED = frozenset(_RULES.split())
_LEFT_OUT = "「{label}」として読めない内容があります。その内容は入れずに、ほかを取り込みます。"
# Cell → the problems that were found with what stands in it.
_Refused = Mapping[str, list[Problem]]


def lenient(whole: Plan, reading: Reading, today: date) -> Plan:
    """The plan with every refused value left out that is not needed; rows that fail all the same stay as they were."""
    failed = [result for result in whole.results if result.failed]
    refused: dict[str, list[Problem]] = {}
    for problem in (problem for result in failed for problem in result.problems):
        if problem.rule in _REFUSED and RULES[problem.rule].level == Level.ERROR:
            refused.setdefault(problem.where.file, []).append(problem)
    if not refused:
        return whole
    tried = _without(whole, refused, reading, today)
    helped = {result.cell for result in tried.results if not result.failed}
    mine = {cell: problems for cell, problems in refused.items() if _row_of(cell, whole.results) in helped}
    return _without(whole, mine, reading, today) if mine else whole


def _row_of(cell: str, results: tuple[Result, ...]) -> str:
    return next((r.cell for r in results if any(p.where.file == cell for p in r.problems)), "")


def _without(whole: Plan, refused: _Refused, reading: Reading, today: date) -> Plan:
    said = whole.said
    slugs = {result.cell: result.slug for result in whole.results}
    columns = {column.name: column for column in said.columns}
    place = (said.folder, reading)
    lines = tuple(_left_out(line, refused, columns, slugs.get(line.cell, ""), place) for line in said.lines)
    inside = {
        name: (listed, tuple(_unread(line, refused, listed) for line in rows))
        for name, (listed, rows) in said.blocks.items()
    }
    return plan(replace(said, lines=lines, blocks=inside), reading, today)


def _unread(line: Line, refused: _Refused, columns: Iterable[Column]) -> Line:
    """A row of a block in which refused values count as cells that cannot be read: what is published stays."""
    left = [column for column in columns if _may_go(column) and _problems(line, column.name, refused)]
    remarks = [Remark(line.cells[column.name], _LEFT_OUT.format(label=column.label)) for column in left]
    names = {column.name for column in left}
    values = {name: text for name, text in line.values.items() if name not in names}
    doubts = {**line.doubts, **dict.fromkeys(names, Doubt.BROKEN)}
    return replace(line, values=values, doubts=doubts, remarks=(*line.remarks, *remarks)) if left else line


def _may_go(column: Column) -> bool:
    """Whether an entry can be without the value of a column and still say the same days."""
    return column.info is not None and not column.info.is_required() and column.field not in _DAYS


def _problems(line: Line, name: str, refused: _Refused) -> list[Problem]:
    """The problems that are about one value of a row."""
    if not line.values.get(name):
        return []
    return [problem for problem in refused.get(line.cells.get(name, ""), ()) if _is_about(problem, name)]


def _left_out(
    line: Line, refused: _Refused, columns: Mapping[str, Column], slug: str, place: tuple[str, Reading]
) -> Line:
    """A row without its refused values; where something is published, that stays."""
    folder, reading = place
    mine = [name for name in line.cells if _problems(line, name, refused)]
    if not mine:
        return line
    old = texts_of(reading, folder, slug) if slug in reading.slugs[folder] else {}
    values, remarks = dict(line.values), list(line.remarks)
    for name in mine:
        column = columns.get(name)
        if column is None:
            continue
        for each in _with_it(name, column, values, folder):
            known = columns.get(each, column)
            kept = _known(known, values[each], reading) if each == name and not old.get(each) else ""
            values[each] = kept or shown(known, old.get(each, []), reading.vocabularies)
        remarks.append(Remark(line.cells[name], _LEFT_OUT.format(label=column.label)))
    return replace(line, values={name: text for name, text in values.items() if text}, remarks=tuple(remarks))


def _is_about(problem: Problem, name: str) -> bool:
    """Whether a problem at a cell is about this of the values that the cell gives."""
    field = name.rpartition(".")[2]
    return dict(problem.facts).get("name", field) == field


def _with_it(name: str, column: Column, values: Mapping[str, str], folder: str) -> Iterator[str]:
    """The values that go with one that is left out: none if it is needed, the whole entry if that cannot be without."""
    info = column.info
    if info is None or (name.startswith("dates.") and column.field in _DAYS):
        return
    if not info.is_required():
        yield name
        return
    record = FOLDERS[folder].model
    block = next((b for b in blocks(record) if name.startswith(f"{b.name}.") and b.name != "dates"), None)
    if block is not None:
        lead = ".".join(name.split(".")[: block.name.count(".") + 2]) + "."
        yield from (each for each in values if each.startswith(lead))
    elif "." in name and inner_record(record.model_fields[name.partition(".")[0]].annotation):
        yield name


def _known(column: Column, text: str, reading: Reading) -> str:
    """Of a list of terms those that there are."""
    vocabularies = reading.vocabularies
    terms = choices(column, vocabularies) if column.many else {}
    entries = cell_texts(column, text, vocabularies) if terms else []
    return "、".join(entry for entry in entries if canonical(column, entry, vocabularies)[0] in terms)
