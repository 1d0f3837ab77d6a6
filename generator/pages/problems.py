"""The preview's page of problems: the same words as on the terminal, a card each."""

from collections.abc import Sequence

from generator.pages.views import Page, ProblemCard, ProblemsView
from generator.problems import Level, Problem
from generator.reports.excerpt import excerpt
from generator.rules import advice, level, message


def problems_page(problems: Sequence[Problem]) -> Page:
    """All problems with file, line, caret and what to type instead."""
    cards = tuple(_card(problem) for problem in problems)
    errors = sum(1 for p in problems if level(p) == Level.ERROR)
    view = ProblemsView(errors, len(problems) - errors, cards)
    return Page("problems/", "problems", "problems.html", "直すところ", "プロフィールの直すところ", view, hidden=True)


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
