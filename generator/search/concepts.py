"""What a word may stand for, as entries of the index: its readings, and other words with the documents that have them.

`~しゅわ` holds, in this order: the words that are read so (or the reading of a word), the numbers of its synonym
groups, the number of its narrower words, the numbers of related ones. `#12` holds a group: each word that stands in
some document, and where. A word of a group counts only at its borders, which letters alone do not show to the browser:
ペット is not in ペットボトル, 絵 not in 絵本.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generator.japanese.text import hiragana
from generator.lexical.borders import bordered
from generator.lexical.fold import Folding, fold
from generator.lexical.synonyms import Synonyms, all_together, together
from generator.search.collect import ZONES, Postings
from generator.search.grams import ALONE
from generator.search.postings import by_zone

WORD, GROUP = "~", "#"
_HIRAGANA: Final = re.compile("[ぁ-ゖー]+")
_KANA: Final = re.compile("[ぁ-ゖァ-ヺー]+")
_SMALL: Final = re.compile("[ぁぃぅぇぉっゃゅょゎ]")
# A reading of two kana stands in many words by chance.
_LONG: Final = 3
Group = list[tuple[str, str]]
SHARED: Final = {"word": WORD, "group": GROUP}


def concepts(synonyms: Synonyms, everyday: Mapping[str, tuple[str, ...]], postings: Postings) -> dict[str, Any]:
    """The entries of all words that lead to a document; `everyday` are words and their readings beside the own ones."""
    groups, members = _groups(synonyms, postings)
    wide, narrower = _narrower(synonyms, postings)
    leading, further = _related(synonyms, postings, members)
    known = members.keys() | wide.keys() | leading.keys()
    read = _readings(_pairs(synonyms, everyday), known, postings, synonyms)
    entries: dict[str, Any] = {f"{GROUP}{number}": found for number, found in (groups | narrower | further).items()}
    for word in sorted(known | read.keys()):
        entry = [read.get(word, []), members.get(word, []), wide.get(word, 0), leading.get(word, [])]
        while not entry[-1] and len(entry) > 1:
            entry.pop()
        entries[WORD + word] = entry
    return entries


def _groups(synonyms: Synonyms, postings: Postings) -> tuple[dict[int, Group], dict[str, list[int]]]:
    """The groups of which a word stands somewhere, by number from 1; each word and the numbers of its groups."""
    groups: dict[int, Group] = {}
    members: dict[str, list[int]] = {}
    for number, words in enumerate(synonyms.synonyms, start=1):
        found = _found(words, postings, synonyms.folding)
        if not found:
            continue
        groups[number] = found
        for word in words:
            members.setdefault(together(word, synonyms.folding), []).append(number)
    return groups, {word: list(dict.fromkeys(numbers)) for word, numbers in members.items()}


def _narrower(synonyms: Synonyms, postings: Postings) -> tuple[dict[str, int], dict[int, Group]]:
    groups: dict[int, Group] = {}
    wide: dict[str, int] = {}
    for number, (word, narrow) in enumerate(synonyms.also, start=len(synonyms.synonyms) + 1):
        found = _found(narrow, postings, synonyms.folding)
        if found:
            groups[number] = found
            wide[together(word, synonyms.folding)] = number
    return wide, groups


def _related(
    synonyms: Synonyms, postings: Postings, members: Mapping[str, list[int]]
) -> tuple[dict[str, list[int]], dict[int, Group]]:
    """Words that stand nowhere themselves, and have no other word there, with the groups to which they lead."""
    groups: dict[int, Group] = {}
    leading: dict[str, list[int]] = {}
    first = len(synonyms.synonyms) + len(synonyms.also) + 1
    for number, (to, words) in enumerate(_leading_to(synonyms.related).items(), start=first):
        absent = [w for w in (together(word, synonyms.folding) for word in words) if _absent(w, postings, members)]
        found = _found(to, postings, synonyms.folding) if absent else []
        if found:
            groups[number] = found
            for word in absent:
                leading.setdefault(word, []).append(number)
    return leading, groups


def _leading_to(related: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> dict[tuple[str, ...], list[str]]:
    """The words of all lines that lead to the same: they share one group."""
    leading: dict[tuple[str, ...], list[str]] = {}
    for words, to in related:
        leading.setdefault(to, []).extend(words)
    return leading


def _absent(word: str, postings: Postings, members: Mapping[str, list[int]]) -> bool:
    return word not in members and not postings.having(word)


def _found(words: Iterable[str], postings: Postings, using: Folding) -> Group:
    """The words that stand in some document, folded, and in which."""
    found = []
    for word in dict.fromkeys(words):
        standing = by_zone(_standing(word, postings, using))
        if standing:
            found.append((together(word, using), standing))
    return list(dict(found).items())


def _standing(word: str, postings: Postings, using: Folding) -> list[list[int]]:
    """The documents in which a word stands as a word, by zone as `Postings.zones_of` gives them."""
    zones: list[list[int]] = [[] for _ in range(ZONES)]
    for number, zone in _places(word, fold(word, using).strip(), postings):
        if zone is not None:
            zones[ZONES - 1 - zone].append(number)
    return zones


def _places(word: str, folded: str, postings: Postings) -> Iterator[tuple[int, int | None]]:
    """The documents that have the letters of a word, in order, and the zone in which it stands as one, if in any."""
    pattern, as_written = bordered(word, folded)
    for number in sorted(postings.having(folded)):
        text = postings.texts[number]
        zones = enumerate(text.written if as_written else text.folded)
        yield number, next((zone for zone, given in zones if pattern.search(given)), None)


def _stands(kana: str, folded: str, postings: Postings, using: Folding) -> bool:
    """Whether a reading stands somewhere as a word; a short one that is also inside of others is none.

    Nor is しょうか (唱歌) in 「どうしようか」, though both fold alike.
    """
    if not postings.has(folded) or not _written(kana, folded, postings):
        return False
    if not _HIRAGANA.fullmatch(folded):
        return len(folded) > 1
    if len(folded) < _LONG:
        return False
    return len(folded) > _LONG or all(zone is not None for _, zone in _places(kana, folded, postings))


def _written(kana: str, folded: str, postings: Postings) -> bool:
    """Whether a reading with small kana stands somewhere with these; any other stands where it is folded."""
    if not _SMALL.search(kana):
        return True
    texts = (one for number in postings.having(folded) for one in postings.texts[number].written)
    return any(kana in hiragana(text) for text in texts)


def _pairs(synonyms: Synonyms, everyday: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Words and readings; what a person wrote comes first."""
    yield from synonyms.readings
    own = {word for word, _ in synonyms.readings}
    for word, kana in everyday.items():
        if word not in own:
            yield from ((word, one) for one in kana)


