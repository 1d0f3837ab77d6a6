"""The preview's page of problems: the same words as on the terminal, a card each."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from generator.directory.model import Directory
from generator.kinds import FOLDERS
from generator.pages.views import Page, ProblemCard, ProblemsView
from generator.problems import Level, Problem
from generator.reports.excerpt import excerpt
from generator.rules import advice, level, message


def problem_pages(problems: Sequence[Problem], directory: Directory) -> Iterator[Page]:
    """A page of all problems, and one in the place of each profile that has no page because of them."""
    yield _page("problems/", "problems", "プロフィールの直すところ", problems)
    shown = {entry.url for found in directory.entries.values() for entry in found}
    of_url: dict[str, list[Problem]] = {}
    for each in problems:
        folder, name = PurePosixPath(each.where.file).parts[-2:]
        if folder in FOLDERS:
            of_url.setdefault(FOLDERS[folder].url(name.rpartition(".")[0]), []).append(each)
    for url, own in of_url.items():
        if url not in shown and url.count("/") == 2:
            yield _page(url, url.partition("/")[0], f"{own[0].where.file} の直すところ", own)


def _page(url: str, section: str, title: str, problems: Sequence[Problem]) -> Page:
    """Problems with file, line, caret and what to type instead; errors first."""
    ordered = sorted(problems, key=lambda p: level(p) != Level.ERROR)
    errors = sum(1 for p in ordered if level(p) == Level.ERROR)
    view = ProblemsView(errors, len(ordered) - errors, tuple(_card(p) for p in ordered))
    return Page(url, section, "problems.html", "直すところ", title, view, hidden=True)


def _card(problem: Problem) -> ProblemCard:
    where = problem.where
    line, carets = excerpt(where)
    return ProblemCard(
        where=where.file,
        line=where.line,
        text=line,
        caret=carets,
        level=str(level(problem)),
        message=message(problem),
        advice=advice(problem),
        rule=problem.rule,
    )
