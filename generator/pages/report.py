"""The report as one HTML file for the office: figures, what has changed, plots with their tables, what to see to.

It is no page of the site: it names groups whose profiles are to be mended, and loads nothing from anywhere.
"""

from dataclasses import dataclass

from generator.japanese.dates import show_date_with_era
from generator.pages.plots import Plot, plot
from generator.pages.render import Environment
from generator.settings import Settings
from generator.statistics.figures import Tasks
from generator.statistics.formats import difference_words, former_words
from generator.statistics.months import month_words
from generator.statistics.report import Part, Report, Row

# A page that nobody reads to its end is no help; the CSV has all.
_MOST_TASKS = 100


@dataclass(frozen=True, slots=True)
class RowView:
    """A figure with what it was and how it has changed, in words."""

    label: str
    count: int
    former: str
    change: str
    part: bool


@dataclass(frozen=True, slots=True)
class TaskView:
    """One thing to see to, with the address of its page; empty where the site's own address is not known."""

    what: str
    about: str
    address: str


@dataclass(frozen=True, slots=True)
class TasksView:
    """Things to see to under one heading: how many there are, and the first of them; `more` are left out."""

    title: str
    count: int
    first: tuple[TaskView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter as tables."""

    title: str
    lead: str
    rows: tuple[RowView, ...]
    tasks: tuple[TasksView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report.

    changes: what differs from the former one, with its chapter's title; doubts: files of months that cannot be used.
    """

    site_name: str
    center: str
    month: str
    day: str
    compared: str
    has_former: bool
    changes: tuple[tuple[str, RowView], ...]
    chapters: tuple[ChapterView, ...]
    plots: tuple[Plot, ...]
    doubts: tuple[str, ...]


def report_page(report: Report, env: Environment, settings: Settings, doubts: tuple[str, ...] = ()) -> str:
    """The report as a self-contained page."""
    view = ReportView(
        site_name=settings.site_name,
        center=settings.center.name,
        month=month_words(report.month),
        day=show_date_with_era(report.day),
        compared=former_words(report),
        has_former=report.former is not None,
        changes=tuple((part.chapter.title, _row(row)) for part in report.parts for row in part.rows if row.difference),
        chapters=tuple(_chapter(part, settings) for part in report.parts),
        plots=tuple(map(plot, report.series)) if len(report.series[0].points) > 1 else (),
        doubts=doubts,
    )
    return env.get_template("report.html").render(view=view)


def _chapter(part: Part, settings: Settings) -> ChapterView:
    tasks = tuple(_tasks(each, settings) for each in part.tasks)
    return ChapterView(part.chapter.title, part.chapter.lead, tuple(map(_row, part.shown)), tasks)


def _tasks(tasks: Tasks, settings: Settings) -> TasksView:
    first = tasks.all[:_MOST_TASKS]
    shown = tuple(TaskView(t.what, t.about, settings.absolute(t.url) if t.url else "") for t in first)
    return TasksView(tasks.title, len(tasks.all), shown, len(tasks.all) - len(first))


def _row(row: Row) -> RowView:
    former = "" if row.former is None else str(row.former)
    return RowView(row.figure.label, row.figure.count, former, difference_words(row), row.figure.is_part)
