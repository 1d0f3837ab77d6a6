"""The report as lines for a terminal, as CSV for a spreadsheet, and as JSON for programs."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from generator.csvs import harmless
from generator.japanese.dates import show_date
from generator.reports.excerpt import visible
from generator.statistics.report import Part, Report, Row

_HEADS = ("章", "項目", "数", "前回", "前回との差", "くわしく", "ページ")
_MOST_TASKS = 10


def terminal(report: Report) -> bytes:
    """What staff read at a terminal: figures, and the first things to see to of each chapter."""
    return "".join(f"{line}\n" for line in _lines(report)).encode("utf-8")


def csv(report: Report) -> bytes:
    """Every figure and everything to see to, a row each, as Excel opens it."""
    return "".join(map(harmless, (_HEADS, *_rows(report)))).encode("utf-8-sig")


def as_json(report: Report) -> bytes:
    """Every figure by its name, and everything to see to."""
    return (json.dumps(_data(report), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


FORMATS: dict[str, Callable[[Report], bytes]] = {"terminal": terminal, "csv": csv, "json": as_json}


def difference_words(row: Row) -> str:
    """How a figure has changed: +3, -1, ±0; empty where nothing is known."""
    change = row.difference
    return "" if change is None else f"{change:+}" if change else "±0"


def former_words(report: Report) -> str:
    """What the report is compared with, in a sentence."""
    if report.former is None:
        return "くらべる月の記録は、まだありません。"
    return f"差は、{show_date(report.former.day)}の記録からのものです。"


def _lines(report: Report) -> Iterator[str]:
    yield f"{show_date(report.day)}の報告"
    yield former_words(report)
    for part in report.parts:
        yield ""
        yield f"■ {part.chapter.title}"
        yield from (f"  {line}" for line in _figure_lines(part))
        for tasks in part.tasks:
            yield f"  {tasks.title}："
            yield from (f"    {_words(task.what, task.about)}" for task in tasks.all[:_MOST_TASKS])
            if len(tasks.all) > _MOST_TASKS:
                yield f"    ほか{len(tasks.all) - _MOST_TASKS}件"


def _figure_lines(part: Part) -> Iterator[str]:
    for row in part.shown:
        change = difference_words(row)
        indent = "  " if row.figure.is_part else ""
        yield f"{indent}{row.figure.label}：{row.figure.count}" + (f"（{change}）" if change else "")


def _words(what: str, about: str) -> str:
    return visible(" ".join((f"{what}：{about}" if about else what).split()))


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for part in report.parts:
        title = part.chapter.title
        for row in part.shown:
            former = "" if row.former is None else str(row.former)
            yield title, row.figure.label, str(row.figure.count), former, difference_words(row), "", ""
        for tasks in part.tasks:
            yield from ((title, task.what, "", "", "", f"{tasks.title}：{task.about}", task.url) for task in tasks.all)


def _data(report: Report) -> dict[str, Any]:
    rows = [row for part in report.parts for row in part.rows]
    return {
        "day": report.day.isoformat(),
        "former": report.former.day.isoformat() if report.former else None,
        "figures": {
            row.figure.name: {"label": row.figure.label, "count": row.figure.count, "former": row.former}
            for row in rows
        },
        "tasks": [
            {"chapter": part.chapter.title, "list": tasks.title, "what": t.what, "about": t.about, "page": t.url}
            for part in report.parts
            for tasks in part.tasks
            for t in tasks.all
        ],
        "months": [{"title": each.title, "counts": dict(each.points)} for each in report.series],
    }
