"""The report of a day: its chapters, each figure beside that of the last month that was kept, and months as series."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.statistics import chapters, funding, unanswered, upkeep
from generator.statistics.figures import Chapter, Figure, Material, Tasks
from generator.statistics.months import Kept, Month, Unkept, month_of

CHAPTERS: tuple[Callable[[Material], Chapter], ...] = (
    chapters.groups,
    chapters.people,
    chapters.successors,
    chapters.partners,
    unanswered.pairs,
    funding.grants,
    upkeep.vague,
    upkeep.confirming,
    upkeep.met,
)
# What is shown month by month: a title, and the figures that it sums up.
_SERIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("人をさがす募集", ("wanted.entries",)),
    ("後継者をさがしている団体", ("succession.looking",)),
    ("団体が求めていること", ("seeks.entries",)),
    ("見つかった組み合わせ", ("pairs.entries",)),
    ("相手のいない「求めていること」", ("unanswered.seeks",)),
    ("書きたりない募集", ("vague.entries",)),
    ("確かめるプロフィール", ("confirm.stale", "confirm.never")),
)
_MET = "決まったこと"
_MOST = 13


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, and that of the month before; None where the program did not count it then, or nothing was kept."""

    figure: Figure
    former: int | None

    @property
    def difference(self) -> int | None:
        """By how much it has changed."""
        return None if self.former is None else self.figure.count - self.former


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with each of its figures beside the former one."""

    chapter: Chapter
    rows: tuple[Row, ...]

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows without those parts of a figure that are nothing, and were nothing."""
        return tuple(row for row in self.rows if row.figure.count or row.former or not row.figure.is_part)

    @property
    def tasks(self) -> tuple[Tasks, ...]:
        """What there is to see to."""
        return self.chapter.tasks


@dataclass(frozen=True, slots=True)
class Series:
    """One number month by month, oldest first; None for a month of which nothing was kept."""

    title: str
    points: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. former: the month compared with; wrong: files of months that cannot be used."""

    day: date
    former: Month | None
    parts: tuple[Part, ...]
    series: tuple[Series, ...]
    wrong: tuple[Unkept, ...]

    @property
    def month(self) -> str:
        """The month that it is about."""
        return month_of(self.day)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, also those that are nothing: what a month's file keeps."""
        return tuple(figure for part in self.parts for figure in part.chapter.figures)


def report(material: Material, kept: Kept) -> Report:
    """Everything that is counted on the day of the directory, beside the last month that was kept."""
    day = material.directory.today
    former = kept.before(month_of(day))
    parts = tuple(_part(make(material), former) for make in CHAPTERS)
    counts = {figure.name: figure.count for part in parts for figure in part.chapter.figures}
    months = (*(each for each in kept.months if each.month < month_of(day)), Month(month_of(day), day, counts))
    return Report(day, former, parts, tuple(_series(months[-_MOST:], material)), kept.wrong)


def _part(chapter: Chapter, former: Month | None) -> Part:
    rows = (Row(figure, former.counts.get(figure.name) if former else None) for figure in chapter.figures)
    return Part(chapter, tuple(rows))


def _series(months: Sequence[Month], material: Material) -> Iterator[Series]:
    """Each number over the months from the first that was kept to this one."""
    known = {each.month: each for each in months}
    every = _every_month(months[0].month, months[-1].month)
    for title, names in _SERIES:
        yield Series(title, tuple((month, _sum(known.get(month), names)) for month in every))
    # What was met is known of every month, whether its figures were kept or not.
    met = Counter(each.month for each in material.outcomes)
    yield Series(_MET, tuple((month, met[month]) for month in every))


def _sum(month: Month | None, names: Sequence[str]) -> int | None:
    found = [month.counts[name] for name in names if name in month.counts] if month else []
    return sum(found) if found else None


def _every_month(first: str, last: str) -> tuple[str, ...]:
    """The months from one to another, at most thirteen, the last ones."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return tuple(f"{n // 12}-{n % 12 + 1:02}" for n in range(max(start, end - _MOST + 1), end + 1))
