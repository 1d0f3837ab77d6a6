"""What a profile says that is otherwise than somebody may have asked for: the answers that it does not meet, and knows.

What stands neither among the conditions that are met nor here is not written in the profile.
"""

from collections.abc import Iterator, Sequence

from generator.matching.company import PAID, SMALL, ages_of
from generator.matching.documents import Document
from generator.matching.evidence import GroupEvidence, Met
from generator.matching.sheet import HOME, RHYTHMS
from generator.models.calls import FEW, LEADING

DIFFERS = "differs"
KNOWN = "known"


def differences(evidence: GroupEvidence, document: Document, often: Sequence[Met]) -> Iterator[Met]:
    """By question, or by answer where that has words of its own, what is otherwise.

    often: what it meets of the fifth question.
    """
    call = document.opening.call if document.opening else None
    yield _known("do", "group.fields", evidence.entry.group.fields[0])
    yield _known("where", "group.areas")
    if any(True for _ in document.repeats()):
        yield _known("when", "when")
    elif call and call.when:
        yield _known("when", "opening.words", call.when)
    if call and call.from_home is False:
        yield _known(HOME, "opening.from_home")
    yield from _who(evidence, document)
    yield from _age(evidence, document)
    yield from _often(document, often)


def _known(name: str, source: str, fact: str = "") -> Met:
    return Met(DIFFERS, name, KNOWN, source, fact)


def _who(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    call, members = document.opening.call if document.opening else None, evidence.entry.group.members
    if document.role in FEW:
        yield _known("beginner", "opening.role", document.role)
    elif call and call.beginners_ok is False:
        yield _known("beginner", "opening.beginners_ok")
    if call and call.with_children is False:
        yield _known("children", "opening.with_children")
    if members and members.total and members.total > SMALL:
        yield _known("quiet", "group.members", str(members.total))
    if document.joining and PAID in evidence.reader.costs(evidence.entry.group.fees):
        yield _known("free", "group.fees")


def _age(evidence: GroupEvidence, document: Document) -> Iterator[Met]:
    """Ages that are written and not understood, else whom a group is for, where that is not for everybody."""
    call, audiences = document.opening.call if document.opening else None, evidence.entry.group.audiences
    if call and call.ages:
        found = () if ages_of(document) else (("opening.ages", call.ages),)
    else:
        found = (("group.audiences", ""),) if document.joining and audiences and "anyone" not in audiences else ()
    yield from (_known(value, *said) for said in found for value in ("teen", "senior"))


def _often(document: Document, met: Sequence[Met]) -> Iterator[Met]:
    """How often it is, and that it is nothing to take over. met: what it meets of this question."""
    call = document.opening.call if document.opening else None
    rhythm = next((each for each in met if each.value in RHYTHMS), None)
    if rhythm:
        yield _known("often", rhythm.source, rhythm.value)
    if all(each.value != "once" for each in met) and (rhythm or (call and call.once is False)):
        yield _known("once", rhythm.source if rhythm else "opening.once", rhythm.value if rhythm else "")
    if document.role not in LEADING:
        yield _known("over", "opening.role", document.role)
