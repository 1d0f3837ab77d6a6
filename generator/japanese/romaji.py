"""Kana in Latin letters, as road signs write them: the proposal for the address of a new page."""

import re

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さ_すせそ", "t": "た__てと", "n": "なにぬねの", "h": "はひ_へほ",
    "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざ_ずぜぞ", "d": "だ__でど", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}  # fmt: skip
_OWN = {
    "し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "や": "ya", "ゆ": "yu",
    "よ": "yo", "わ": "wa", "を": "o", "ん": "n", "ゔ": "vu", "ゐ": "i", "ゑ": "e", "ー": "", "ぁ": "a", "ぃ": "i",
    "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo",
}  # fmt: skip
_SMALL_Y, _SMALL_VOWELS = dict(zip("ゃゅょ", "auo", strict=True)), dict(zip("ぁぃぅぇぉ", "aiueo", strict=True))
_SOUNDS = {kana: head + vowel for head, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)} | _OWN
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_LONG = (("ou", "o"), ("oo", "o"), ("uu", "u"))


def romaji(kana: str) -> str:
    """A reading in small Latin letters, long vowels short, anything else as a hyphen: きよせ がっき → kiyose-gakki."""
    text = kana.translate(_KATAKANA).lower()
    out = ""
    for n, letter in enumerate(text):
        out = _added(out, letter, text[n + 1 : n + 2])
    for long, short in _LONG:
        out = out.replace(long, short)
    return re.sub(r"[^a-z0-9]+", "-", out).strip("-")


def _added(out: str, letter: str, following: str) -> str:
    """The letters so far with one more sound."""
    if letter in _SMALL_Y and out.endswith("i"):
        # しゃ is sha, きゃ is kya.
        glide = "" if out.endswith(("shi", "chi", "ji")) else "y"
        return out[:-1] + glide + _SMALL_Y[letter]
    if letter in _SMALL_VOWELS and out:
        # ふぁ is fa, てぃ is ti.
        return out[:-1] + _SMALL_VOWELS[letter] if out[-1] in "aiueo" else out + _SMALL_VOWELS[letter]
    if letter == "っ":
        sound = _SOUNDS.get(following, "")
        return out + ("t" if sound.startswith("ch") else sound[:1] if sound[:1] not in "aiueon" else "")
    return out + _SOUNDS.get(letter, letter if letter.isascii() else "-")
