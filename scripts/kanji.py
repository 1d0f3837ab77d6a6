"""Write generator/words/kanji.tsv, how single kanji are read in words: `python -m scripts.kanji`.

Made of generator/words/dictionary.tsv alone: the reading of a word of two kanji is cut where the readings of both are
those that they have in other words too. See generator/words/dictionary.md.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from generator.search.lexicon import everyday

FILE: Final = Path(__file__).resolve().parent.parent / "generator" / "words" / "kanji.tsv"
_TWO: Final = re.compile("[\u3400-\u9fff]{2}")
_BEGINS: Final = re.compile("(?![んっゃゅょぁぃぅぇぉー])")
_ROUNDS: Final = 4
_MOST: Final = 6
# A reading that is rarer than that among the words of a kanji is one that was cut wrongly, or of no use.
# With what a reading from China ends, which goes over to the next kanji where a word is cut wrongly.
_ENDS: Final = "いうくつちきん"
_MANY: Final = 10
_RARE: Final = 0.015

Known = Mapping[str, frozenset[str]]


def readings() -> dict[str, list[str]]:
    """Each kanji of the dictionary and its readings within words, the commonest first."""
    alone = {word: set(given) for word, given in everyday().items() if len(word) == 1}
    known: Known = {}
    counted: dict[str, Counter[str]] = {}
    for _ in range(_ROUNDS):
        counted = _counted(known)
        known = {one: frozenset(_common(found)) | alone.get(one, set()) for one, found in counted.items()}
    found = {
        one: [*_common(counts), *sorted(alone.get(one, set()) - set(_common(counts)))]
        for one, counts in counted.items()
    }
    for one in alone.keys() - found.keys():
        found[one] = sorted(alone[one])
    return {one: given[:_MOST] for one, given in sorted(found.items()) if given}


def _common(found: Counter[str]) -> list[str]:
    least = max(1.4 if found.total() > _MANY else 0.9, _RARE * found.total())
    often = {kana: times for kana, times in found.items() if times >= least}
    return sorted((kana for kana in often if not _cut_wrongly(kana, often)), key=lambda kana: (-often[kana], kana))


def _cut_wrongly(kana: str, often: Mapping[str, float]) -> bool:
    """Whether a letter is too much or missing: うぎ beside ぎ, しょ beside しょう, each where the other is commoner."""
    without = kana[0] in _ENDS and often.get(kana[1:], 0) > often[kana]
    return without or any(
        often.get(kana + end, 0) > often[kana] or (often.get(kana[:-1], 0) > often[kana] and kana[-1] == end)
        for end in _ENDS
    )


def _counted(known: Known) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for word, given in everyday().items():
        if _TWO.fullmatch(word):
            cuts = list(_cuts(word, given[0], known))
            for first, second in cuts:
                found[word[0]][first] += 1 / len(cuts)
                found[word[1]][second] += 1 / len(cuts)
    return found


def _cuts(word: str, kana: str, known: Known) -> Iterator[tuple[str, str]]:
    """The ways to cut a reading in two: those that are known for both kanji, else for one, else all."""
    all_ = [(kana[:at], kana[at:]) for at in range(1, len(kana)) if _BEGINS.match(kana[at:])]
    one, other = (known.get(letter, frozenset()) for letter in word)
    both = [(a, b) for a, b in all_ if a in one and b in other]
    return iter(both or [(a, b) for a, b in all_ if a in one or b in other] or all_)


def main() -> None:
    """Write the table."""
    found = readings()
    FILE.write_bytes("".join("\t".join((one, *given)) + "\n" for one, given in found.items()).encode("utf-8"))
    print(f"{len(found)} kanji: {FILE.name}")


if __name__ == "__main__":
    main()
