"""What a profile says that answers may be met by, read once for each group, and what was met."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.directory.model import Directory, GroupEntry
from generator.matching.documents import Document
from generator.matching.skills import Skills
from generator.models.group import Fees

_MARK = re.compile("[。、！？!?「」『』（）()：\n]|\\*\\*")
_CLAUSE = 24
# What a group is by law is nothing that it does: NPO法人 is no wish to run one.
_LEGAL = re.compile("(?:認定)?(?:特定非営利活動|NPO|ＮＰＯ)法人")


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


@dataclass(frozen=True)
class GroupEvidence:
    """What a group says that all its documents have, read once."""

    reader: Reader
    entry: GroupEntry

    @cached_property
    def name(self) -> str:
        """Its names and the sentence about it, a line each."""
        return _LEGAL.sub("", "\n".join((self.entry.group.name, *self.entry.group.aliases, self.entry.group.summary)))

    @cached_property
    def rest(self) -> str:
        """Its description, what is noted beside its meetings, and what it offers to others and would like to have."""
        group = self.entry.group
        notes = (meeting.note for meeting in group.meetings if meeting.note)
        return "\n".join((group.description, *notes, *(each.text for each in (*group.offers, *group.seeks))))

    @cached_property
    def text(self) -> str:
        """The sentence about it and the rest; a name only names."""
        return f"{self.entry.group.summary}\n{self.rest}"

    @cached_property
    def named(self) -> Mapping[str, str]:
        """The skills that its name and its sentence speak of."""
        return self.reader.skills.found(self.name)

    @cached_property
    def told(self) -> Mapping[str, str]:
        """The skills that its description speaks of."""
        return self.reader.skills.found(self.rest)

    @cached_property
    def said(self) -> dict[re.Pattern[str], str]:
        """What was found in its text by patterns that were asked before."""
        return {}

    def clause(self, pattern: re.Pattern[str]) -> str:
        """The first clause of its text that has a pattern in it; empty if none has."""
        if pattern not in self.said:
            found = pattern.search(self.text)
            self.said[pattern] = around(found) if found else ""
        return self.said[pattern]


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
