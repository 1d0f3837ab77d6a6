"""What a profile says that answers may be met by, read once for each group, and what was met."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.directory.model import Directory, GroupEntry
from generator.matching.documents import Document
from generator.matching.skills import Skills
from generator.models.group import Fees

_MARK = re.compile("[。、！？!?「」『』（）()：\n]|\\*\\*")
_CLAUSE = 24


class Met(NamedTuple):
    """One answer and to which degree a document meets it.

    source: where the profile says so, `opening.when`, `meeting.when`, `group.areas`, `place.accessibility`; fact: what
    stands there: a term, a number, the words themselves, or for times the cells of the week, `0-evening 5-morning`.
    """

    key: str
    value: str
    degree: str
    source: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """How profiles of one city are read: its skills, and a function that says whether belonging costs something.

    costs: `fees` of a group → 無料, 一部無料 or 有料 as choices; empty where nobody says.
    """

    directory: Directory
    skills: Skills
    costs: Callable[[Fees | None], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class GroupEvidence:
    """What a group says that all its documents have: skills by name and by text, and the text in lines."""

    reader: Reader
    entry: GroupEntry
    named: Mapping[str, str]
    told: Mapping[str, str]
    lines: tuple[str, ...]


def group_evidence(reader: Reader, entry: GroupEntry) -> GroupEvidence:
    """What a group says, read once."""
    group = entry.group
    name = "\n".join((group.name, *group.aliases, group.summary))
    notes = tuple(meeting.note for meeting in group.meetings if meeting.note)
    rest = "\n".join((group.description, *notes))
    return GroupEvidence(
        reader, entry, reader.skills.found(name), reader.skills.found(rest), (*name.split("\n"), *rest.split("\n"))
    )


def around(found: re.Match[str]) -> str:
    """What was found in the clause in which it stands; alone where the clause is long."""
    text = found.string
    first = max((mark.end() for mark in _MARK.finditer(text, 0, found.start())), default=0)
    last = _MARK.search(text, found.end())
    clause = text[first : last.start() if last else len(text)].strip(" 　-*")
    return clause if len(clause) <= _CLAUSE else found[0]


def own_text(document: Document) -> str:
    """What an opening says itself; of a group nothing."""
    call = document.opening.call if document.opening else None
    return "\n".join(filter(None, (call.title, call.text, call.conditions))) if call else ""


def lines_of(evidence: GroupEvidence, document: Document) -> Iterator[tuple[str, str]]:
    """The lines that tell of a document, its own first, each with its source."""
    yield from (("opening.text", line) for line in own_text(document).split("\n") if line)
    yield from (("group.text", line) for line in evidence.lines if line)
