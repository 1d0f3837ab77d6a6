"""Problems for programs: one JSON object a line, of a documented shape (docs/problems.md)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.problems import Level, Problem
from generator.rules import advice, level, message

_TEXT = {"type": "string"}


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
