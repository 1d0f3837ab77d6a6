"""Words of strangers in Markdown on a code host: nothing in them acts, links, shows a picture or calls somebody.

A mention is found in the text that Markdown has become, so no escape before an @ stops it: only code is left alone.
What is not plain words therefore stands in code.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from generator.problems import Problem
from generator.reports.excerpt import visible

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#!|~>]")
# Letters of any script and a few signs; no @, #, :, /, < and nothing else by which the host would find something.
# One class for all of them: with two that share ー, a row of ー would be read in more ways than there is time for.
_PLAIN = re.compile(r"(?:(?!_)[\w、。・（）「」『』〜，：？！％〒 \u3000-])*")
# What the host would take for a commit (a1b2c3d) or for an issue (GH-12).
_NUMBERED = re.compile(r"[0-9a-f]{7,}|[a-z]-[0-9]", re.IGNORECASE)
_MOST = 120
# Marks that stand for the facts of a problem while the words around them are made safe.
_FIRST_MARK, _MARKS = 0xE000, re.compile("[\ue000-\uefff]")


def escape(text: str) -> str:
    """Text of ours as Markdown that shows it as it is, in one line."""
    safe = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\g<0>", safe).replace("@", "@\u2060")


def code(text: str) -> str:
    """Text of a stranger as code in one line, not too long; no number of backticks in it ends the code early."""
    shown = visible(" ".join(text.split()))
    shown = shown if len(shown) <= _MOST else f"{shown[: _MOST - 1]}…"
    if not shown.strip():
        return ""
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    room = " " if shown[0] == "`" or shown[-1] == "`" else ""
    return f"{fence}{room}{shown}{room}{fence}"


def quoted(text: str) -> str:
    """Text of a stranger: as it is if it is nothing but words, else as code."""
    plain = len(text) <= _MOST and _PLAIN.fullmatch(text) and not _NUMBERED.search(text)
    return escape(text) if plain else code(text)


def safely(problem: Problem, speak: Callable[[Problem], str]) -> str:
    """What `speak` says about a problem, as Markdown: its own words escaped, the facts from the profile quoted."""
    facts = [(name, _MARKS.sub("\ufffd", value)) for name, value in problem.facts]
    marks = {chr(_FIRST_MARK + number): value for number, (_, value) in enumerate(facts)}
    marked = tuple((name, mark if marks[mark].strip() else "") for (name, _), mark in zip(facts, marks, strict=True))
    said = escape(speak(replace(problem, facts=marked)))
    return _MARKS.sub(lambda match: quoted(marks.get(match[0], "")), said)
