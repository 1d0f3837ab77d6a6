"""How words sound, for what was typed in other letters than meant: which are real words, and which sound alike.

`?将` holds how a kanji is read in words, and behind `/` the kanji that make an everyday word with it. `%しゆ` holds two
letters for each everyday word that is read with this beginning: who types a real word made no slip. `&合掌` holds how
an everyday word is read that stands nowhere, while another of that sound does: with a kanji of it, in a name, or in
katakana.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.japanese.text import katakana
from generator.lexical.fold import Folding, fold
from generator.search.collect import ZONES, Postings
from generator.search.concepts import WORD
from generator.search.grams import ALONE, BEGUN
from generator.search.lexicon import everyday, kanji
from generator.search.postings import ENDS, GOES_ON
from generator.search.shards import shard_of

KANJI, REAL, ALIKE, BEHIND = "?", "%", "&", "/"
_LETTERS: Final = ENDS + GOES_ON
SHARED: Final = {"kanji": KANJI, "real": REAL, "alike": ALIKE, "behind": BEHIND, "letters": _LETTERS}
_TWO: Final = re.compile("[\u3005\u3400-\u9fff]{2}")
_KANA: Final = re.compile("[ぁ-ゖー]+")
# Of fewer letters no slip is mended, and longer ones are hardly another word by chance.
_SHORTEST, _LONGEST = 4, 8
_LEAST: Final = 3
# Names, fields and areas.
_PROMINENT: Final = 1


def sounds(postings: Postings, known: Mapping[str, Any], using: Folding) -> dict[str, str]:
    """The entries for documents with these postings; `known` are the entries of words."""
    return _kanji(using) | _real(using) | dict(_alike(postings, known, using))


def mark(word: str) -> str:
    """Two letters that tell a word from nearly all others."""
    high, low = divmod(shard_of(BEGUN + word, len(_LETTERS) ** 2), len(_LETTERS))
    return _LETTERS[high] + _LETTERS[low]


def _kanji(using: Folding) -> dict[str, str]:
    behind: dict[str, list[str]] = defaultdict(list)
    for word in filter(_TWO.fullmatch, everyday()):
        behind[word[0]].append(word[1])
    read = {letter: " ".join(dict.fromkeys(fold(kana, using) for kana in given)) for letter, given in kanji().items()}
    letters = sorted(read.keys() | behind.keys())
    return {KANJI + one: read.get(one, "") + BEHIND + "".join(sorted(behind.get(one, ()))) for one in letters}


def _real(using: Folding) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for kana in {fold(one, using) for given in everyday().values() for one in given}:
        if _SHORTEST <= len(kana) <= _LONGEST and _KANA.fullmatch(kana):
            found[REAL + kana[:2]].add(mark(kana))
    return {key: "".join(sorted(marks)) for key, marks in found.items()}


def _alike(postings: Postings, known: Mapping[str, Any], using: Folding) -> Iterator[tuple[str, str]]:
    for word, given in everyday().items():
        if not _TWO.fullmatch(word) or word in postings.keys:
            continue
        kana = fold(given[0], using)
        if len(kana) < _LEAST:
            continue
        others = [other for other in known.get(WORD + kana, [[]])[0] if other != word]
        if ALONE + katakana(kana) in postings.keys or any(_meant(word, other, postings, known) for other in others):
            yield ALIKE + word, kana


def _meant(word: str, other: str, postings: Postings, known: Mapping[str, Any]) -> bool:
    """Whether another word of the same sound has a kanji of it, or is a prominent one."""
    if set(word) & set(other):
        return postings.has(other) or len(known.get(WORD + other, ())) > 1
    return any(one % ZONES <= _PROMINENT for one in postings.keys.get(other, ()))
