"""Public lists of events as lines of ours: columns by `registry`, several rows of one series as one event."""

from collections.abc import Iterator
from dataclasses import replace

from generator.kinds import EVENT
from generator.reading.slugs import free_slug
from generator.sheets.blanks import is_dash, says_none
from generator.sheets.columns import Column, Vocabularies, plain_columns
from generator.sheets.convert import converted
from generator.sheets.grid import Grid
from generator.sheets.headings import How, Match, folded
from generator.sheets.layout import layouts
from generator.sheets.lines import Line, Remark, Said, Sheet
from generator.sheets.made import Cells, same_series
from generator.sheets.registry import HEADS

_PARTS = {folded(name): head for head in HEADS for name in head.called}
_CODES = frozenset(folded(name) for head in HEADS if head.part == "code" for name in head.called)
_ENOUGH = 8
_HEAD_WITHIN = 15
_MOST_DAYS = 60
_SPOKEN = (
    *("title", "kana", "kind", "organizer", "place", "address", "summary", "description", "audience_note"),
    *("capacity", "capacity_note", "fee.amount", "fee.note", "status"),
    *("booking.required", "booking.how", "booking.phone", "booking.email", "booking.opens"),
    *("booking.closes", "booking.rule"),
)
# Parts in which なし is no answer to anything.
_VALUES = frozenset(
    ("kana", "summary", "description", "url", "audience", "capacity", "phone", "extension", "email", "closes")
)
_DAY = ("moment", "start_date", "end_date", "start_time", "end_time", "repeat", "note")


def public_list(grid: Grid) -> Sheet | None:
    """A sheet that is a public list of events; None for any other."""
    for n, row in enumerate(grid.rows[:_HEAD_WITHIN]):
        names = [folded(text) for text in row]
        parts = {_PARTS[name].part for name in names if name in _PARTS}
        sure = _CODES & set(names) or folded("番地") not in names
        if {"title", "start_date"} <= parts and len(parts) >= _ENOUGH and sure:
            return Sheet(grid, EVENT.folder, layouts(EVENT.folder)[0], n, tuple(_matches(row)))
    return None


def _matches(row: tuple[str, ...]) -> Iterator[Match]:
    taken: set[str] = set()
    for n, text in enumerate(row):
        head = _PARTS.get(folded(text))
        if not text or head is None:
            yield from [Match(n, text, How.UNKNOWN)] if text else []
        elif head.part in taken:
            yield Match(n, text, How.TWICE)
        else:
            taken |= {head.part} - {""}
            yield Match(n, text, How.EXACT, Column(head.part, head.goes))


def said_by(sheet: Sheet, vocabularies: Vocabularies, city: str = "") -> Said:
    """What a public list says about events; `city` is ours, whose name alone is no address."""
    series = _series(sheet)
    lines = tuple(_apart([_line(rows, vocabularies, city) for rows in series]))
    most = max((len(rows) for rows in series), default=0)
    record = EVENT.model
    spoken = {
        *_SPOKEN,
        *(["booking.public"] if any(m.column and m.column.name == "public" for m in sheet.matches) else []),
    }
    columns = [column for column in plain_columns(record) if column.name in spoken]
    when = {column.name: column for block in layouts(EVENT.folder)[1:] for column in block.columns}
    columns += [Column(f"dates.{n}.{name}", when[name].label, when[name].owner) for n in range(most) for name in _DAY]
    # Cities leave the column for the state empty; that says nothing about what an office knows of an event.
    quiet = frozenset({"status"})
    return Said(EVENT.folder, tuple(columns), lines, {}, (sheet,), silent=quiet, complete=True)


def _series(sheet: Sheet) -> list[list[Cells]]:
    """Rows that differ in nothing but their days and numbers together, in the order of their first."""
    found: dict[tuple[object, ...], list[Cells]] = {}
    count = 0
    for n in range(sheet.head + 1, len(sheet.grid.rows)):
        cells = _cells(sheet, n)
        if not any(cells.texts.values()):
            continue
        rows = found.setdefault((same_series(cells), count), [])
        if len(rows) >= _MOST_DAYS:
            count += 1
            rows = found.setdefault((same_series(cells), count), [])
        rows.append(cells)
    return list(found.values())


def _cells(sheet: Sheet, row: int) -> Cells:
    used = [match for match in sheet.matches if match.column is not None and match.column.name]
    names = [(match.column.name, match.at) for match in used if match.column]
    texts = {name: _said(name, sheet.grid.text(row, at)) for name, at in names}
    places = {name: sheet.grid.cell(row, at) for name, at in names}
    return Cells(texts, places, sheet.grid.cell(row, used[0].at if used else 0))


def _said(part: str, text: str) -> str:
    """A cell's text; nothing for a dash, and for なし where a value is looked for and no answer."""
    return "" if is_dash(text) or (part in _VALUES and says_none(text)) else text


def _line(rows: list[Cells], vocabularies: Vocabularies, city: str) -> Line:
    first = rows[0]
    values, cells, remarks = converted(rows, vocabularies, city)
    if len(rows) > 1:
        words = f"同じ内容の{len(rows)}行を、{len(rows)}回ある一つのイベントにしました。"
        remarks = [Remark(first.row, words), *remarks]
    return Line(_slug(first), values.get("title", ""), first.row, values, cells, tuple(remarks))


def _apart(lines: list[Line]) -> Iterator[Line]:
    """The lines with different addresses: cities give one number to several events now and then."""
    taken: set[str] = set()
    for line in lines:
        slug = free_slug(line.slug, taken) if line.slug else ""
        taken.add(slug)
        yield replace(line, slug=slug)


def _slug(cells: Cells) -> str:
    """The address by code and number, which stays the same whenever the list is read again; else by day and reading."""
    code, number = cells.texts.get("code", ""), cells.texts.get("number", "").lstrip("0")
    if cells.texts.get("kana") or not (code.isdigit() and number.isalnum() and number.isascii()):
        return ""
    return f"{code}-{number.lower()}"
