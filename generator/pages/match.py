"""「わたしにできること」: five questions about oneself; the answers lead to openings and groups, with reasons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.directory.model import Directory
from generator.matching.sheet import SLOTS, URL
from generator.models.vocabulary import Term
from generator.pages.contact_points import Address, CenterView, address_of, center_view
from generator.pages.index import Index
from generator.pages.match_grid import RoleTable, role_tables
from generator.pages.views import Page
from generator.settings import Settings
from generator.wording.days import DAYS, PARTS
from generator.wording.questions import Choice, Question, questions

TITLE = "わたしにできること"
# So many examples stand beside the heading of a fold.
_EXAMPLES = 3
_HELP = {
    "do": "あてはまるものを、いくつでも選んでください。ことばで入れることもできます。",
    "when": "都合のつくところを、いくつでも押してください。",
    "where": "いくつでも選べます。どこでもよければ、とばしてください。",
    "with": "あてはまるものだけ選んでください。",
    "often": "近いものを選んでください。",
}


@dataclass(frozen=True, slots=True)
class Fold:
    """Choices below one heading, with a few of them as examples; a question without headings has one without words."""

    heading: str
    examples: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question as a screen of its own: `folds` of choices, or the `week` as a table, days down and times across."""

    key: str
    number: int
    title: str
    label: str
    help: str
    typed: bool
    folds: tuple[Fold, ...] = ()
    week: tuple[tuple[str, tuple[Choice, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Door:
    """A page of the site for those who answered a question with one of these values and found nothing."""

    key: str
    values: tuple[str, ...]
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class MatchView:
    """The page: questions, the parts of a day over the week's table, whom to ask, and the page's own address."""

    title: str
    questions: tuple[QuestionView, ...]
    parts: tuple[str, ...]
    places: tuple[Door, ...]
    tables: tuple[RoleTable, ...]
    center: CenterView
    address: Address | None


def match_page(directory: Directory, index: Index, settings: Settings) -> Page:
    """The page of the five questions; what it shows of the answers is made in the browser, of files of matching."""
    asked = (q for q in questions(directory.vocabularies) if q.choices)
    view = MatchView(
        title=TITLE,
        questions=tuple(_question(n, q) for n, q in enumerate(asked, start=1)),
        parts=tuple(word for _, word in PARTS),
        places=tuple(_doors(directory, index)),
        tables=role_tables(directory),
        center=center_view(settings.center),
        address=address_of(URL, settings),
    )
    words = "五つの質問に答えると、あなたに合う募集や団体を、理由といっしょにお見せします。答えはどこにも送られません。"
    return Page(URL, "match", "match.html", TITLE, words, view)


def _doors(directory: Directory, index: Index) -> Iterator[Door]:
    """The fields that a skill stands for, and the areas, as far as there are groups."""
    skills = _terms(directory, "skills")
    for field, term in _terms(directory, "fields").items():
        values = tuple(value for value, skill in skills.items() if field in skill.fields)
        if values and index.by["fields"][field]:
            yield Door("do", values, term.label, f"fields/{field}/")
    for area, term in _terms(directory, "areas").items():
        if index.by["areas"][area]:
            yield Door("where", (area,), f"{term.label}の団体", f"areas/{area}/")


def _terms(directory: Directory, name: str) -> Mapping[str, Term]:
    return directory.vocabularies[name].terms if name in directory.vocabularies else {}


def _question(number: int, q: Question) -> QuestionView:
    week = _week(q) if q.key == "when" else ()
    folds = () if week else _folds(q.choices)
    return QuestionView(q.key, number, q.title, q.label, _HELP[q.key], q.key == "do", folds, week)


def _folds(choices: tuple[Choice, ...]) -> tuple[Fold, ...]:
    """The choices under their headings, in their order: the line of a sheet has the order of the page."""
    grouped = ((heading, tuple(those)) for heading, those in groupby(choices, lambda choice: choice.heading))
    return tuple(
        Fold(heading, "、".join(choice.label for choice in those[:_EXAMPLES]), those) for heading, those in grouped
    )


def _week(q: Question) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    by_slot = dict(zip(SLOTS, q.choices, strict=True))
    return tuple((word, tuple(by_slot[day, part] for part, _ in PARTS)) for day, word in DAYS)
