"""How well residents find: `python -m benchmarks.search [--questions FILE …] [--browser both] [--wrong] [--site DIR]`.

The site is built by `hiroba build`, as on the day for which the questions were written, and every question is asked on
its own search page in a real browser, to the last 「もっと見る」. For each class and each set: recall (how many of the
pages that must be found are), the share of questions with such a page in the first three places, precision (how many
of the results shown are right), the reciprocal of the place of the first right one; and for the questions without an
answer, for how many something is shown at all, and something that is not called near. Ends with code 1 if the goal is
missed, and stops at the first question that the page does not answer.

A file of questions is YAML: `today`, and `queries`, each with `query`, `class`, `must`, `ok` (addresses on the site
without the slash at the end) and, if it is not the file's name, `set`.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from benchmarks.asking import NoAnswer, ask
from benchmarks.building import built
from benchmarks.marking import Mark, Question, figures, reached, table, wrong
from benchmarks.profiles import ROOT

QUESTIONS = ROOT / "benchmarks/queries.yaml"
BROWSERS = ("chromium", "firefox")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Questions, and the day for which their answers are right."""

    today: date
    questions: tuple[Question, ...]


def sheet(path: Path) -> Sheet:
    """Read a file of questions."""
    given = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return Sheet(date.fromisoformat(given["today"]), tuple(_question(one, path.stem) for one in given["queries"]))


def _question(given: Mapping[str, object], part: str) -> Question:
    must, ok = (frozenset(f"{slug}/" for slug in _several(given.get(name))) for name in ("must", "ok"))
    return Question(str(given["query"]), str(given["class"]), must, ok, str(given.get("set", part)))


def _several(given: object) -> Sequence[str]:
    return given if isinstance(given, list) else []


def unknown(questions: Sequence[Question], site: Path) -> list[str]:
    """The addresses that must be found and are no pages of the site: the questions are for another one."""
    return sorted({url for question in questions for url in question.must if not (site / url / "index.html").is_file()})


def answers(one: Sheet, site: Path, browsers: Sequence[str]) -> Mapping[str, list[Mark]]:
    """Every question asked in every browser; NoAnswer if the page does not answer one, or cannot know its answer."""
    if lost := unknown(one.questions, site):
        raise NoAnswer(f"{site} has no page {', '.join(lost)}")
    texts = [question.text for question in one.questions]
    return {
        browser: [Mark(*pair) for pair in zip(one.questions, ask(site, texts, browser), strict=True)]
        for browser in browsers
    }


def compared(told: Mapping[str, Sequence[Mark]]) -> Iterator[str]:
    """How many questions all browsers answer alike, and the others."""
    rows = list(zip(*told.values(), strict=True))
    other = [row[0].question.text for row in rows if len({mark.answer for mark in row}) > 1]
    yield f"the same answers in the same order in {' and '.join(told)}: {len(rows) - len(other)} of {len(rows)}"
    yield from (f"  not 「{text}」" for text in other)


def main() -> None:
    """Ask, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, nargs="+", default=[QUESTIONS], metavar="FILE")
    parser.add_argument("--browser", choices=(*BROWSERS, "both"), default="chromium")
    parser.add_argument("--wrong", action="store_true", help="list what was not answered perfectly")
    parser.add_argument("--set", nargs="+", default=(), metavar="NAME", help="ask only the questions of these sets")
    parser.add_argument("--site", type=Path, help="a site that is built already, instead of the samples'")
    given = parser.parse_args()
    browsers = BROWSERS if given.browser == "both" else (given.browser,)
    told: dict[str, list[Mark]] = {browser: [] for browser in browsers}
    try:
        for one in sheets(given.questions, given.set):
            with built(site=given.site, today=one.today) as site:
                for browser, marks in answers(one, site, browsers).items():
                    told[browser] += marks
    except NoAnswer as error:
        sys.exit(str(error))
    _print(told, given.wrong)
    sys.exit(not all(reached(figures(marks)) for marks in told.values()))


def sheets(paths: Sequence[Path], parts: Sequence[str]) -> list[Sheet]:
    """The questions of all files, and of these sets alone if any are named, day by day; NoAnswer for unknown sets."""
    read = [sheet(path) for path in paths]
    if strange := set(parts).difference(question.part for one in read for question in one.questions):
        raise NoAnswer(f"no question is of the set {', '.join(sorted(strange))}")
    asked = [(one.today, question) for one in read for question in one.questions if not parts or question.part in parts]
    days = dict.fromkeys(today for today, _ in asked)
    return [Sheet(day, tuple(question for today, question in asked if today == day)) for day in days]


def _print(told: Mapping[str, Sequence[Mark]], everything: bool) -> None:
    for browser, marks in told.items():
        print(f"\n{browser}", *table(marks), sep="\n")
        if everything:
            print(*wrong(marks), sep="\n")
    if len(told) > 1:
        print("", *compared(told), sep="\n")


if __name__ == "__main__":
    main()
