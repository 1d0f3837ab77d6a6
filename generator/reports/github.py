"""Problems for a code host: annotations on the lines of a pull request, and a summary of all of them.

The host shows ten errors and ten warnings of a step and drops the rest, so the first of each file come first, and the
whole list goes into the step's summary, which may have a mebibyte.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.problems import Level, Problem
from generator.reports.terminal import level_word, place, total
from generator.rules import advice, level, message

SHOWN = 10
SUMMARY_BYTES = 1024 * 1024
_ROOM = 2048


def github(problems: Sequence[Problem], lang: str = "ja") -> Iterator[str]:
    """Workflow commands for the problems that will be shown, and a notice about the others."""
    shown = [p for wanted in Level for p in _spread(p for p in problems if level(p) == wanted)[:SHOWN]]
    yield from (_annotation(problem, lang) for problem in shown)
    rest = len(problems) - len(shown)
    if rest:
        ja = f"ほかに{rest}件あります。全部の一覧は、この実行のまとめ（Summary）にあります。"
        en = f"There are {rest} more; the summary of this run lists all of them."
        yield f"::notice title=hiroba::{_data(en if lang == 'en' else ja)}"


def _spread(problems: Iterable[Problem]) -> list[Problem]:
    """The problems with the first of each file first, then the second of each, and so on."""
    seen: dict[str, int] = {}
    turns: list[tuple[int, int, Problem]] = []
    for problem in problems:
        turn = seen[problem.where.file] = seen.get(problem.where.file, 0) + 1
        turns.append((turn, len(turns), problem))
    return [problem for _, _, problem in sorted(turns, key=lambda t: t[:2])]


def _annotation(problem: Problem, lang: str) -> str:
    where = problem.where
    text = "\n".join(filter(None, (message(problem, lang), advice(problem, lang))))
    line, column = max(where.line, 1), max(where.column, 1)
    place = f"file={_property(where.file)},line={line},col={column},endColumn={column + where.width}"
    return f"::{level(problem)} {place},title={_property(problem.rule)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Sequence[Problem], lang: str = "ja") -> str:
    """All problems as a Markdown table, as many as the code host takes."""
    if not problems:
        return ""
    heads = ("場所", "", "きまり", "どうするか") if lang == "ja" else ("Place", "", "Rule", "What to do")
    lines = [f"### {total(problems, lang)}", "", _row(heads), "| --- | --- | --- | --- |"]
    room = SUMMARY_BYTES - _ROOM
    for done, problem in enumerate(problems):
        what = f"{message(problem, lang)} {advice(problem, lang)}"
        line = _row((place(problem.where), level_word(problem, lang), problem.rule, what))
        room -= len(line.encode("utf-8", "replace")) + 1
        if room < 0:
            rest = len(problems) - done
            lines += ["", f"ほかに{rest}件あります。" if lang == "ja" else f"{rest} more."]
            break
        lines.append(line)
    return "\n".join(lines) + "\n\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Text that no sign of Markdown or HTML can get out of."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ").replace("\r", " ")
    return "".join(f"\\{c}" if c in "\\`*_[]|~#!" else c for c in safe)
