"""The one folding of text for search; `theme/scripts/search/fold.js` does the same to what is typed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.lexical.letters import DASHES, LETTERS, SOFT, TO_HIRAGANA

_LETTERS: Final = str.maketrans(LETTERS)
_SOFT: Final = re.compile("[ふゔ][ぁぃぇぉ]")
_DASH: Final = re.compile(f"(?<=[ぁ-ゖー])[{re.escape(DASHES)}](?=[ぁ-ゖー])")
_LONG: Final = re.compile("ー{2,}")
_MARKS: Final = re.compile(r"[\u3099\u309a]")


@dataclass(frozen=True, slots=True)
class Folding:
    """Spelling pairs ready for use: what is replaced, and by what, all in folded letters."""

    pairs: tuple[tuple[str, str], ...] = ()
    table: dict[str, str] | None = None
    pattern: re.Pattern[str] | None = None


PLAIN: Final = Folding()


def base(text: str) -> str:
    """Fold width, case, katakana, small kana, sounds that are heard as one and variant kanji."""
    narrow = unicodedata.normalize("NFKC", text).lower().translate(TO_HIRAGANA)
    dashed = _LONG.sub("ー", _DASH.sub("ー", narrow))
    heard = _SOFT.sub(lambda match: SOFT[match[0]], dashed)
    return _MARKS.sub("", heard.translate(_LETTERS))


def folding(groups: Iterable[Iterable[str]]) -> Folding:
    """A Folding from groups of spellings, each with its canonical one first; the first claim on one wins."""
    table: dict[str, str] = {}
    for group in groups:
        words = [base(word) for word in group]
        # The canonical one stands for itself, so that a shorter spelling inside it is left alone.
        for word in filter(None, words):
            table.setdefault(word, words[0])
    if not table:
        return PLAIN
    ordered = sorted(table, key=lambda word: (-len(word), word))
    pairs = tuple((word, table[word]) for word in ordered)
    return Folding(pairs, table, re.compile("|".join(_by_first_letter(ordered))))


def _by_first_letter(words: Iterable[str]) -> Iterator[str]:
    """A pattern for all words with one first letter each, which is found twice as fast as one for each word."""
    rest: dict[str, list[str]] = {}
    for word in words:
        rest.setdefault(word[0], []).append(re.escape(word[1:]))
    return (f"{re.escape(first)}(?:{'|'.join(those)})" for first, those in rest.items())


def fold(text: str, using: Folding = PLAIN) -> str:
    """The searchable form of a text: what differs only in how it is written becomes equal."""
    folded = base(text)
    if using.pattern is None or using.table is None:
        return folded
    table = using.table
    return using.pattern.sub(lambda match: table[match[0]], folded)
