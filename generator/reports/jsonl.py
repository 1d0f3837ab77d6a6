"""Problems for programs: one JSON object a line, of a documented shape (docs/problems.md)."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.problems import Level, Problem, Where
from generator.rules import RULES, advice, level, message

_TEXT = {"type": "string"}
_NAME = re.compile(r"[a-z_]{1,40}")
# What a stranger's check may say: no more problems and no longer texts than these are taken from it.
MOST, _LONGEST, _LARGEST = 2_000, 1_000, 10_000_000


def _count(words: str) -> dict[str, Any]:
    return {"type": "integer", "minimum": 0, "description": words}


# The shape of one line; fields are added, never renamed or removed.
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "hiroba check --format jsonl",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "file": _TEXT | {"description": "The file as it was named on the command line, with / between folders"},
        "line": _count("Counted from 1; 0 if the whole file is meant"),
        "column": _count("Characters (code points) from 1; 0 if the whole file is meant"),
        "end_column": _count("The column after the last character at fault; 0 if the whole file is meant"),
        "level": {"enum": [str(each) for each in Level], "description": "An error stops the build"},
        "rule": _TEXT | {"description": "The rule's name, as in docs/rules.md and `hiroba rules`"},
        "message": _TEXT | {"description": "What is wrong, in the language of --lang"},
        "help": _TEXT | {"description": "What to type instead; may be empty"},
        "source": _TEXT | {"description": "The line as it stands in the file; empty if the whole file is meant"},
        "facts": {
            "type": "object",
            "additionalProperties": _TEXT,
            "description": "What the message is made of, such as value, suggestion, label and name of the field",
        },
    },
}
SCHEMA["required"] = list(SCHEMA["properties"])


def jsonl(problems: Iterable[Problem], lang: str = "ja") -> Iterator[str]:
    """One object a line, in the order of files and lines."""
    for problem in problems:
        where = problem.where
        row = {
            "file": where.file,
            "line": where.line,
            "column": where.column,
            "end_column": where.column + where.width if where.line else 0,
            "level": str(level(problem)),
            "rule": problem.rule,
            "message": message(problem, lang),
            "help": advice(problem, lang),
            "source": where.text,
            "facts": dict(problem.facts),
        }
        yield json.dumps(row, ensure_ascii=False)


def read_back(text: str) -> tuple[Problem, ...]:
    """The problems in such lines, whoever wrote them: lines of another shape, and unknown rules, are passed over."""
    found = (_problem(line) for line in text.split("\n")[: 2 * MOST])
    return tuple(problem for problem in found if problem is not None)[:MOST]


def _problem(line: str) -> Problem | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or str(row.get("rule")) not in RULES or not isinstance(row.get("facts"), dict):
        return None
    facts = [(str(name), _text(value)) for name, value in list(row["facts"].items())[:40] if _NAME.fullmatch(str(name))]
    begin, end = _count_of(row.get("column")), _count_of(row.get("end_column"))
    where = Where(
        _text(row.get("file")), _count_of(row.get("line")), begin, max(end - begin, 1), _text(row.get("source"))
    )
    return Problem(where, str(row["rule"]), tuple(facts))


def _text(value: object) -> str:
    return value[:_LONGEST].encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""


def _count_of(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST else 0
