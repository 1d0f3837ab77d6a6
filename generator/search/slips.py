"""Words of a site by their first and their last two letters: what somebody may have meant who typed one letter wrongly.

A wrong letter leaves the first two letters of a word as they are, or the last two. `?やな` holds words that begin so,
`!がわ` those that end so, folded, apart by spaces: those of names, fields and areas, behind `/` others. Words that have
an entry of their own (`~`) are found by their beginning without that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.lexical.fold import Folding, fold
from generator.search.collect import Postings
from generator.search.concepts import WORD
from generator.search.documents import SearchDocument
from generator.search.grams import ALONE
from generator.search.lexicon import everyday
from generator.search.name_parts import begun_reading, parts

BEGINS, ENDS, APART = "?", "!", "/"
SHARED: Final = {"begins": BEGINS, "ends": ENDS, "apart": APART}
_KANJI: Final = re.compile("[\u3005\u3007\u3400-\u9fff]")
_COMPOUND: Final = re.compile(
    "(?<![K])(?:[K]{3,6}|[K]{1,3}[ぁ-ゖ]{1,2}[K]{1,4})(?![K])".replace("K", "\u3005\u3007\u3400-\u9fff")
)
_FOUR: Final = re.compile("[\u3005\u3400-\u9fff]{4}")
_KANA: Final = re.compile("[ぁ-ゖー]+")
_KATAKANA: Final = re.compile("[ァ-ヺー]{4,}")
_SHORTEST, _LONGEST = 4, 14


def slips(
    documents: Sequence[SearchDocument], postings: Postings, words: Iterable[str], using: Folding
) -> dict[str, str]:
    """The entries for documents with these postings; `words` are keys of the index, the known words among them."""
    named = {fold(word, using) for document in documents for word in _names(document)}
    others = {fold(key[1:], using) for key in postings.keys if key[0] == ALONE and _KATAKANA.fullmatch(key[1:])}
    others |= {fold(kana, using) for kana in _compounds(postings)}
    # Folded, かみしばい is 紙芝居; what is nearly かみしばい is not.
    others |= {word for word, folded in (using.table or {}).items() if word != folded and postings.has(folded)}
    known = {word.removeprefix(WORD) for word in words if word.startswith(WORD)}
    begins = _listed(BEGINS, named, others - known)
    return begins | _listed(ENDS, named, others | set(filter(_KANA.fullmatch, known)))


def _listed(mark: str, named: Iterable[str], others: Iterable[str]) -> dict[str, str]:
    """Words by their first or last two letters: names before `/`, other words behind it."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for number, words in enumerate((named, others)):
        for word in filter(_may_be_meant, words):
            found[mark + (word[:2] if mark == BEGINS else word[-2:])][number].add(word)
    return {key: (" ".join(sorted(own)) + APART + " ".join(sorted(rest - own))) for key, (own, rest) in found.items()}


def _compounds(postings: Postings) -> Iterator[str]:
    """How the words are read that are put together of everyday ones: 紙芝居 of 紙 and 芝居."""
    together = {run for text in postings.texts for zone in text.written for run in _COMPOUND.findall(zone)}
    for run in together - everyday().keys():
        read = _read(run)
        if read:
            yield read


def _read(run: str) -> str:
    """A run of kanji as the longest everyday words from the left are read, "" if it is not made of such words."""
    at, read = 0, ""
    while at < len(run):
        size = next((n for n in range(len(run) - at, 0, -1) if run[at : at + n] in everyday()), 0)
        if not size and run[at] != "の":
            return ""
        read += everyday()[run[at : at + size]][0] if size else "の"
        at += max(size, 1)
    return read


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
    own = [part for part in parts(name) if part != "の"]
    yield from own
    # 黒白囲碁クラブ is called 囲碁クラブ.
    yield from (part[-2:] for part in own if _FOUR.fullmatch(part))
    for one, other in pairwise(own):
        for between in ("", "の"):
            if one + between + other in name:
                yield one + between + other
                if _FOUR.fullmatch(one):
                    yield one[-2:] + between + other
    yield from (part.strip("の") for part in re.split(r"[\W_]+", name))
