"""The rule book: every rule once, and the sentences of a problem made from it in either language."""

import re
from collections import defaultdict
from collections.abc import Iterable

from generator.problems import Level, Problem
from generator.rules import fields, files, grants, openings, private, records, recurrences, succession, texts, values
from generator.rules.rule import CHOOSE, REST, Rule

_BLANK = re.compile(r"\{[a-z_]+\}")
_TABLES = (
    files.RULES,
    fields.RULES,
    values.RULES,
    recurrences.RULES,
    texts.RULES,
    records.RULES,
    grants.RULES,
    openings.RULES,
    succession.RULES,
    private.RULES,
)
RULES: dict[str, Rule] = {rule.name: rule for table in _TABLES for rule in table}


def level(problem: Problem) -> Level:
    """How bad a problem is."""
    return RULES[problem.rule].level


def broken(problems: Iterable[Problem]) -> bool:
    """Whether an error is among the problems, which forbids publishing."""
    return any(level(problem) == Level.ERROR for problem in problems)


def message(problem: Problem, lang: str = "ja") -> str:
    """What is wrong, in one or two sentences of the wanted language."""
    return _fill(RULES[problem.rule].says.spoken(lang), problem)


def advice(problem: Problem, lang: str = "ja") -> str:
    """What to type instead; empty when there is nothing sure to say."""
    template = RULES[problem.rule].fix.spoken(lang)
    facts = dict(problem.facts)
    if "{suggestion}" in template and not facts.get("suggestion"):
        template = CHOOSE.spoken(lang) if facts.get("choices") else REST.spoken(lang)
    return _fill(template, problem).strip()


def outline(sentence: str) -> str:
    """A sentence of the book with … where the facts of a problem will stand."""
    return _BLANK.sub("…", sentence)


def _fill(template: str, problem: Problem) -> str:
    facts: defaultdict[str, str] = defaultdict(str, problem.facts)
    return template.format_map(facts)
