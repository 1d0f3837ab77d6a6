"""Public lists of events as lines of ours: columns by `registry`, several rows of one series as one event."""

from collections.abc import Iterator
from dataclasses import replace

from generator.kinds import EVENT
from generator.reading.slugs import free_slug
from generator.sheets.columns import Column, Vocabularies, plain_columns
from generator.sheets.convert import converted
from generator.sheets.grid import Grid
from generator.sheets.headings import folded
from generator.sheets.heads import HEAD_WITHIN, cells_of, matches, parts_of
from generator.sheets.layout import layouts
from generator.sheets.lines import Line, Remark, Said, Sheet
from generator.sheets.made import Cells, same_series
from generator.sheets.registry import HEADS

_PARTS = parts_of(HEADS)
_CODES = frozenset(folded(name) for head in HEADS if head.part == "code" for name in head.called)
_ENOUGH = 8
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
    for n, row in enumerate(grid.rows[:HEAD_WITHIN]):
        names = [folded(text) for text in row]
        parts = {_PARTS[name].part for name in names if name in _PARTS}
        sure = _CODES & set(names) or folded("番地") not in names
        if {"title", "start_date"} <= parts and len(parts) >= _ENOUGH and sure:
            return Sheet(grid, EVENT.folder, layouts(EVENT.folder)[0], n, tuple(matches(row, _PARTS)))
    return None


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
        cells = cells_of(sheet, n, _VALUES)
        if not any(cells.texts.values()):
            continue
        rows = found.setdefault((same_series(cells), count), [])
        if len(rows) >= _MOST_DAYS:
            count += 1
            rows = found.setdefault((same_series(cells), count), [])
        rows.append(cells)
    return list(found.values())


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
