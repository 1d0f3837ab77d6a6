"""Folded text as ASCII tokens, which every Pagefind binary and every browser leave alone.

A zone letter (`x` everything, `n` names, `f` fields and areas, `l` the sentence about it) and then: 8 hexadecimal
digits for two letters that stand together, `u` + 4 for one letter, `i` + 4 for the kana a name begins with, `w…zz` for
a Latin word or number, `p…zz` for a beginning of one.
`k` + 8 is a pair of letters written in katakana.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

_OTHER: Final = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u318f\u3400-\ud7ff\uf900-\ufaff\U00010000-\U0010ffff"
)
_RUN: Final = re.compile(f"[a-z0-9]+|[{_OTHER}]+")
_KANJI: Final = re.compile("[\u3005\u3007\u3400-\u9fff]")
_KATAKANA: Final = re.compile("[ァ-ヺー]{2,}")
_KANA: Final = re.compile("[ぁ-ゖ]")
_LATIN: Final = re.compile("[a-z]{3,}")
START: Final = "y"
END: Final = "z"
BREAK: Final = "xz"
_LONGEST_PREFIX: Final = 12
# What the browser has to know as well: theme/scripts/tables.js.
SHARED: Final = {"other": _OTHER, "start": START, "end": END}


def stream(zone: str, folded: str) -> Iterator[str]:
    """The tokens of a folded text in reading order, so that a phrase of them is a true substring."""
    for run in _RUN.findall(folded):
        if run.isascii():
            yield f"{zone}w{run}zz"
            continue
        digits = run.encode("utf-16-be").hex()
        if len(digits) == 4:
            yield f"{zone}u{digits}"
        for at in range(0, len(digits) - 4, 4):
            yield f"{zone}{digits[at : at + 8]}"


def kanji(zone: str, text: str) -> list[str]:
    """One token for each different kanji of a text, sorted; for a query of one letter."""
    return [f"{zone}u{ord(letter):04x}" for letter in sorted(set(_KANJI.findall(text)))]


def initials(names: Iterable[str]) -> list[str]:
    """Tokens for the kana with which names begin, sorted; for a query of one kana."""
    return [f"ni{ord(letter):04x}" for letter in sorted({name[0] for name in names if _KANA.match(name)})]


def beginnings(zone: str, folded: str) -> list[str]:
    """Tokens for the beginnings (two letters and more) of the Latin words of a folded text, sorted."""
    words = set(_LATIN.findall(folded))
    starts = {word[:size] for word in words for size in range(2, min(len(word), _LONGEST_PREFIX + 1))}
    return [f"{zone}p{start}zz" for start in sorted(starts)]


def katakana(text: str) -> list[str]:
    """Tokens for letters written in katakana, sorted: keeps バス apart from 伸ばす."""
    runs = _KATAKANA.findall(unicodedata.normalize("NFKC", text))
    pairs = {run[at : at + 2] for run in runs for at in range(len(run) - 1)}
    return [f"k{pair.encode('utf-16-be').hex()}" for pair in sorted(pairs)]


def whole(zone: str, names: Iterable[str]) -> Iterator[str]:
    """Names with a mark at both ends, so that a whole name can be told from a part of one."""
    for name in names:
        yield f"{zone}{START}"
        yield from stream(zone, name)
        yield f"{zone}{END}"