def _groups_of(synonyms: Synonyms) -> dict[str, list[frozenset[str]]]:
    """Each word of the synonym groups and the groups, folded, in which it stands."""
    groups_of: dict[str, list[frozenset[str]]] = {}
    for words in synonyms.synonyms:
        group = frozenset(all_together(words, synonyms.folding))
        for word in group:
            groups_of.setdefault(word, []).append(group)
    return groups_of


def _readings(
    pairs: Iterable[tuple[str, str]], known: Iterable[str], postings: Postings, synonyms: Synonyms
) -> dict[str, list[str]]:
    """Readings → words that stand somewhere or lead on, and words → readings that stand somewhere, all folded.

    What is a word of the lists itself (がん, うつ) is no reading of words that are not beside it (元, 打つ).
    """
    using, known, groups_of = synonyms.folding, set(known), _groups_of(synonyms)
    read: dict[str, list[str]] = {}
    given = list(pairs)
    ones = all_together((word for word, _ in given), using)
    others = all_together((kana for _, kana in given), using)
    for (_, kana), one, other in zip(given, ones, others, strict=True):
        if one == other:
            continue
        # ぞう is how 雑 is read within 雑木林, and nothing that somebody looks for.
        inside = len(one) == 1 and len(other) < _LONG and ALONE + one not in postings.keys
        meant = other not in groups_of or any(one in group for group in groups_of[other])
        if meant and (one in known or (postings.has(one) and not inside)):
            read.setdefault(other, []).append(one)
        if other in known or _stands(kana, other, postings, using):
            read.setdefault(one, []).append(other)
    return {word: list(dict.fromkeys(others)) for word, others in read.items()}
