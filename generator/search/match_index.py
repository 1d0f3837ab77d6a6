"""The files that `/match/` asks: which documents meet which answer, and what their cards say.

`start.json` says what can be answered, the points and the words that are alike for all documents. Below a folder named
after its content: `answers/<key>/<value>.json` with the documents of each degree as steps (`postings`),
`answers/differs/<name>.json` with those that are known to be otherwise, `answers/always.json` with what counts for
everybody, `cards/<n>.json` with four documents each, and `words.json`
with what somebody may type for a skill.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from generator.directory.model import Directory
from generator.matching.conditions import ALWAYS, conditions
from generator.matching.differences import DIFFERS
from generator.matching.documents import Document, documents
from generator.matching.evidence import GroupEvidence, Met, Reader
from generator.matching.scoring import (
    EACH,
    FIRST,
    FURTHER,
    MET,
    NEEDED,
    OWN,
    PARTLY,
    POINTS,
    SUMS,
    Degrees,
    by_answer,
    degrees_of,
)
from generator.matching.skills import typed
from generator.search.postings import encoded
from generator.search.shards import written
from generator.shares import in_shares
from generator.wording.days import short_days
from generator.wording.facets import BEGINNERS
from generator.wording.groups import badges, day_line
from generator.wording.matches import FORMS, reader_of, reasons, unknown, words_of
from generator.writing import write

FOLDER: Final = "match-index"
# So many documents stand in one file of cards: an answer shows ten, which stand anywhere.
CARDS: Final = 4
# What one process read: by number, the card as text and what the document meets.
Read = dict[int, tuple[str, list[tuple[str, str, str]]]]


def write_match_index(directory: Directory, stage: Path) -> list[str]:
    """Write the files of `/match/` into a stage; their names."""
    reader = reader_of(directory)
    read = _read(reader, documents(directory))
    degrees = by_answer((number, met) for number, (_, met) in read.items())
    files = dict(_files(reader, degrees, [read[number][0] for number in range(len(read))]))
    edition = sha256("".join(files.values()).encode()).hexdigest()[:8]
    start = written(_start(reader, degrees, read, edition)) + "\n"
    made = {f"{FOLDER}/{edition}/{name}": text for name, text in files.items()} | {f"{FOLDER}/start.json": start}
    for name, text in made.items():
        write(f"{stage}/{name}", text)
    return list(made)


def _read(reader: Reader, ordered: Sequence[Document]) -> Read:
    """Read all documents; a group is read once, by the process that has its documents."""
    slugs = {slug: n for n, slug in enumerate(dict.fromkeys(document.entry.slug for document in ordered))}

    def share(k: int, count: int) -> Read:
        evidence: dict[str, GroupEvidence] = {}
        found: Read = {}
        for number, document in enumerate(ordered):
            slug = document.entry.slug
            if slugs[slug] % count == k:
                if slug not in evidence:
                    evidence[slug] = GroupEvidence(reader, document.entry)
                met = list(conditions(evidence[slug], document))
                found[number] = written(_card(reader.directory, document, met)), degrees_of(met)
        return found

    shares = in_shares(share, len(ordered))
    return dict(sorted(pair for found in shares for pair in found.items()))


def _files(reader: Reader, degrees: Degrees, cards: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names and texts of the files of an edition."""
    for key, answers in degrees.items():
        if key != ALWAYS:
            named = sorted((value, numbers) for value, numbers in answers.items() if numbers)
            yield from ((f"answers/{key}/{value}.json", _steps(numbers.items())) for value, numbers in named)
    always = ((number, degree) for degree, numbers in degrees[ALWAYS].items() for number in numbers)
    yield f"answers/{ALWAYS}.json", _steps(always)
    for first in range(0, len(cards), CARDS):
        yield f"cards/{first // CARDS}.json", "[" + ",\n".join(cards[first : first + CARDS]) + "]\n"
    vocabulary = reader.directory.vocabularies.get("skills")
    yield "words.json", written(typed(vocabulary, reader.skills) if vocabulary else {}) + "\n"


def _steps(numbers: Iterable[tuple[int, str]]) -> str:
    """Documents by degree, as text."""
    found: dict[str, list[int]] = {}
    for number, degree in numbers:
        found.setdefault(degree, []).append(number)
    return written({degree: encoded(sorted(found[degree])) for degree in sorted(found)}) + "\n"


def _start(reader: Reader, degrees: Degrees, read: Read, edition: str) -> dict[str, Any]:
    """What the browser needs before anything else; it does not grow with the number of documents."""
    plain = reasons(reader.directory.vocabularies)
    return {
        "edition": edition,
        "documents": len(read),
        "cards": CARDS,
        "points": POINTS,
        "met": MET,
        "sums": SUMS,
        "further": FURTHER,
        "needed": NEEDED,
        "first": FIRST,
        "each": EACH,
        "counts": {key: _counts(degrees[key], MET[key]) for key in MET},
        "reasons": plain,
        "forms": FORMS,
        "partly": PARTLY,
        "own": OWN,
        "unknown": unknown(reader.directory.vocabularies),
        "differs": sorted(name for name, numbers in degrees[DIFFERS].items() if numbers),
    }


def _counts(answers: Mapping[str, Mapping[int, str]], met: Sequence[str]) -> dict[str, int]:
    """For each value that has a file, how many documents meet it."""
    return {value: sum(degree in met for degree in answers[value].values()) for value in sorted(answers)}


def _card(directory: Directory, document: Document, met: Iterable[Met]) -> dict[str, Any]:
    """What a result shows of a document, and the words for each answer."""
    says, differs = words_of(directory, document, met)
    shown: dict[str, Any] = {"url": document.url, "title": document.title}
    entry, opening = document.entry, document.opening
    if opening:
        shown |= {
            "role": directory.label("roles", opening.call.role),
            "group": entry.group.name,
            "group_url": entry.url,
        }
    shown |= {"line": _line(document), "badges": _badges(directory, document)}
    return {name: given for name, given in (shown | {"says": says, "differs": differs}).items() if given}


def _line(document: Document) -> str:
    """When and where, in one line; what only the group's meeting says is marked as that."""
    opening = document.opening
    if opening is None:
        return day_line(document.entry)
    days = short_days(opening.repeat) if opening.repeat else opening.when
    when = f"{days}（会の活動日）" if opening.when_of_meeting else days
    return "　".join(filter(None, (when, opening.spot.text if opening.spot else "")))


def _badges(directory: Directory, document: Document) -> tuple[str, ...]:
    call = document.opening.call if document.opening else None
    if call is None:
        return badges(directory, document.entry)
    flags = ((call.beginners_ok, BEGINNERS), (call.once, "一度だけでも"), (call.from_home, "家でできる"))
    ages = (f"対象：{call.ages}",) if call.ages else ()
    return (*ages, *(word for said, word in flags if said))
