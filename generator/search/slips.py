"""Words of a site by their first and their last two letters: what somebody may have meant who typed one letter wrongly.

A wrong letter leaves the first two letters of a word as they are, or the last two. `?やな` holds words that begin so,
`!がわ` those that end so, apart by spaces, folded; words that have an entry of their own (`~`) are found by their
beginning without that. `?将` holds how a kanji is read, for words that were converted wrongly: 将義 is しょうぎ.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from generator.search.collect import Postings
from generator.search.concepts import WORD
from generator.search.documents import SearchDocument
from generator.search.fold import Folding, fold
from generator.search.grams import ALONE
from generator.search.lexicon import kanji
from generator.search.name_parts import begun_reading, parts

BEGINS, ENDS = "?", "!"
SHARED: Final = {"begins": BEGINS, "ends": ENDS}
_KANJI: Final = re.compile("[\u3005\u3007\u3400-\u9fff]")
_KANA: Final = re.compile("[ぁ-ゖー]+")
_KATAKANA: Final = re.compile("[ァ-ヺー]{4,}")
_SHORTEST, _LONGEST = 4, 14


def slips(
    documents: Iterable[SearchDocument], postings: Postings, words: Iterable[str], using: Folding
) -> dict[str, str]:
    """The entries for documents with these postings; `words` are keys of the index, the known words among them."""
    named = {fold(word, using) for document in documents for word in _names(document)}
    written = {fold(key[1:], using) for key in postings.keys if key[0] == ALONE and _KATAKANA.fullmatch(key[1:])}
    own = {word.removeprefix(WORD) for word in words if word.startswith(WORD)}
    found: dict[str, set[str]] = defaultdict(set)
    for word in filter(_may_be_meant, named | written | own):
        found[ENDS + word[-2:]].add(word)
    for word in filter(_may_be_meant, (named | written) - own):
        found[BEGINS + word[:2]].add(word)
    return {key: " ".join(sorted(those)) for key, those in found.items()} | _kanji(using)


def _kanji(using: Folding) -> dict[str, str]:
    read = {letter: dict.fromkeys(fold(kana, using) for kana in given) for letter, given in kanji().items()}
    return {BEGINS + letter: " ".join(given) for letter, given in read.items()}


def _may_be_meant(word: str) -> bool:
    """Whether a folded word is long enough that one like it is no chance."""
    least = _SHORTEST - bool(_KANJI.search(word))
    return least <= len(word) <= _LONGEST and " " not in word


def _names(document: SearchDocument) -> Iterator[str]:
    """The words of a document's names, fields and areas, one by one and two by two, and how its title's are read."""
    for name in (document.title, document.kana, *document.names, *document.fields, *document.areas):
        yield from _words(name)
    read = "".join(document.kana.split())
    cuts = [len(text) for text in begun_reading(document.title, document.kana)]
    yield from (read[len(read) - start : len(read) - end].strip("の") for start, end in pairwise([*cuts, 0]))


def _words(name: str) -> Iterator[str]:
    own = parts(name)
    yield from own
    yield from (one + other for one, other in pairwise(own) if one + other in name)
    yield from (part for part in re.split(r"[\W_]+", name))
