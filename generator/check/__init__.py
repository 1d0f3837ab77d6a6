"""What is wrong between records and beside them: references, files, names, privacy, age. Positions come last."""

from collections.abc import Iterator
from datetime import date

from generator.check.events import event_faults
from generator.check.files import stray_files
from generator.check.finding import Finding
from generator.check.groups import group_faults
from generator.check.names import name_findings
from generator.problems import Problem, problem
from generator.reading.read import FOLDERS, Reading


def check(reading: Reading, today: date) -> list[Problem]:
    """Everything wrong with the records that were read, each at its place in its file."""
    placed = [_placed(reading, finding) for finding in _findings(reading, today)]
    return [*placed, *(p for folder in FOLDERS for p in stray_files(reading, folder))]


def _placed(reading: Reading, finding: Finding) -> Problem:
    where = reading.where(finding.folder, finding.slug).value(finding.path)
    return problem(where, finding.rule, **finding.facts)


def _findings(reading: Reading, today: date) -> Iterator[Finding]:
    for slug, group in reading.groups.items():
        for path, rule, facts in group_faults(reading, group, today):
            yield Finding("groups", slug, path, rule, facts)
    for slug, event in reading.events.items():
        for path, rule, facts in event_faults(reading, event, today):
            yield Finding("events", slug, path, rule, facts)
    yield from name_findings(reading)
