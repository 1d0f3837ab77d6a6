"""What importing a file would do: profile by profile what is new or changes, and what is wrong, cell by cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches

from generator.check.names import spoken
from generator.intake.draft import Draft, Wanted, drafts
from generator.japanese.dates import parse_date
from generator.japanese.text import narrow
from generator.problems import Problem
from generator.reading.read import Reading
from generator.reading.slugs import free_slug, is_slug, slug_of
from generator.sheets.compare import wanted_fields
from generator.sheets.lines import Line, Remark, Said
from generator.sheets.places import placed
from generator.sheets.profile import NAME_OF, texts_of

_NEAR, _MOST_NEAR = 0.86, 1_000


@dataclass(frozen=True, slots=True)
class Result:
    """What becomes of one row: a draft, or none if nothing changes; problems stand at their cells."""

    slug: str
    name: str
    cell: str
    draft: Draft | None = None
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def new(self) -> bool:
        """Whether there is no such profile yet."""
        return self.draft is not None and not self.draft.before

    @property
    def failed(self) -> bool:
        """Whether an error forbids writing it."""
        return any(remark.serious for remark in self.remarks) or (self.draft is not None and self.draft.failed)


@dataclass(frozen=True, slots=True)
class Plan:
    """What importing a file would do, row by row, and what is to be said of the file as a whole."""

    said: Said
    results: tuple[Result, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an error forbids writing everything."""
        return any(r.serious for r in self.remarks) or any(result.failed for result in self.results)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Everything that there is to write."""
        return tuple(result.draft for result in self.results if result.draft)


@dataclass(slots=True)
class _Row:
    """One profile while the plan is made."""

    slug: str
    line: Line | None
    inside: dict[str, list[Line]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def cell(self) -> str:
        lines = [self.line] if self.line else [line for each in self.inside.values() for line in each]
        return lines[0].cell if lines else ""


def plan(told: Said, reading: Reading, today: date) -> Plan:
    """What the sheets would do to the profiles that were read; writes nothing."""
    known = _Known(told.folder, reading)
    remarks = list(told.remarks)
    rows = _rows(told, known, remarks)
    wishes: dict[str, Wanted] = {}
    for row in rows:
        old = texts_of(reading, told.folder, row.slug)
        fields = wanted_fields(told, row.line, row.inside, old, reading.vocabularies)
        if fields:
            wishes[row.slug] = Wanted(told.folder, row.slug, fields)
    made = {draft.slug: draft for draft in drafts(wishes.values(), reading, today)} if wishes else {}
    results = [_result(row, made.get(row.slug)) for row in rows]
    return Plan(told, tuple(results), tuple(remarks))


def without_bad(whole: Plan, reading: Reading, today: date) -> Plan:
    """The plan without the rows that have errors, checked anew, because rows may lean on each other."""
    while whole.failed:
        told, bad = whole.said, [result for result in whole.results if result.failed]
        cells = {result.cell for result in bad} | {remark.where for remark in whole.remarks if remark.serious}
        slugs = {result.slug for result in bad} - {""}
        names = {spoken(result.name) for result in bad} - {""}

        def stays(line: Line, cells: set[str] = cells, slugs: set[str] = slugs, names: set[str] = names) -> bool:
            return (
                line.cell not in cells
                and line.slug not in slugs
                and (bool(line.slug) or spoken(line.name) not in names)
            )

        blocks = {name: (columns, tuple(filter(stays, lines))) for name, (columns, lines) in told.blocks.items()}
        lines = tuple(line for line in told.lines if line.cell not in cells)
        fewer = len(lines) < len(told.lines) or any(len(blocks[n][1]) < len(told.blocks[n][1]) for n in blocks)
        if not fewer:
            break
        whole = plan(replace(told, lines=lines, blocks=blocks), reading, today)
    return whole


class _Known:
    """The profiles there are, by address and by name."""

    def __init__(self, folder: str, reading: Reading) -> None:
        self.folder = folder
        self.slugs = set(reading.slugs[folder])
        self.taken = set(self.slugs) | {page.stem for page in (reading.content / "pages" / folder).glob("*.md")}
        self.names: dict[str, str] = {}
        for slug in sorted(self.slugs):
            told = reading.told(folder, slug)
            days = told.get("dates") or [""]
            first = days[0] if isinstance(days, list) else days
            day = str(first.get("start_date") or first.get("moment") or "") if isinstance(first, dict) else str(first)
            self.names.setdefault(self.key(str(told.get(NAME_OF[folder], "")), day), slug)
        # Among very many names, or names of events, some are always like another.
        self.near = [*self.names] if folder == "groups" and len(self.names) <= _MOST_NEAR else []

    def key(self, name: str, day: str) -> str:
        """What two rows about the same thing have in common: groups their name, events also their first day."""
        return spoken(name) if self.folder == "groups" else f"{spoken(name)} {_day(day)}"

    def of(self, line: Line) -> str:
        """The key of a row."""
        return self.key(line.name, _first_day(line.values))


def _first_day(values: Mapping[str, str]) -> str:
    return values.get("dates.0.start_date") or values.get("dates.0.moment") or ""


def _day(text: str) -> str:
    day = parse_date(narrow(text).partition("/")[0].partition(" ")[0]) if text else text
    return day.isoformat() if isinstance(day, date) else ""


def _rows(told: Said, known: _Known, remarks: list[Remark]) -> list[_Row]:
    """The rows of the main sheet and those of the block sheets, brought together by address or name."""
    found: dict[str, _Row] = {}
    named: dict[str, str] = {}
    days = _days(told)
    refused: list[_Row] = []
    for line in told.lines:
        row = _Row("", line, remarks=list(line.remarks))
        row.slug = _slug(row, line, known, days, row.remarks)
        if row.slug in found:
            words = f"同じものを指す行がもうあります（{found[row.slug].cell}）。一つにまとめてください。"
            row.remarks.append(Remark(line.cell, words, serious=True))
        if not row.slug or row.slug in found:
            refused.append(row)
            continue
        found[row.slug] = row
        named[spoken(line.name)] = row.slug
    for name, (_, lines) in told.blocks.items():
        for line in lines:
            slug = line.slug or named.get(spoken(line.name)) or known.names.get(known.of(line), "")
            if slug not in found and slug not in known.slugs:
                words = f"番地「{line.slug}」" if line.slug else f"名前「{line.name}」" if line.name else "番地のない行"
                remarks.append(Remark(line.cell, f"{words}にあたるものがありません。", serious=True))
                continue
            found.setdefault(slug, _Row(slug, None)).inside.setdefault(name, []).append(line)
    return [*found.values(), *refused]


def _days(told: Said) -> dict[str, str]:
    """The first day of each event whose days stand in a sheet of their own, by address or name."""
    found: dict[str, str] = {}
    for line in told.blocks["dates"][1] if "dates" in told.blocks else ():
        day = line.values.get("start_date") or line.values.get("moment") or ""
        found.setdefault(line.slug or spoken(line.name), day)
    return found


def _slug(row: _Row, line: Line, known: _Known, days: Mapping[str, str], remarks: list[Remark]) -> str:
    """The address of the profile that a row is about; empty, with a remark, if there is none."""
    if line.slug:
        if is_slug(line.slug):
            return line.slug
        meant = slug_of(line.slug, "dantai")
        words = f"番地「{line.slug}」は使えません。半角の英小文字と数字とハイフンで書きます（例：{meant}）。"
        remarks.append(Remark(line.cells.get("slug", line.cell), words, serious=True))
        return ""
    if not line.name:
        remarks.append(Remark(line.cell, "番地も名前もない行です。", serious=True))
        return ""
    day = _first_day(line.values) or days.get(spoken(line.name), "")
    found = known.names.get(known.key(line.name, day))
    if found:
        return found
    near = get_close_matches(spoken(line.name), known.near, n=1, cutoff=_NEAR)
    if near:
        words = f"似た名前の団体（{known.names[near[0]]}）がもうあります。同じ団体なら、番地に書いてください。"
        remarks.append(Remark(line.cells.get("name", line.cell), words))
    slug = free_slug(_wanted_slug(line, known.folder, day), known.taken)
    known.taken.add(slug)
    known.names.setdefault(known.key(line.name, day), slug)
    return slug


def _wanted_slug(line: Line, folder: str, day: str) -> str:
    """An address from the reading, else from the English name; an event's begins with its first day."""
    reading = line.values.get("kana") or line.values.get("name_en") or ""
    if folder == "groups":
        return slug_of(reading, "dantai")
    return slug_of(f"{_day(day)} {reading or 'event'}", "event")


def _result(row: _Row, draft: Draft | None) -> Result:
    lines = {"": [row.line] if row.line else [], **row.inside}
    name = row.line.name if row.line else next((line.name for each in row.inside.values() for line in each), "")
    if draft and draft.before and draft.after == draft.before:
        # Written another way, and the same.
        draft = None
    problems = tuple(placed(draft, lines, row.cell)) if draft else ()
    return Result(row.slug, name, row.cell, draft, problems, tuple(row.remarks))


def left_alone(whole: Plan, reading: Reading) -> int:
    """How many profiles there are of which the sheets say nothing."""
    return len(reading.slugs[whole.said.folder] - {result.slug for result in whole.results})


def listed(results: Iterable[Result]) -> Iterator[Result]:
    """Results as people want to read them: new ones, then changed ones, both in the order of the sheet."""
    changed = [result for result in results if result.draft]
    yield from sorted(changed, key=lambda result: not result.new)
