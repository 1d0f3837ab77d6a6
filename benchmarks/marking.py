"""How good answers are: one question marked, and the figures of many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from benchmarks.asking import Answer

FIRST = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, the addresses that must be found, and those that may be; without `must` it has no answer."""

    text: str
    kind: str
    must: frozenset[str] = frozenset()
    ok: frozenset[str] = frozenset()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """How one question was answered."""

    question: Question
    answer: Answer

    @property
    def recall(self) -> float:
        """Of the pages that must be found, how many are; 1 where there are none."""
        must = self.question.must
        return len(must & set(self.answer.found)) / len(must) if must else 1.0

    @property
    def precision(self) -> float:
        """Of the results shown, how many must or may be; 1 where nothing is shown."""
        found, right = self.answer.found, self.question.must | self.question.ok
        return sum(url in right for url in found) / len(found) if found else 1.0

    @property
    def reciprocal(self) -> float:
        """One divided by the place of the first page that must be found; 0 where none is."""
        places = (place for place, url in enumerate(self.answer.found, start=1) if url in self.question.must)
        return 1 / next(places, float("inf"))

    @property
    def first(self) -> bool:
        """Whether a page that must be found stands in the first three places."""
        return not self.question.must.isdisjoint(self.answer.found[:FIRST])

    @property
    def false(self) -> bool:
        """Whether something is shown although nothing is right, and nothing says that it is only near."""
        return not self.question.must and bool(self.answer.found) and not self.answer.near

    @property
    def perfect(self) -> bool:
        """Whether nothing is to be wished for."""
        if not self.question.must:
            return not self.answer.found
        return self.recall == self.precision == self.reciprocal == 1


@dataclass(frozen=True, slots=True)
class Figures:
    """What many marks come to: shares from 0 to 1.

    Recall, reciprocal and the first three are of the questions that have an answer, precision is of those of them for
    which something is shown. Of the negatives, which have no answer, `hits` are those for which anything is shown, and
    `false` those for which something is shown that is not called near. None where there is no such question.
    """

    asked: int
    negatives: int
    recall: float | None
    first: float | None
    precision: float | None
    reciprocal: float | None
    hits: float | None
    false: float | None


GOAL = Figures(0, 0, recall=0.95, first=0.97, precision=0.9, reciprocal=None, hits=None, false=0.05)


def figures(marks: Sequence[Mark]) -> Figures:
    """The figures of some marks."""
    answerable = [mark for mark in marks if mark.question.must]
    negatives = [mark for mark in marks if not mark.question.must]
    return Figures(
        len(marks),
        len(negatives),
        _share(answerable, lambda mark: mark.recall),
        _share(answerable, lambda mark: mark.first),
        _share([mark for mark in answerable if mark.answer.found], lambda mark: mark.precision),
        _share(answerable, lambda mark: mark.reciprocal),
        _share(negatives, lambda mark: bool(mark.answer.found)),
        _share(negatives, lambda mark: mark.false),
    )


def _share(marks: Sequence[Mark], take: Callable[[Mark], float]) -> float | None:
    return fmean(map(take, marks)) if marks else None


def reached(told: Figures) -> bool:
    """Whether the goal is reached; what no question was asked for is not missed."""
    pairs = ((told.recall, GOAL.recall), (told.first, GOAL.first), (told.precision, GOAL.precision))
    return all(is_so is None or is_so >= (goal or 0) for is_so, goal in pairs) and (told.false or 0) <= (
        GOAL.false or 0
    )


HEADS = ("recall", "first 3", "precision", "reciprocal", "negatives", "any hit", "unlabelled")


def table(marks: Sequence[Mark]) -> Iterator[str]:
    """The figures in lines: by class, by set, of all, and the goal."""
    yield f"{'':18}{'asked':>6}" + "".join(f"{head:>11}" for head in HEADS)
    for kind in dict.fromkeys(mark.question.kind for mark in marks):
        yield _line(kind, figures([mark for mark in marks if mark.question.kind == kind]))
    for part in dict.fromkeys(mark.question.part for mark in marks if mark.question.part):
        yield _line(f"set {part}", figures([mark for mark in marks if mark.question.part == part]))
    yield _line("ALL", figures(marks))
    yield _line("goal", GOAL)


def _line(name: str, told: Figures) -> str:
    values = (told.recall, told.first, told.precision, told.reciprocal)
    shown = [*map(_shown, values), str(told.negatives or ""), _shown(told.hits), _shown(told.false)]
    return f"{name:18}{told.asked or '':>6}" + "".join(f"{value:>11}" for value in shown)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def wrong(marks: Sequence[Mark]) -> Iterator[str]:
    """A line for each question not answered perfectly: what is missing, what is too much, what stands first."""
    for question, answer in ((mark.question, mark.answer) for mark in marks if not mark.perfect):
        missing = " ".join(sorted(question.must - set(answer.found)))
        extra = " ".join(url for url in answer.found if url not in question.must | question.ok)
        says = " ".join(("near" if answer.near else "", *(f"[{chip}]" for chip in answer.chips), answer.note)).strip()
        first = answer.found[0] if answer.found and answer.found[0] not in question.must else ""
        yield f"  {question.kind} 「{question.text}」 {says} | missing: {missing} | extra: {extra} | first: {first}"
