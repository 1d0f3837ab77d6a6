"""What importing a file would do: profile by profile what is new or changes, and what is wrong, cell by cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.intake.draft import Draft, Wanted, drafts
from generator.problems import Problem
from generator.reading.read import Reading
from generator.sheets.columns import SLUG
from generator.sheets.compare import Gone, compared
from generator.sheets.gather import Row, gathered
from generator.sheets.grid import Doubt
from generator.sheets.known import Known
from generator.sheets.layout import OWNER
from generator.sheets.lines import Remark, Said
from generator.sheets.places import placed
from generator.sheets.profile import texts_of


@dataclass(frozen=True, slots=True)
class Result:
    """What becomes of one row: a draft, or none if nothing changes; problems stand at their cells.

    `gone` is what the profile would not say any more.
    """

    slug: str
    name: str
    cell: str
    draft: Draft | None = None
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()
    gone: tuple[Gone, ...] = ()

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
    """What importing a file would do, row by row, and what is to be said of the file as a whole.

    `held` are the addresses that are left as they are because of an error elsewhere in the plan.
    """

    said: Said
    results: tuple[Result, ...]
    remarks: tuple[Remark, ...] = ()
    held: frozenset[str] = frozenset()

    @property
    def barred(self) -> bool:
        """Whether what is wrong with the file as a whole forbids writing anything of it."""
        return any(remark.serious for remark in self.remarks)

    @property
    def failed(self) -> bool:
        """Whether an error forbids writing everything."""
        return self.barred or any(result.failed for result in self.results)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Everything that there is to write."""
        return tuple(result.draft for result in self.results if result.draft and not result.failed)


def plan(told: Said, reading: Reading, today: date, held: frozenset[str] = frozenset()) -> Plan:
    """What the sheets would do to the profiles that were read, save those to hold back; writes nothing."""
    rows = gathered(told, Known(told.folder, reading))
    loose = _loose(told, rows)
    gone: dict[str, tuple[Gone, ...]] = {}
    wishes: dict[str, Wanted] = {}
    for row in rows:
        if row.refused or row.slug in held:
            continue
        found = compared(told, row, texts_of(reading, told.folder, row.slug), reading.vocabularies, loose)
        row.remarks += found.remarks
        if found.fields and not row.refused:
            wishes[row.slug] = Wanted(told.folder, row.slug, found.fields)
            gone[row.slug] = tuple(found.gone)
    made = {draft.slug: draft for draft in drafts(wishes.values(), reading, today)} if wishes else {}
    results = [_result(row, made.get(row.slug) if not row.refused else None, gone.get(row.slug, ())) for row in rows]
    return Plan(told, tuple(results), told.remarks, held)


def _loose(told: Said, rows: Iterable[Row]) -> dict[str, str]:
    """By block, the first row of which nobody can say for sure whose it is: its entry may seem to be taken out."""
    found = {row.block: row.cell for row in rows if row.block}
    for name, (_, lines) in told.blocks.items():
        unsure = next(
            (line.cell for line in lines if SLUG in line.doubts or line.doubts.get(OWNER) == Doubt.BROKEN), ""
        )
        if unsure:
            found.setdefault(name, unsure)
    return found


def without_bad(whole: Plan, reading: Reading, today: date) -> Plan:
    """The plan in which every profile with an error stays as it is, checked anew, because rows may lean on each other.

    A profile is held back with all its rows: half of them would say that the other half is to go.
    """
    while bad := {result.slug for result in whole.results if result.failed and result.draft}:
        whole = plan(whole.said, reading, today, whole.held | bad)
    return whole


def _result(row: Row, draft: Draft | None, gone: tuple[Gone, ...]) -> Result:
    lines = {"": [row.line] if row.line else [], **row.inside}
    if draft and draft.before and draft.after == draft.before:
        # Written another way, and the same.
        draft, gone = None, ()
    problems = tuple(placed(draft, lines, row.cell)) if draft else ()
    return Result(row.slug, row.name, row.cell, draft, problems, tuple(row.remarks), gone if draft else ())


def left_alone(whole: Plan, reading: Reading) -> int:
    """How many profiles there are of which the sheets say nothing."""
    return len(reading.slugs[whole.said.folder] - {result.slug for result in whole.results})


def listed(results: Iterable[Result]) -> Iterator[Result]:
    """Results as people want to read them: new ones, then changed ones, both in the order of the sheet."""
    changed = [result for result in results if result.draft]
    yield from sorted(changed, key=lambda result: not result.new)
