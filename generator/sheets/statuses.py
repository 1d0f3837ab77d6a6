"""Events whose cells announce that they are cancelled, postponed or full, and which have no column that says so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.japanese.announced import Announced, announced
from generator.japanese.dates import parse_date
from generator.japanese.moments import Moment, parse_moment
from generator.japanese.notices import STATUSES
from generator.kinds import EVENT
from generator.models.choices import EventStatus
from generator.models.event import Event
from generator.sheets.columns import plain_columns
from generator.sheets.lines import Line, Remark, Said

_STATUS = "status"
_TEXTS = ("title", "summary", "description", "capacity_note", "booking.how")


def with_statuses(told: Said) -> Said:
    """The same with the status of each event that its words announce; a status that was given stays."""
    if told.folder != EVENT.folder:
        return told
    apart = "dates" in told.blocks
    asked = any(column.name == _STATUS for column in told.columns)
    # Beside an address an empty cell says that the event takes place, whatever its words sound like.
    given = asked and _STATUS not in told.silent
    lines = tuple(
        line if line.values.get(_STATUS) or (given and line.slug) else _with_status(line, apart) for line in told.lines
    )
    if asked:
        return replace(told, lines=lines)
    added = tuple(column for column in plain_columns(Event) if column.name == _STATUS)
    return replace(told, columns=(*told.columns, *added), lines=lines, silent=told.silent | {_STATUS})


def _with_status(line: Line, apart: bool) -> Line:
    """A row with the status that it announces, and a remark; `apart` if its days stand in another sheet."""
    found = _first(line.values)
    spans = [] if apart else list(_spans(line.values))
    if found is None or not found[1].touches(spans):
        return line
    name, said = found
    label = (EventStatus.called(said.status) or EventStatus.SCHEDULED).label
    cell = line.cells.get(name, line.cell)
    if not said.concerns(spans):
        words = f"「{said.words}」とありますが、ほかの日もあるようなので、開催状況は「{label}」にしていません。"
        return replace(line, remarks=(*line.remarks, Remark(cell, words)))
    remark = Remark(cell, f"「{said.words}」とあるので、開催状況を「{label}」にしました。")
    values = {**line.values, _STATUS: said.status}
    return replace(line, values=values, cells={**line.cells, _STATUS: cell}, remarks=(*line.remarks, remark))


def _first(values: Mapping[str, str]) -> tuple[str, Announced] | None:
    """The gravest announcement in a row, and the name of the value in which it stands."""
    title = values.get("title", "")
    names = (*_TEXTS, *(name for name in values if name.startswith("dates.") and name.endswith(".note")))
    all_said = ((name, announced(values.get(name, ""), "" if name == "title" else title)) for name in names)
    found = [(name, said) for name, said in all_said if said]
    return min(found, key=lambda pair: STATUSES.index(pair[1].status), default=None)


def _spans(values: Mapping[str, str]) -> Iterator[tuple[date, date]]:
    for n in _entries(values):
        moment = parse_moment(values.get(f"dates.{n}.moment", ""))
        first = parse_date(values.get(f"dates.{n}.start_date", ""))
        last = parse_date(values.get(f"dates.{n}.end_date", ""))
        if isinstance(moment, Moment):
            yield moment.first, moment.last
        elif isinstance(first, date):
            yield first, last if isinstance(last, date) else first


def _entries(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name.split(".")[1] for name in names if name.startswith("dates.")))
