"""Why something goes with an answer, in words, and in what it differs; each from what its profile says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.directory.model import Directory
from generator.japanese.patterns import WORKDAYS
from generator.japanese.recurrence import Recurrence, week_cells
from generator.matching.conditions import conditions
from generator.matching.differences import DIFFERS
from generator.matching.documents import Document
from generator.matching.evidence import GroupEvidence, Met, Reader
from generator.matching.scoring import MET, PARTLY, Matches, Ranked, lacking, rank, wholly
from generator.matching.sheet import HOME, KEYS, LANGUAGE, AnswerSheet
from generator.matching.skills import skills_of
from generator.models.vocabulary import Vocabulary
from generator.wording.days import short_days, week_words
from generator.wording.groups import fees_words
from generator.wording.questions import questions

# How the words of an answer are put, by question and degree, where not as they are.
FORMS: Mapping[str, Mapping[str, str]] = {
    "do": {
        "told": "「{}」は、紹介に出てくるだけ",
        "told+": "「{}」は、紹介に出てくるだけ",
        "field": "「{}」に近い分野",
        "audience": "「{}」にかかわる対象",
    },
    "when": {"meeting": "{}（会の活動日）"},
    "where": {"said": "「{}」", "city": "市内全域"},
    "with": {"said": "「{}」", "told": "「{}」", "place": "会場は{}", "audience": "対象は{}"},
    "often": {"said": "「{}」", "meeting": "{}（会の活動）"},
}
# What is not written, by question or by the value of an answer.
_UNKNOWN = {
    "when": "いつか",
    HOME: "家でできるか",
    "often": "どのくらいの回数か",
    "once": "一度だけでもよいか",
    "beginner": "はじめてでもよいか",
    "quiet": "少人数か",
    "friends": "仲間ができるか",
    "children": "子どもと一緒でもよいか",
    "teen": "中学生・高校生も参加できるか",
    "senior": "65歳以上も参加できるか",
    "wheelchair": "車いすで入れるか",
    "writing": "筆談や手話ができるか",
    "free": "費用がかかるか",
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
    """A document as an answer to a sheet: each answer is met, differs, or is not known from what is written.

    near: it does not fit (`rank`).
    """

    document: Document
    points: int
    near: bool
    reasons: tuple[str, ...]
    differences: tuple[str, ...]
    unknown: tuple[str, ...]


def reader_of(directory: Directory) -> Reader:
    """What is needed to read the profiles of a directory."""
    return Reader(directory, skills_of(directory.vocabularies, directory.words), fees_words)


def answers(found: Matches, sheet: AnswerSheet, most: int = 10) -> tuple[Answer, ...]:
    """The best answers to a sheet, with their reasons and differences in words."""
    plain = reasons(found.reader.directory.vocabularies)
    ranked = rank(found.degrees, found.groups, sheet)
    silent = unknown(found.reader.directory.vocabularies)
    return tuple(_answer(found, sheet, each, plain, silent) for each in ranked[:most])


def _answer(
    found: Matches,
    sheet: AnswerSheet,
    ranked: Ranked,
    plain: Mapping[str, Mapping[str, str]],
    silent: Mapping[str, str],
) -> Answer:
    document = found.documents[ranked.number]
    met = conditions(GroupEvidence(found.reader, document.entry), document)
    says, differs = words_of(found.reader.directory, document, met)
    told: list[str] = []
    differences: list[str] = []
    silent_of: list[str] = []
    for key in KEYS:
        degrees = {value: found.degrees[key].get(value, {}).get(ranked.number, "") for value in sheet.of(key)}
        words = [
            worded(key, degree, says.get(key, {}).get(value, plain[key][value]))
            for value, degree in degrees.items()
            if degree in MET[key]
        ]
        names = lacking(key, {value: wholly(key, degree) for value, degree in degrees.items()})
        if names and words and key in PARTLY:
            differences += words
            continue
        told += words
        differences += [differs[name] for name in names if name in differs]
        silent_of += [silent[name] for name in names if name not in differs]
    return Answer(
        document,
        ranked.points,
        ranked.near,
        _once(told),
        _once(differences),
        _once(silent_of),
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """Words in their order, each once."""
    return tuple(dict.fromkeys(words))


def worded(key: str, degree: str, words: str) -> str:
    """The words of an answer as its degree has them put."""
    return FORMS.get(key, {}).get(degree, "{}").replace("{}", words)


def reasons(vocabularies: Mapping[str, Vocabulary]) -> dict[str, dict[str, str]]:
    """The words for every answer that is met, where a document has none of its own."""
    asked = questions(vocabularies)
    return {q.key: {c.value: _REASONS.get(q.key, {}).get(c.value, c.label) for c in q.choices} for q in asked}


def unknown(vocabularies: Mapping[str, Vocabulary]) -> dict[str, str]:
    """What is not written, in words, by the name of what is lacking (`lacking`)."""
    languages = vocabularies["languages"].terms if "languages" in vocabularies else {}
    return _UNKNOWN | {f"{LANGUAGE}{name}": f"{term.label}で話せるか" for name, term in languages.items()}


def words_of(directory: Directory, document: Document, met: Iterable[Met]) -> Words:
    """The words of a document for all answers, from what it meets."""
    says: dict[str, dict[str, str]] = {}
    differs: dict[str, str] = {}
    for each in met:
        if each.key == DIFFERS:
            differs[each.value] = _DIFFERS[each.value](directory, document, each)
            continue
        make = _SAYS.get((each.key, each.source)) if each.degree in MET.get(each.key, ()) else None
        words = make(directory, each) if make else ""
        if words and words != _REASONS.get(each.key, {}).get(each.value):
            says.setdefault(each.key, {})[each.value] = words
    return Words(says, differs)


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
    ("often", "opening.text"): lambda directory, met: f"「{met.fact}」" if met.degree == "less" else met.fact,
    ("often", "opening.when"): _quoted,
    ("often", "when"): lambda directory, met: _REASONS["often"][met.fact],
    ("often", "meeting.when"): lambda directory, met: (
        _REASONS["often"][met.fact] + ("（会の活動）" if met.degree == "less" else "")
    ),
    ("often", "opening.role"): lambda directory, met: f"{directory.label('roles', met.fact)}の募集",
}


def _when(directory: Directory, document: Document, met: Met) -> str:
    days = dict.fromkeys(words for repeat, _ in document.repeats() for words in _days(repeat))
    return f"{'・'.join(days) or met.fact}なら"


def _where(directory: Directory, document: Document, met: Met) -> str:
    spots = "・".join(dict.fromkeys(spot.text for spot in document.spots()))
    return f"{spots or '・'.join(directory.labels('areas', document.entry.group.areas))}なら"


def _beginner(directory: Directory, document: Document, met: Met) -> str:
    return f"{directory.label('roles', met.fact)}の募集です" if met.fact else "経験のある方の募集です"


def _age(directory: Directory, document: Document, met: Met) -> str:
    audiences = "・".join(directory.labels("audiences", document.entry.group.audiences))
    return f"年齢は「{met.fact}」" if met.fact else f"対象は{audiences}"


def _often(directory: Directory, document: Document, met: Met) -> str:
    if not met.fact:
        return "一度だけではない募集です"
    return _REASONS["often"]["any"] if met.fact == "any" else f"{_REASONS['often'][met.fact]}なら"


# What is otherwise, by the name that it is told of.
_DIFFERS: Mapping[str, Callable[[Directory, Document, Met], str]] = {
    "do": lambda directory, document, met: f"{directory.label('fields', met.fact)}の活動なら",
    "when": _when,
    "where": _where,
    HOME: lambda directory, document, met: "家ではできない募集です",
    "beginner": _beginner,
    "children": lambda directory, document, met: "子ども連れではない募集です",
    "quiet": lambda directory, document, met: f"会員は{met.fact}人です",
    "teen": _age,
    "senior": _age,
    "free": lambda directory, document, met: "会費などがかかります",
    "often": _often,
    "once": _often,
    "over": lambda directory, document, met: "代表や世話役の募集ではありません",
}


@lru_cache(maxsize=4096)
def _days(repeat: Recurrence) -> tuple[str, ...]:
    """When something is, in few words: its parts of the week, up to three; else its days."""
    if repeat.months:
        return (repeat.text,)
    found = week_words(week_cells(repeat))
    return found if 0 < len(found) <= _MOST_PARTS else (short_days(repeat),)
