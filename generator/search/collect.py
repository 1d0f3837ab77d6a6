"""Documents to postings: under which keys each is found, and in which of its zones."""

import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from generator.lexical.fold import Folding, base, fold
from generator.search.documents import SearchDocument, spelt_out, zones
from generator.search.grams import grams, kanji, katakana, names, only_kanji, runs, units
from generator.search.postings import by_zone
from generator.shares import in_shares

ZONES = 4
"""Where a word may stand: 0 in names, 1 in fields and areas, 2 in the sentence about it, 3 anywhere else."""


_NOWHERE: Final = array("I")


@dataclass(frozen=True, slots=True)
class Text:
    """What a document says in its zones: folded, and as it is written but for width."""

    folded: tuple[str, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Postings:
    """Keys and the documents that have them, as numbers of four times the document and its best zone; and all texts."""

    keys: dict[str, "array[int]"] = field(default_factory=dict)
    texts: list[Text] = field(default_factory=list)

    def zones_of(self, key: str) -> list[list[int]]:
        """The documents of a key by zone, the commonest zone first: elsewhere, sentence, field, name."""
        found: list[list[int]] = [[] for _ in range(ZONES)]
        for one in self.keys.get(key, ()):
            found[ZONES - 1 - one % ZONES].append(one // ZONES)
        return found

    def having(self, word: str) -> set[int]:
        """The documents that have all keys of a folded word: nearly always those in which it stands."""
        # The rarest key first: where one is unknown, or the first two have nothing in common, no other is looked at.
        first, *others = sorted((self.keys.get(key, _NOWHERE) for key in keys_of(word)), key=len) or [_NOWHERE]
        found = {one // ZONES for one in first}
        for other in others:
            if not found:
                break
            found.intersection_update(one // ZONES for one in other)
        return found

    def has(self, word: str) -> bool:
        """Whether all keys of a folded word are known."""
        keys = keys_of(word)
        return bool(keys) and all(key in self.keys for key in keys)


def keys_of(word: str) -> list[str]:
    """The keys that a folded word must have: itself, a pair, or its threes."""
    found: list[str] = []
    for run in runs(word):
        parts = units(run)
        size = min(len(parts), 3)
        found += ("".join(parts[at : at + size]) for at in range(len(parts) - size + 1))
    return found


def collected(documents: Sequence[SearchDocument], using: Folding, *, alone: bool = False) -> Postings:
    """The postings of documents in their order; many are read by several processes, unless `alone`."""

    def share(k: int, count: int) -> Postings:
        first, end = (len(documents) * n // count for n in (k, k + 1))
        return _collected(documents[first:end], first, using)

    found, *others = in_shares(share, 0 if alone else len(documents))
    for other in others:
        found.texts.extend(other.texts)
        for key, numbers in other.keys.items():
            if key in found.keys:
                found.keys[key].extend(numbers)
            else:
                found.keys[key] = numbers
    return found


def _collected(documents: Iterable[SearchDocument], first: int, using: Folding) -> Postings:
    keys: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    texts: list[Text] = []
    for number, document in enumerate(documents, start=first):
        texts.append(_text(document, using))
        _post(keys, number, _keys(document, texts[-1], using))
    return Postings(dict(keys), texts)


def _text(document: SearchDocument, using: Folding) -> Text:
    written = tuple(unicodedata.normalize("NFKC", one) for one in zones(document))
    *best, elsewhere = (fold(one, using) for one in written)
    return Text((*best, "\n".join((elsewhere, *spelt_out(elsewhere)))), written)


def _keys(document: SearchDocument, text: Text, using: Folding) -> list[set[str]]:
    """The keys of a document by zone, from the best."""
    found = [grams(one) | kanji(one) | katakana(two) for one, two in zip(text.folded, text.written, strict=True)]
    found[0] |= names("".join(line.split()) for line in text.folded[0].split("\n"))
    # The letters as written too: 供 is found in 子供 though the spelling pair made it こども.
    found[-1] |= kanji(base(only_kanji(document.body + document.title))) if using.table else set()
    return found


def _post(keys: "defaultdict[str, array[int]]", number: int, found: Sequence[set[str]]) -> None:
    seen: set[str] = set()
    for zone, those in enumerate(found):
        packed = number * ZONES + zone
        for key in those - seen:
            keys[key].append(packed)
        seen |= those


def encoded(postings: Postings) -> dict[str, str]:
    """All keys with their documents as text."""
    return {key: by_zone(postings.zones_of(key)) for key in postings.keys}
