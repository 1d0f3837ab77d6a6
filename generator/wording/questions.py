"""The five questions of `/match/` and their choices, in the words that a page asks them with."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.matching.sheet import HOME, KEYS, LANGUAGE, SLOTS, AnswerSheet, values
from generator.models.vocabulary import Vocabulary
from generator.wording.days import DAYS, PARTS


@dataclass(frozen=True, slots=True)
class Choice:
    """One value with its words; choices with one `heading` stand below it (empty: below none)."""

    value: str
    label: str
    label_en: str
    heading: str = ""
    heading_en: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the key of its answers, how it is asked, what it is called in short, and what can be chosen."""

    key: str
    title: str
    title_en: str
    label: str
    label_en: str
    choices: tuple[Choice, ...]


# How each question is asked, and what it is called in short.
_ASKED = {
    "do": ("好きなこと、できることは？", "What do you like, or what can you do?", "好きなこと・できること", "What"),
    "when": ("いつなら、都合がつきますか？", "When are you free?", "いつ", "When"),
    "where": ("どのあたりで？", "Where?", "どこで", "Where"),
    "with": ("だれと、どんなふうに？", "With whom, and how?", "だれと・どんなふうに", "How"),
    "often": ("どのくらい、できそうですか？", "How often?", "どのくらい", "How often"),
}
_COMPANY = {
    "beginner": ("はじめてです", "I am a beginner"),
    "quiet": ("人前は苦手・少人数がいい", "Shy; a small group"),
    "friends": ("仲間や友だちをつくりたい", "I want to make friends"),
    "children": ("子どもと一緒に", "With my children"),
    "teen": ("中学生・高校生です", "I am at junior high or high school"),
    "senior": ("65歳以上です", "I am 65 or older"),
    "wheelchair": ("車いすを使います", "I use a wheelchair"),
    "writing": ("筆談か手話が助かります", "I need writing or sign language"),
    "free": ("お金をかけずに", "Without cost"),
}
_OFTEN = {
    "once": ("一度だけ、ためしに", "Just once"),
    "monthly": ("月に1回くらい", "About once a month"),
    "weekly": ("毎週でも", "Every week"),
    "any": ("決まっていなくてよい", "No fixed rhythm"),
    "over": ("代表や世話役を引き受けてもよい", "I may take responsibility"),
}
_HOME = ("家でできること", "From home")
_DAYS_EN = {"weekday": "Weekday", "saturday": "Saturday", "sunday": "Sunday"}


def questions(vocabularies: Mapping[str, Vocabulary]) -> tuple[Question, ...]:
    """The questions in the order in which they are asked, with everything that can be chosen in a city."""
    known = values(vocabularies)
    return tuple(
        Question(key, *_ASKED[key], tuple(_choice(key, value, vocabularies) for value in known[key])) for key in KEYS
    )


def sheet_words(sheet: AnswerSheet, vocabularies: Mapping[str, Vocabulary]) -> tuple[tuple[str, str], ...]:
    """What somebody answered, question by question: (いつ, 土曜の午前、日曜の午前); without what was skipped."""
    told = ((q.label, [c.label for c in q.choices if c.value in sheet.of(q.key)]) for q in questions(vocabularies))
    return tuple((label, "、".join(words)) for label, words in told if words)


def _choice(key: str, value: str, vocabularies: Mapping[str, Vocabulary]) -> Choice:
    if key == "do":
        return _skill(value, vocabularies["skills"])
    if key == "when":
        return _slot(value)
    if key == "often":
        return Choice(value, *_OFTEN[value])
    if value in _COMPANY:
        return Choice(value, *_COMPANY[value])
    if key == "with":
        return _language(value, vocabularies["languages"])
    return Choice(value, *_HOME) if value == HOME else _area(value, vocabularies["areas"])


def _skill(value: str, skills: Vocabulary) -> Choice:
    term = skills.terms[value]
    heading = skills.groups.get(term.group or "")
    named = (heading.label, heading.label_en) if heading else ("", "")
    return Choice(value, term.label, term.label_en, *named)


def _slot(value: str) -> Choice:
    day, part = next(slot for slot in SLOTS if "-".join(slot) == value)
    return Choice(
        value,
        f"{dict(DAYS)[day]}の{dict(PARTS)[part]}",
        f"{_DAYS_EN[day]} {part}",
        dict(DAYS)[day],
        _DAYS_EN[day],
    )


def _area(value: str, areas: Vocabulary) -> Choice:
    return Choice(value, areas.terms[value].label, areas.terms[value].label_en)


def _language(value: str, languages: Vocabulary) -> Choice:
    term = languages.terms[value.removeprefix(LANGUAGE)]
    own = f"（{term.autonym}）" if term.autonym and term.autonym != term.label else ""
    return Choice(value, f"{term.label}で話したい{own}", f"I speak {term.label_en}")
