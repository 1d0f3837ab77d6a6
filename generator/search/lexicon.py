"""Everyday words, how they are read and in which ways they are written; from tables made of SudachiDict once.

generator/words/dictionary.md says how they were made, and under which licences they stand.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from generator.packaged import packaged


@cache
def everyday() -> Mapping[str, tuple[str, ...]]:
    """Some 60,000 everyday words with kanji and their readings in hiragana, the commonest first: 珈琲 → こーひー.

    Nouns, verbs and adjectives as a dictionary lists them, and adverbs; no names, nothing longer than six letters.
    What is put together of such words (防災訓練) is read as they are.
    """
    return MappingProxyType({word: tuple(readings) for word, *readings in _lines("dictionary")})


@cache
def spellings() -> Mapping[str, tuple[str, ...]]:
    """Words that are written in several ways with kanji, and the other ways: 引越し → 引っ越し, 引越."""
    found: dict[str, dict[str, None]] = {}
    for words in _lines("spellings"):
        for word in words:
            found.setdefault(word, {}).update(dict.fromkeys(other for other in words if other != word))
    return MappingProxyType({word: tuple(others) for word, others in found.items()})


@cache
def ways() -> Mapping[str, tuple[str, ...]]:
    """Everyday words with all that they are written as: their readings, then other spellings."""
    others = spellings()
    words = dict.fromkeys((*everyday(), *others))
    return MappingProxyType({word: (*everyday().get(word, ()), *others.get(word, ())) for word in words})


@cache
def kanji() -> Mapping[str, tuple[str, ...]]:
    """Single kanji and how they are read within words, in hiragana, the commonest first: 合 → ごう, あい, がっ."""
    return MappingProxyType({letter: tuple(readings) for letter, *readings in _lines("kanji")})


def _lines(name: str) -> Iterator[list[str]]:
    text = packaged(f"words/{name}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines())
