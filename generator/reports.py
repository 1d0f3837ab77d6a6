"""Problems as people and programs read them: terminal, code-host annotations, JSON lines."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.problems import Level, Problem, Where
from generator.rules import advice, level, message

_LEVELS = {("ja", Level.ERROR): "エラー", ("ja", Level.WARNING): "注意"}


def width(text: str) -> int:
    """How many columns a text takes on a terminal: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def caret(where: Where) -> str:
    """Spaces and carets that stand under the fault, however wide the characters before it are."""
    if not where.text:
        return ""
    start = where.column - 1
    return " " * width(where.text[:start]) + "^" * max(1, width(where.text[start : start + where.width]))


def terminal(problems: Sequence[Problem], lang: str = "ja") -> Iterator[str]:
    """Each problem with its place, line, caret, message and advice; then how many there are."""
    for problem in problems:
        yield from _lines(problem, lang)
        yield ""
    if problems:
        yield _total(problems, lang)


def _lines(problem: Problem, lang: str) -> Iterator[str]:
    where = problem.where
    word = _LEVELS.get((lang, level(problem)), str(level(problem)))
    yield f"{place(where)}  {word}  {problem.rule}"
    if where.text:
        number = f"{where.line:>5}"
        yield f"{number} | {where.text}"
        yield f"{' ' * len(number)} | {caret(where)}"
    yield f"  {message(problem, lang)}"
    if help_text := advice(problem, lang):
        yield f"  → {help_text}"


def place(where: Where) -> str:
    """`file:line:column`, or the file alone when the whole file is meant."""
    return f"{where.file}:{where.line}:{where.column}" if where.line else where.file


def _total(problems: Sequence[Problem], lang: str) -> str:
    errors = sum(1 for p in problems if level(p) == Level.ERROR)
    warnings = len(problems) - errors
    if lang == "en":
        return f"{errors} error(s), {warnings} warning(s)"
    return f"エラー {errors}件、注意 {warnings}件"


def github(problems: Iterable[Problem], lang: str = "ja") -> Iterator[str]:
    """Workflow commands that a code host turns into annotations on the lines of a pull request."""
    for problem in problems:
        where = problem.where
        text = "\n".join(filter(None, (message(problem, lang), advice(problem, lang))))
        place = f"file={_property(where.file)},line={max(where.line, 1)},col={max(where.column, 1)}"
        yield f"::{level(problem)} {place},title={_property(problem.rule)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def jsonl(problems: Iterable[Problem], lang: str = "ja") -> Iterator[str]:
    """One JSON object a line: file, line, column, level, rule, message, help."""
    for problem in problems:
        where = problem.where
        facts = {
            "file": where.file,
            "line": where.line,
            "column": where.column,
            "level": str(level(problem)),
            "rule": problem.rule,
            "message": message(problem, lang),
            "help": advice(problem, lang),
        }
        yield json.dumps(facts, ensure_ascii=False)


FORMATS: dict[str, Callable[[Sequence[Problem], str], Iterator[str]]] = {
    "terminal": terminal,
    "github": github,
    "jsonl": jsonl,
}
