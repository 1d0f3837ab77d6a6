"""Kana as plain Latin letters for addresses: Hepburn without marks of length, as station signs simplify it."""

import re
from collections.abc import Iterable

from generator.japanese.text import hiragana, narrow

_ROWS = {
    "": "あa いi うu えe おo",
    "k": "かa きi くu けe こo",
    "s": "さa しhi すu せe そo",
    "t": "たa つsu てe とo",
    "n": "なa にi ぬu ねe のo",
    "h": "はa ひi へe ほo",
    "m": "まa みi むu めe もo",
    "y": "やa ゆu よo",
    "r": "らa りi るu れe ろo",
    "w": "わa",
    "g": "がa ぎi ぐu げe ごo",
    "z": "ざa ずu ぜe ぞo",
    "d": "だa でe どo",
    "b": "ばa びi ぶu べe ぼo",
    "p": "ぱa ぴi ぷu ぺe ぽo",
}
_SINGLE = {
    pair[0]: first + pair[1:] for first, pairs in _ROWS.items() for pair in pairs.split()
}
_SINGLE |= dict(zip("ちふじぢづゐゑをんゔ", ("chi", "fu", "ji", "ji", "zu", "i", "e", "o", "n", "vu"), strict=True))
_SINGLE |= dict(zip("ぁぃぅぇぉゃゅょゎゕゖ", ("a", "i", "u", "e", "o", "ya", "yu", "yo", "wa", "ka", "ke"), strict=True))
_GLIDE = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_WITHOUT_Y = {"し": "sh", "ち": "ch", "じ": "j", "ぢ": "j"}
_VOWELS = dict(zip("ぁぃぅぇぉ", "aiueo", strict=True))
# Sounds of foreign words: the first letter's consonant with the small letter's vowel.
_FOREIGN = {"ふ": "f", "ゔ": "v", "て": "t", "で": "d", "と": "t", "ど": "d", "う": "w", "つ": "ts"}
_FOREIGN |= {"し": "sh", "ち": "ch", "じ": "j", "く": "kw", "ぐ": "gw"}
_LONG = re.compile(r"(?<=o)[ou]|(?<=u)u")
_MOST = 60
_RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}


def romaji(kana: str) -> str:
    """A reading in small Latin letters, words apart: きよせ とうきょう → `kiyose tokyo`; what is no kana stays as it is."""
    return " ".join(_word(word) for word in re.split(r"[\s・]+", hiragana(narrow(kana)).casefold()) if word)


def slug_of(text: str, spare: str) -> str:
    """An address made of a reading or of Latin letters, at most 60 of a-z, 0-9 and `-`; `spare` if nothing is left."""
    plain = re.sub(r"[^a-z0-9]+", "-", romaji(text)).strip("-")
    if len(plain) > _MOST:
        plain = plain[: _MOST + 1].rpartition("-")[0] or plain[:_MOST]
    plain = plain.strip("-")
    return f"{plain}-kai" if plain in _RESERVED else plain or spare


def free_slug(wanted: str, taken: Iterable[str]) -> str:
    """The wanted address, or with -2, -3 … behind it if it is taken."""
    others = set(taken)
    if wanted not in others:
        return wanted
    stem = wanted[: _MOST - 5].strip("-")
    return next(slug for n in range(2, len(others) + 3) if (slug := f"{stem}-{n}") not in others)


def _word(word: str) -> str:
    out: list[str] = []
    double = False
    n = 0
    while n < len(word):
        letter, small = word[n], word[n + 1 : n + 2]
        n += 1
        if letter == "っ":
            double = True
            continue
        if letter == "ー":
            continue
        sound = _pair(letter, small)
        n += sound is not None
        plain = sound if sound is not None else _SINGLE.get(letter, letter)
        out.append(_doubled(plain) if double else plain)
        double = False
    return _LONG.sub("", "".join(out))


def _pair(letter: str, small: str) -> str | None:
    """The sound of a letter with a small one behind it: きゃ, しょ, ふぁ, てぃ; None if the two are no pair."""
    if small in _GLIDE and letter in _SINGLE and _SINGLE[letter].endswith(("i", "u")):
        return _WITHOUT_Y.get(letter, _SINGLE[letter][:-1] + "y") + _GLIDE[small]
    if small in _VOWELS and letter in _FOREIGN:
        return _FOREIGN[letter] + _VOWELS[small]
    return None


def _doubled(sound: str) -> str:
    return "t" + sound if sound.startswith("ch") else sound if sound[0] in "aiueon" else sound[0] + sound
