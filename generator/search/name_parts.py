"""The parts of a name, and how each is read: where somebody may begin to type it."""

import re
from typing import Final

from generator.japanese.text import hiragana

# What is written in kanji, letters or figures, in katakana, in hiragana; the rest stands between.
_PART: Final = re.compile(r"(?P<kanji>[^\W_ぁ-ヿ]+)|(?P<katakana>[ァ-ヺー]+)|(?P<hiragana>[ぁ-ゖー]+)")
_KANJI: Final = re.compile("[\u3005\u3007\u3400-\u9fff]")
# Hiragana behind kanji is mostly its ending or a particle; from four letters on it is a word: 青葉どんぐり.
_WORD: Final = 4


def parts(name: str) -> list[str]:
    """What is written in one kind of letters, in order: 青葉, どんぐり, 号."""
    return [part[0] for part in _PART.finditer(name)]


def begun(name: str) -> list[str]:
    """A name from each of its parts on: 七十からの卓球サークル, 卓球サークル, サークル."""
    return [name[start:] for _, starts in _parts(name) for start in starts]


def within(name: str) -> list[str]:
    """A name from each kanji on that is inside a part of it: 球サークル, 会議 of 円卓会議."""
    starts = {start for _, own in _parts(name) for start in own}
    return [name[kanji.start() :] for kanji in _KANJI.finditer(name) if kanji.start() not in starts]


def begun_reading(name: str, kana: str) -> list[str]:
    """The reading of a name from each of its parts on, as far as the kana in the name tell where these begin.

    七十からの卓球サークル, ななじゅうからのたっきゅうさーくる → from たっきゅう and from さーくる on.
    """
    read = "".join(hiragana(kana).split())
    found: list[str] = []
    at, unknown = 0, False
    for part, starts in _parts(name):
        if part.lastgroup == "kanji":
            found += [] if unknown else [read[at:]]
            unknown = True
            continue
        own = hiragana(part[0])
        begin = read.find(own, at + unknown)
        if begin < 0 or (begin > at and not unknown):
            break
        found += (read[begin + start - part.start() :] for start in starts)
        at, unknown = begin + len(own), False
    return [text for text in found if text]


def _parts(name: str) -> list[tuple[re.Match[str], list[int]]]:
    """The parts of a name, each with the places in the name where a word begins in it."""
    found = []
    end = -1
    for part in _PART.finditer(name):
        start, word = part.start(), part[0]
        if part.lastgroup == "hiragana" and start:
            # A particle in front belongs to what is before it.
            word = word.lstrip("のを")
            start = part.end() - len(word)
        own = part.lastgroup != "hiragana" or part.start() != end or len(word.split("の")[0]) >= _WORD
        found.append((part, ([start] if own else []) + _behind_no(part)))
        end = part.end()
    return found


def _behind_no(part: re.Match[str]) -> list[int]:
    """Where a word begins behind a の in hiragana: 子どものひろば at ひろば."""
    at = part[0].find("の", 1)
    return [part.start() + at + 1] if part.lastgroup == "hiragana" and 0 < at < len(part[0]) - 2 else []
