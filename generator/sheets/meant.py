"""What the rows of an office's own list mean: placeholders are nothing, answers are no texts, parts make one value."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic_core import PydanticCustomError

from generator.check.names import spoken
from generator.japanese.answers import call_words
from generator.kinds import FOLDERS, GROUP
from generator.models.annotations import longest
from generator.models.base import Record, inner_record
from generator.models.types import DAYS, Clock
from generator.reading.read import Reading
from generator.sheets.blanks import day_by_number, is_nothing, time_by_number, unlabelled
from generator.sheets.cells import shown
from generator.sheets.columns import Block, Column, blocks, plain_columns
from generator.sheets.lines import Line, Remark, Said
from generator.sheets.made import first_sentence
from generator.sheets.profile import Texts, texts_of
from generator.sheets.synonyms import PARTS, is_part

_CALL = "recruiting."


@dataclass(slots=True)
class _Row:
    """One row while it is being understood: values and cells by name, and what is to be said of them."""

    line: Line
    values: dict[str, str]
    cells: dict[str, str]
    remarks: list[Remark]
    old: Mapping[str, Texts]

    def cell(self, name: str) -> str:
        return self.cells.get(name, self.line.cell)

    def whole(self) -> Line:
        values = {name: text for name, text in self.values.items() if text}
        return replace(self.line, values=values, cells=self.cells, remarks=(*self.line.remarks, *self.remarks))


def with_meanings(told: Said, reading: Reading) -> Said:
    """The same with every cell read as what it is, and with what a list leaves out taken from what it says."""
    headings = {m.column.name: m.heading for s in told.sheets for m in s.matches if m.column}
    known = Published(told.folder, reading)
    columns = {column.name: column for column in told.columns}
    rows = [_Row(line, dict(line.values), dict(line.cells), [], known.of(line)) for line in told.lines]
    for row in rows:
        _clean(row, columns, headings)
        # What the list itself calls the description comes before its parts.
        _summary(row, told.folder)
        _join(row, told.folder)
        _summary(row, told.folder)
        _call(row, reading, columns)
    made = _columns(told, rows)
    inside = {
        name: (listed, tuple(_block_line(line, listed, headings) for line in lines))
        for name, (listed, lines) in told.blocks.items()
    }
    return replace(told, columns=made, lines=tuple(row.whole() for row in rows), blocks=inside)


class Published:
    """What is published of the thing a row is about, as far as its address or name says which that is."""

    def __init__(self, folder: str, reading: Reading) -> None:
        """Know the names of everything that is published in a folder."""
        self.folder, self.reading = folder, reading
        title = FOLDERS[folder].title
        named = ((spoken(str(reading.data(folder, slug).get(title, ""))), slug) for slug in reading.slugs[folder])
        self.slugs = {name: slug for name, slug in sorted(named, reverse=True) if name}

    def of(self, line: Line) -> Mapping[str, Texts]:
        """The published texts of what a row is about; none if it is new."""
        slug = line.slug or (line.name and self.slugs.get(spoken(line.name), ""))
        return texts_of(self.reading, self.folder, slug) if slug in self.reading.slugs[self.folder] else {}


def _clean(row: _Row, columns: Mapping[str, Column], headings: Mapping[str, str]) -> None:
    for name in list(row.values):
        column = columns.get(name, Column(name, ""))
        row.values[name], words = _meant(column, row.values[name], headings.get(name, ""))
        if words:
            row.remarks.append(Remark(row.cell(name), words))


def _block_line(line: Line, listed: Iterable[Column], headings: Mapping[str, str]) -> Line:
    columns = {column.name: column for column in listed}
    row = _Row(line, dict(line.values), dict(line.cells), [], {})
    _clean(row, columns, headings)
    return row.whole()


def _meant(column: Column, text: str, heading: str) -> tuple[str, str]:
    """What a cell says, and what is to be said of how it was read."""
    text = unlabelled(text, (heading, column.label, column.label.rpartition("・")[2]))
    if is_nothing(column, text):
        return "", ""
    day = day_by_number(text) if any(map(column.is_a, DAYS)) else ""
    made = day or (time_by_number(text) if column.is_a(Clock) else "")
    return made or text, f"{text} は Excel の日付や時刻の番号なので、{made} と読みました。" if made else ""


def _join(row: _Row, folder: str) -> None:
    """Put the parts of a value together: behind what its own column says, in the order of `PARTS`."""
    for part in PARTS.get(folder, ()):
        text = row.values.pop(part.name, "").strip()
        cell = row.cells.pop(part.name, row.line.cell)
        if not text or is_nothing(Column(part.name, ""), text):
            continue
        between = "\n" if part.goes == "description" else "、" if part.goes == "fees" else " "
        before = row.values.get(part.goes, "")
        row.values[part.goes] = f"{before}{between if before else ''}{part.lead}{text}"
        row.cells.setdefault(part.goes, cell)
    _expand(row, folder)


def _expand(row: _Row, folder: str) -> None:
    """Take apart a value of a whole block (会費) that was put together; what has a column of its own stays."""
    for name in {part.goes for part in PARTS.get(folder, ())} & row.values.keys():
        info = FOLDERS[folder].model.model_fields.get(name)
        inner = inner_record(info.annotation) if info else None
        if inner is None:
            continue
        text, cell = row.values.pop(name), row.cells.pop(name, row.line.cell)
        try:
            parts = inner.in_one_line(text)
        except PydanticCustomError:
            parts = {inner.shorthand: text}
        for field, value in parts.items():
            if not row.values.get(f"{name}.{field}"):
                row.values[f"{name}.{field}"], row.cells[f"{name}.{field}"] = str(value), cell


def _call(row: _Row, reading: Reading, columns: Mapping[str, Column]) -> None:
    """An answer to whether people are sought: no entry for 無, words for 有, and the role of a list without roles."""
    for title in [name for name in row.values if name.startswith(_CALL) and name.endswith(".title")]:
        lead = title.removesuffix("title")
        said = call_words(row.values[title])
        if said == "" or not row.values[title]:
            row.values |= {name: "" for name in row.values if name.startswith(lead)}
            continue
        role = row.values.get(f"{lead}role", "")
        if not role:
            role = _old(row, f"{lead}role", columns, reading) or _named_role(row.values[title], reading)
            row.values[f"{lead}role"] = role
            row.cells.setdefault(f"{lead}role", row.cell(title))
        if said:
            roles = reading.vocabularies.get("roles")
            label = roles.labels.get(roles.find(role) or "", role) if roles else role
            row.values[title] = _old(row, title, columns, reading) or said.replace("〇〇", label)


def _named_role(title: str, reading: Reading) -> str:
    """The role that a title names; members if it names none, and there is such a role."""
    record = next(block.record for block in blocks(GROUP.model) if block.name == "recruiting")
    role = str(record.in_one_line(title).get("role", "member"))
    roles = reading.vocabularies.get("roles")
    return roles.labels.get(role, "") if roles else role


def _old(row: _Row, name: str, columns: Mapping[str, Column], reading: Reading) -> str:
    """What is published now, as a cell would say it."""
    block: Block | None = next((b for b in blocks(GROUP.model) if name.startswith(f"{b.name}.")), None)
    known = {column.name: column for column in (block.columns if block else ())}
    column = known.get(name.rpartition(".")[2]) or columns.get(name, Column(name, ""))
    return shown(column, row.old.get(name, []), reading.vocabularies)


def _summary(row: _Row, folder: str) -> None:
    """A list without a sentence about each lends the first one of its description; what is published stays."""
    description = row.values.get("description", "").strip()
    if row.values.get("summary") or not description:
        return
    if row.old.get("summary"):
        row.values["summary"] = row.old["summary"][0]
        return
    row.values["summary"] = first_sentence(description, _longest(FOLDERS[folder].model, "summary"))
    row.cells["summary"] = row.cell("description")
    row.remarks.append(Remark(row.cell("description"), "「ひとこと紹介」は、説明の初めの文から作りました。"))


def _longest(record: type[Record], name: str) -> int:
    return longest(record.model_fields[name], record.__annotations__[name])


def _columns(told: Said, rows: Iterable[_Row]) -> tuple[Column, ...]:
    """The columns about which the rows say something now."""
    given = {column.name for column in told.columns}
    named = {name: None for row in rows for name, text in row.values.items() if text and name not in given}
    known = dict(_every_column(told.folder, named))
    kept = (column for column in told.columns if not is_part(column.name))
    return (*kept, *(known[name] for name in named if name in known))


def _every_column(folder: str, named: Iterable[str]) -> Iterator[tuple[str, Column]]:
    """The columns of names that the rows brought with them."""
    record = FOLDERS[folder].model
    yield from ((column.name, column) for column in plain_columns(record))
    for block in blocks(record):
        for column in block.columns:
            for name in named:
                if name.startswith(f"{block.name}.") and name.rpartition(".")[2] == column.name:
                    yield name, Column(name, f"{block.label}・{column.label}", column.owner)
