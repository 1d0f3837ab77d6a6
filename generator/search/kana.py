"""Readings of the words of a site, by SudachiPy where it is installed (extra `kana`)."""

import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import Final

from generator.installing import pip

_KANJI: Final = re.compile("[\u3005\u3007\u3400-\u9fff]")
_KATAKANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_NOUN: Final = "名詞"
_PERSON: Final = "人名"
# SudachiPy takes at most 49,149 bytes at once; a line of a profile is far shorter.
_LONGEST: Final = 4000


class NoDictionary(Exception):
    """SudachiPy and its dictionary are not installed."""


def readings(texts: Iterable[str]) -> dict[str, str]:
    """The nouns with kanji in the texts and how they are read in hiragana, sorted; names of people are left out.

    Words are taken whole and in their parts (SudachiPy's modes C and A); the first reading met stays. Raises
    NoDictionary where SudachiPy is missing.
    """
    if not all(map(find_spec, ("sudachipy", "sudachidict_core"))):
        raise NoDictionary(pip("sudachipy", "sudachidict_core"))
    found: dict[str, str] = {}
    for word, reading in _nouns(texts):
        found.setdefault(word, reading)
    return dict(sorted(found.items()))


def _nouns(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    from sudachipy import Dictionary, SplitMode

    tokenizer = Dictionary(dict="core").create()
    lines = (line[:_LONGEST] for text in texts for line in text.splitlines() if _KANJI.search(line))
    for line in lines:
        for mode in (SplitMode.C, SplitMode.A):
            for morpheme in tokenizer.tokenize(line, mode):
                word, kind = morpheme.surface(), morpheme.part_of_speech()
                if kind[0] == _NOUN and kind[2] != _PERSON and len(word) > 1 and _KANJI.search(word):
                    yield word, morpheme.reading_form().translate(_KATAKANA)
