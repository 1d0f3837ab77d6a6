"""Folded text as keys of the index: its letters two by two and three by three.

So a word is found inside longer ones. A run is text without space or punctuation. Its units are single letters, and
Latin words and numbers as wholes: 3, 歳 and 児 in 「3歳児」. A key is one unit, or two or three that stand together.
`=` before a key says that a run of katakana, or a lone kanji, is just that; `^` that a name begins so, with `$` behind
it that a name is just that.
"""

import re
import unicodedata
from collections.abc import Iterable
from operator import add
from typing import Final

_OTHER: Final = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u318f\u3400-\ud7ff\uf900-\ufaff\U00010000-\U0010ffff"
)
_RUN: Final = re.compile(f"[a-z0-9{_OTHER}]+")
_UNIT: Final = re.compile("[a-z0-9]+|.", re.DOTALL)
_LATIN: Final = re.compile("[a-z0-9]+")
_KANJI: Final = re.compile("[\u3005\u3007\u3400-\u9fff]+")
_KATAKANA: Final = re.compile("[ァ-ヺー]{2,}")
ALONE, BEGUN, WHOLE = "=", "^", "$"
# What the browser has to know as well: theme/scripts/tables.js.
SHARED: Final = {"other": _OTHER, "alone": ALONE, "begun": BEGUN, "whole": WHOLE}


def runs(folded: str) -> list[str]:
    """The runs of a folded text, in order."""
    return _RUN.findall(folded)


def units(run: str) -> list[str]:
    """The units of a run, in order."""
    return _UNIT.findall(run) if _LATIN.search(run) else list(run)


def grams(folded: str) -> set[str]:
    """All keys of a folded text: pairs and threes of units, and each Latin word and kanji by itself."""
    found = set(_LATIN.findall(folded))
    latin = _LATIN.search
    for run in set(runs(folded)):
        parts = units(run) if latin(run) else run
        if len(run) == 1:
            found.add(run)
        pairs = list(map(add, parts, parts[1:]))
        found.update(pairs)
        found.update(map(add, pairs, parts[2:]))
    return found


def kanji(text: str) -> set[str]:
    """The different kanji of a text, and those that stand alone between other letters, with `=`."""
    together = set(_KANJI.findall(text))
    return set("".join(together)).union(f"{ALONE}{one}" for one in together if len(one) == 1)


def only_kanji(written: str) -> str:
    """The different runs of kanji of a text that is not folded."""
    return " ".join(set(_KANJI.findall(unicodedata.normalize("NFKC", written))))


def katakana(written: str) -> set[str]:
    """What was written in katakana: pairs of letters (バス, not 伸ばす), and each run with `=`."""
    found = set(_KATAKANA.findall(unicodedata.normalize("NFKC", written)))
    pairs = {run[at : at + 2] for run in found for at in range(len(run) - 1)}
    return pairs.union(f"{ALONE}{run}" for run in found)


def names(folded: Iterable[str]) -> set[str]:
    """The keys of folded names as wholes, and of the letter with which each begins."""
    given = [name for name in folded if name]
    return {f"{BEGUN}{name}{WHOLE}" for name in given} | {f"{BEGUN}{name[0]}" for name in given}
