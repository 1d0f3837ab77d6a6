"""Kana as plain Latin letters for addresses: Hepburn without marks of length, as station signs simplify it."""

import re

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
_SINGLE = {pair[0]: first + pair[1:] for first, pairs in _ROWS.items() for pair in pairs.split()}
_SINGLE |= dict(zip("ちふじぢづゐゑをんゔ", ("chi", "fu", "ji", "ji", "zu", "i", "e", "o", "n", "vu"), strict=True))
_SINGLE |= dict(
    zip("ぁぃぅぇぉゃゅょゎゕゖ", ("a", "i", "u", "e", "o", "ya", "yu", "yo", "wa", "ka", "ke"), strict=True)
)
_GLIDE = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_WITHOUT_Y = {"し": "sh", "ち": "ch", "じ": "j", "ぢ": "j"}
_VOWELS = dict(zip("ぁぃぅぇぉ", "aiueo", strict=True))
# Sounds of foreign words: the first letter's consonant with the small letter's vowel.
_FOREIGN = {"ふ": "f", "ゔ": "v", "て": "t", "で": "d", "と": "t", "ど": "d", "う": "w", "つ": "ts"}
_FOREIGN |= {"し": "sh", "ち": "ch", "じ": "j", "く": "kw", "ぐ": "gw"}
_APART = re.compile(r"[^a-z0-9]+")
_SOUND = re.compile(
    f"[きしちにひみりぎじぢびぴゔふてで][{''.join(_GLIDE)}]|[{''.join(_FOREIGN)}][{''.join(_VOWELS)}]|.", re.DOTALL
)
_LONG = re.compile(r"(?<=o)[ou]|(?<=u)u")

# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "single": _SINGLE,
    "glide": _GLIDE,
    "without_y": _WITHOUT_Y,
    "vowels": _VOWELS,
    "foreign": _FOREIGN,
    "sound": _SOUND,
}


def romaji(kana: str) -> str:
    """A reading in small Latin letters, long vowels short, words and all else apart: さくら がっき → `sakura-gakki`."""
    words = re.split(r"[\s・]+", hiragana(narrow(kana)).casefold())
    return _APART.sub("-", " ".join(map(_word, words))).strip("-")


def _word(word: str) -> str:
    out: list[str] = []
    double = False
    for match in _SOUND.finditer(word):
        sound = match[0]
        if sound not in "っー":
            plain = _pair(sound) if len(sound) > 1 else _SINGLE.get(sound, sound)
            out.append(_doubled(plain) if double else plain)
        double = sound == "っ"
    return _LONG.sub("", "".join(out))


def _pair(sound: str) -> str:
    """The sound of a letter with a small one behind it: きゃ, しょ, ふぁ, てぃ."""
    letter, small = sound[0], sound[1]
    if small in _GLIDE:
        return _WITHOUT_Y.get(letter, _SINGLE[letter][:-1] + "y") + _GLIDE[small]
    return _FOREIGN[letter] + _VOWELS[small]


def _doubled(sound: str) -> str:
    return "t" + sound if sound.startswith("ch") else sound if sound[0] in "aiueon" else sound[0] + sound
