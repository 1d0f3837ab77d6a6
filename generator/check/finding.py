"""A finding: a problem that knows its place in a record, but not yet its line in the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.reading.strict import Path as Loc

Faults = Iterator[tuple[Loc, str, dict[str, object]]]


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of one record, by the path of the value that has it."""

    folder: str
    slug: str
    path: Loc
    rule: str
    facts: Mapping[str, object]
