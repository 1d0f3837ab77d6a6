"""Why something goes with an answer, in words, and in what it differs; each from what its profile says."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.directory.model import Directory
from generator.japanese.patterns import WORKDAYS
from generator.japanese.recurrence import Recurrence, week_cells
from generator.matching.conditions import conditions, rhythm_of
from generator.matching.documents import Document
from generator.matching.evidence import GroupEvidence, Met, Reader
from generator.matching.scoring import MET, SUMS, Matches, rank
from generator.matching.sheet import KEYS, AnswerSheet
from generator.matching.skills import skills_of
from generator.models.calls import FEW
from generator.models.vocabulary import Vocabulary
from generator.wording.days import short_days, week_words
from generator.wording.facets import PAID
from generator.wording.groups import fees_words
from generator.wording.questions import questions

# How the words of an answer are put, by question and degree, where not as they are.
FORMS: Mapping[str, Mapping[str, str]] = {
    "do": {
        "told": "紹介に「{}」のこと",
        "told+": "紹介に「{}」のこと",
        "field": "「{}」に近い分野",
        "audience": "「{}」にかかわる対象",
    },
    "when": {"meeting": "{}（会の活動日）"},
    "where": {"said": "「{}」", "city": "市内全域"},
    "with": {"said": "「{}」", "told": "「{}」", "place": "会場は{}", "audience": "対象は{}"},
    "often": {"said": "「{}」", "meeting": "{}（会の活動）"},
}
# What to ask where nobody says, by question or by the value of an answer.
UNKNOWN = {
    "when": "いつかは、おたずねください",
    "wheelchair": "車いすで入れるかは、おたずねください",
    "writing": "筆談や手話のことは、おたずねください",
    "children": "子ども連れのことは、おたずねください",
    "free": "費用は、おたずねください",
}
# The words of an answer, where they are not those of its choice.
_REASONS = {
    "with": {
        "beginner": "初心者歓迎",
        "children": "子ども連れ歓迎",
        "wheelchair": "車いす可",
        "writing": "筆談や手話で話せます",
        "free": "費用は無料",
    },
    "where": {"home": "家でできる"},
    "often": {
        "once": "一度だけでもよい",
        "monthly": "月1〜2回",
        "weekly": "毎週",
        "any": "日は決まっていません",
        "over": "担い手の募集",
    },
}
# So many letters of a text are quoted, and so many parts of the week are told one by one.
_QUOTED, _MOST_PARTS = 40, 3


class Words(NamedTuple):
    """The words of one document.

    says: by question and answer, where what it meets has words of its own; differs: what is otherwise, by question.
    """

    says: dict[str, dict[str, str]]
    differs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A document as an answer to a sheet; `near` if it differs from it in something that is known."""

    document: Document
    points: int
    reasons: tuple[str, ...]
    differences: tuple[str, ...]
    near: bool


def reader_of(directory: Directory) -> Reader:
    """What is needed to read the profiles of a directory."""
    return Reader(directory, skills_of(directory.vocabularies, directory.words), fees_words)


def answers(found: Matches, sheet: AnswerSheet, most: int = 10) -> tuple[Answer, ...]:
    """The best answers to a sheet, with their reasons and differences in words."""
    plain = reasons(found.reader.directory.vocabularies)
    ranked = rank(found.degrees, found.groups, sheet)
    return tuple(_answer(found, sheet, each.number, each.points, plain) for each in ranked[:most])


def _answer(
    found: Matches, sheet: AnswerSheet, number: int, points: int, plain: Mapping[str, Mapping[str, str]]
) -> Answer:
    document = found.documents[number]
    met = list(conditions(GroupEvidence(found.reader, document.entry), document))
    says, differs = words_of(found.reader.directory, document, met)
    told: dict[str, None] = {}
    differences: dict[str, bool] = {}
    for key in KEYS:
        degrees = {value: found.degrees[key].get(value, {}).get(number, "") for value in sheet.of(key)}
        good = [value for value, degree in degrees.items() if degree in MET[key]]
        told.update(dict.fromkeys(worded(key, degrees[v], says.get(key, {}).get(v, plain[key][v])) for v in good))
        missing = [v for v in degrees if v not in good] if key in SUMS else [key] if degrees and not good else []
        for name in missing:
            if words := differs.get(name) or UNKNOWN.get(name):
                differences.setdefault(words, name in differs)
    return Answer(document, points, tuple(told), tuple(differences), any(differences.values()))


def worded(key: str, degree: str, words: str) -> str:
    """The words of an answer as its degree has them put."""
    return FORMS.get(key, {}).get(degree, "{}").replace("{}", words)


def reasons(vocabularies: Mapping[str, Vocabulary]) -> dict[str, dict[str, str]]:
    """The words for every answer that is met, where a document has none of its own."""
    asked = questions(vocabularies)
    return {q.key: {c.value: _REASONS.get(q.key, {}).get(c.value, c.label) for c in q.choices} for q in asked}


