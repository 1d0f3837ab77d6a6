"""What is wrong between records and beside them: references, files, names, privacy, age. Positions come last."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.check.events import event_faults
from generator.check.files import stray_files
from generator.check.finding import Faults, Finding
from generator.check.grants import grant_faults
from generator.check.groups import group_faults
from generator.check.names import name_findings
from generator.check.plain import plain_faults
from generator.kinds import EVENT, FOLDERS, GRANT, GROUP
from generator.models.base import label_of
from generator.problems import Problem, problem
from generator.reading.explain import owner_of
from generator.reading.read import Reading

# What is wrong with one record of a kind beyond its single fields; of other kinds, what their models tell.
FAULTS: Mapping[str, Callable[[Reading, Any, date], Faults]] = {
    GROUP.name: group_faults,
    EVENT.name: event_faults,
    GRANT.name: grant_faults,
}


def check(reading: Reading, today: date) -> list[Problem]:
    """Everything wrong with the records that were read, each at its place in its file."""
    placed = [_placed(reading, finding) for finding in _findings(reading, today) if _is_sure(reading, finding)]
    return [*placed, *(p for folder in FOLDERS for p in stray_files(reading, folder))]


def _placed(reading: Reading, finding: Finding) -> Problem:
    where = reading.where(finding.folder, finding.slug).value(finding.path)
    owner, name = owner_of(FOLDERS[finding.folder].model, finding.path)
    return problem(where, finding.rule, **({"label": label_of(owner, name), "name": name} | dict(finding.facts)))


def _findings(reading: Reading, today: date) -> Iterator[Finding]:
    for folder, kind in FOLDERS.items():
        for slug, record in _all(reading, folder):
            for path, rule, facts in FAULTS.get(kind.name, plain_faults)(reading, record, today):
                yield Finding(folder, slug, path, rule, facts)
    named = {s: m.record for s, m in reading.mended[GROUP.folder].items() if m.sure(("name",)) and m.sure(("kana",))}
    yield from name_findings(reading, {**reading.groups, **named})


def _all(reading: Reading, folder: str) -> Iterator[tuple[str, Any]]:
    """Every record of a folder, and what could be made of those that are broken."""
    yield from reading.records[folder].items()
    yield from ((slug, mended.record) for slug, mended in reading.mended[folder].items())


def _is_sure(reading: Reading, finding: Finding) -> bool:
    """Whether a finding is about what the profile says, and not about what was put in its place for a moment."""
    mended = reading.mended[finding.folder].get(finding.slug)
    return mended is None or mended.sure(finding.path)
