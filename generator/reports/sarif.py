"""Problems as SARIF 2.1.0 (OASIS), which code hosts and editors show as a list of findings."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.problems import Problem
from generator.rules import RULES, advice, level, message, outline
from generator.rules.rule import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(problems: Sequence[Problem], lang: str = "ja") -> Iterator[str]:
    """One log with one run: the rules that were broken, and a result for each problem."""
    broken = [name for name in RULES if name in {problem.rule for problem in problems}]
    driver = {
        "name": "hiroba",
        "semanticVersion": __version__,
        "language": lang,
        "rules": [_rule(RULES[name], lang) for name in broken],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, broken.index(problem.rule), lang) for problem in problems],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": outline(rule.says.spoken(lang))},
        "fullDescription": {"text": rule.why.spoken(lang)},
        "help": {"text": f"{rule.bad}\n→\n{rule.good}"},
        "defaultConfiguration": {"level": str(rule.level)},
    }


def _result(problem: Problem, index: int, lang: str) -> dict[str, Any]:
    where = problem.where
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(where.file)}}
    if where.line:
        region = {"startLine": where.line, "startColumn": where.column, "endColumn": where.column + where.width}
        location["region"] = region | {"snippet": {"text": where.text}}
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": str(level(problem)),
        "message": {"text": " ".join(filter(None, (message(problem, lang), advice(problem, lang))))},
        "locations": [{"physicalLocation": location}],
    }
