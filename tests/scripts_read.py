"""Scripts of the theme as they are written: their code without comments, texts and patterns."""

import re
from collections.abc import Mapping

from generator.assets import CLASSIC, ENTRIES
from generator.assets.modules import Module, gathered
from tests.scripts_alone import SCRIPTS

# A slash begins a pattern where a value is to come.
_PART = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<template>`(?:\\.|[^`\\])*`)
    |(?P<before>(?:^|[=(,:;!&|?{}\[>+]|\breturn|\btypeof)\s*)(?P<pattern>/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/\w*)""",
    re.DOTALL | re.VERBOSE,
)
FILES: Mapping[str, str] = {
    path.relative_to(SCRIPTS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.rglob("*.js"))
}
MODULES: Mapping[str, Module] = gathered(ENTRIES, FILES.__getitem__)


def code(text: str) -> str:
    """The text with its comments, strings and patterns emptied, line by line; templates keep what they compute."""
    return _PART.sub(_emptied, text)


def _emptied(found: re.Match[str]) -> str:
    kept = "\n" * found[0].count("\n")
    if found["comment"]:
        return kept
    if found["template"]:
        return "`" + "".join(re.findall(r"\$\{([^{}]*)\}", found[0])) + "`" + kept
    return '""' if found["text"] else f"{found['before']}/p/"


def patterns(text: str) -> list[str]:
    """The regular expressions that are written as such."""
    return [found["pattern"] for found in _PART.finditer(text) if found["pattern"]]


__all__ = ["CLASSIC", "ENTRIES", "FILES", "MODULES", "code", "patterns"]
