"""Problems for people at a terminal."""

from collections.abc import Iterator, Sequence

from generator.problems import Level, Problem, Where
from generator.reports.excerpt import excerpt, visible
from generator.rules import advice, level, message

_LEVELS = {("ja", Level.ERROR): "エラー", ("ja", Level.WARNING): "注意"}


def level_word(problem: Problem, lang: str) -> str:
    """エラー or 注意, error or warning."""
    return _LEVELS.get((lang, level(problem)), str(level(problem)))


def terminal(problems: Sequence[Problem], lang: str = "ja") -> Iterator[str]:
    """Each problem with its place, line, caret, message and advice; then how many there are, and where to ask more."""
    for problem in problems:
        yield from _lines(problem, lang)
        yield ""
    if problems:
        yield total(problems, lang)
        rule = problems[0].rule
        more = f"くわしい説明は「hiroba rules {rule}」のように打つと出ます。"
        yield more if lang == "ja" else f"`hiroba rules {rule}` says more about a rule."


def _lines(problem: Problem, lang: str) -> Iterator[str]:
    where = problem.where
    yield f"{visible(place(where))}  {level_word(problem, lang)}  {problem.rule}"
    line, carets = excerpt(where)
    if line:
        number = f"{where.line:>5}"
        yield f"{number} | {line}"
        yield f"{' ' * len(number)} | {carets}"
    yield f"  {visible(message(problem, lang))}"
    if help_text := advice(problem, lang):
        yield f"  → {visible(help_text)}"


def place(where: Where) -> str:
    """`file:line:column`, or the file alone when the whole file is meant."""
    return f"{where.file}:{where.line}:{where.column}" if where.line else where.file


def total(problems: Sequence[Problem], lang: str) -> str:
    """How many errors and warnings there are, in how many files."""
    errors = sum(1 for p in problems if level(p) == Level.ERROR)
    warnings, files = len(problems) - errors, len({p.where.file for p in problems})
    if lang == "en":
        return f"{errors} error(s), {warnings} warning(s) in {files} file(s)"
    return f"エラー {errors}件、注意 {warnings}件（{files}ファイル）"