def words_of(directory: Directory, document: Document, met: Iterable[Met]) -> Words:
    """The words of a document for all answers, from what it meets."""
    says: dict[str, dict[str, str]] = {}
    for each in met:
        make = _SAYS.get((each.key, each.source)) if each.degree in MET.get(each.key, ()) else None
        words = make(directory, each) if make else ""
        if words and words != _REASONS.get(each.key, {}).get(each.value):
            says.setdefault(each.key, {})[each.value] = words
    return Words(says, dict(_differs(directory, document)))


def _quoted(directory: Directory, met: Met) -> str:
    return met.fact if len(met.fact) <= _QUOTED else met.fact[: _QUOTED - 1] + "…"


def _cells(directory: Directory, met: Met) -> str:
    """Which days of the week a part of it stands for, and nothing where the answer says it already."""
    return _week_words(met.fact, met.degree == "about", met.value.startswith("weekday"))


@lru_cache(maxsize=1024)
def _week_words(fact: str, open_: bool, weekday: bool) -> str:
    cells = [(int(day), part) for day, _, part in (cell.partition("-") for cell in fact.split())]
    if open_:
        return f"{'・'.join(week_words(cells))}（時間はおたずねください）"
    return "・".join(week_words(cells)) if weekday and len(cells) < len(WORKDAYS) else ""


def _term(vocabulary: str) -> Callable[[Directory, Met], str]:
    return lambda directory, met: directory.label(vocabulary, met.fact)


def _access(directory: Directory, met: Met) -> str:
    label = directory.label("accessibility", met.fact)
    return f"会場に{label}" if met.source.startswith("place") and met.degree == "step" else label


# The words of what is met, by question and source.
_SAYS: Mapping[tuple[str, str], Callable[[Directory, Met], str]] = {
    ("when", "opening.words"): _quoted,
    ("when", "when"): _cells,
    ("when", "meeting.when"): _cells,
    ("where", "opening.text"): _quoted,
    ("with", "opening.text"): _quoted,
    ("with", "group.text"): _quoted,
    ("with", "opening.ages"): _quoted,
    ("with", "group.members"): lambda directory, met: f"会員{met.fact}人",
    ("with", "group.audiences"): _term("audiences"),
    ("with", "group.accessibility"): _access,
    ("with", "place.accessibility"): _access,
    ("with", "group.languages"): lambda directory, met: f"{directory.label('languages', met.fact)}で話せます",
    ("with", "group.translations"): lambda directory, met: f"{directory.label('languages', met.fact)}の紹介文",
    ("with", "group.fees"): lambda directory, met: "一部の方は無料" if met.degree == "some" else "",
    ("often", "opening.text"): _quoted,
    ("often", "opening.when"): _quoted,
    ("often", "opening.role"): lambda directory, met: f"{directory.label('roles', met.fact)}の募集",
}


def _differs(directory: Directory, document: Document) -> Iterator[tuple[str, str]]:
    """What is otherwise than somebody may have asked for, by question and by answer."""
    days = "・".join(dict.fromkeys(words for repeat, _ in document.repeats() for words in _days(repeat)))
    call = document.opening.call if document.opening else None
    yield "do", f"{directory.label('fields', document.entry.group.fields[0])}の活動なら"
    if days or (call and call.when):
        yield "when", f"{days or (call.when if call else '')}なら"
    spots = "・".join(dict.fromkeys(spot.text for spot in document.spots()))
    areas = "・".join(directory.labels("areas", document.entry.group.areas))
    yield "where", f"{spots or areas}なら"
    if document.role in FEW:
        yield "beginner", f"{directory.label('roles', document.role)}の募集です"
    elif call and call.beginners_ok is False:
        yield "beginner", "経験のある方の募集です"
    if call and call.with_children is False:
        yield "children", "子ども連れではない募集です"
    yield from _audience(directory, document)
    if document.joining and PAID in fees_words(document.entry.group.fees):
        yield "free", "会費などがかかります"
    yield from _rhythm(document)


def _audience(directory: Directory, document: Document) -> Iterator[tuple[str, str]]:
    """For whom a group is, where that is not for everybody."""
    audiences = document.entry.group.audiences
    if document.joining and audiences and "anyone" not in audiences:
        words = f"対象は{'・'.join(directory.labels('audiences', audiences))}"
        yield from (("teen", words), ("senior", words))


def _rhythm(document: Document) -> Iterator[tuple[str, str]]:
    """How often it is, where nobody asked for that."""
    for repeat, _ in document.repeats():
        if value := rhythm_of(repeat):
            yield "often", "日は決まっていません" if value == "any" else f"{_REASONS['often'][value]}なら"
            return


@lru_cache(maxsize=4096)
def _days(repeat: Recurrence) -> tuple[str, ...]:
    """When something is, in few words: its parts of the week, up to three; else its days."""
    found = week_words(week_cells(repeat))
    return found if 0 < len(found) <= _MOST_PARTS else (short_days(repeat),)
