"""One key for all the ways to write Japanese in Latin letters; theme/scripts/search/romaji.js asks for it."""

import re
from collections.abc import Iterable
from itertools import product
from typing import Final

from generator.japanese.romaji import romaji

# Hepburn, Nihon-shiki and what is typed for kana, in the letters of Kunrei: shi and si, cha, cya and tya, ji and di.
_SAME: Final = (
    ("tch", "cch"),
    ("sh", "sy"),
    ("syi", "si"),
    ("cy", "ch"),
    ("ch", "ty"),
    ("c(?=t)", "t"),
    ("th(?=i)", "t"),
    ("tyi", "ti"),
    ("tsu", "tu"),
    ("fu", "hu"),
    ("dz", "z"),
    ("d[hy]?i", "ji"),
    ("du", "zu"),
    ("dy", "zy"),
    ("j", "zy"),
    ("z(?:yz)+y", "zzy"),
    ("zyy", "zy"),
    ("zyi", "zi"),
)
# Sounds that are heard as one, and lengths that are left out: wo and o, Tookyoo and Tokyo, shimbun and shinbun.
_LOOSE: Final = (
    ("l", "r"),
    ("v", "b"),
    ("f", "h"),
    ("wo", "o"),
    ("w(?=[ie])", "u"),
    ("m(?=[bpm])", "n"),
    ("nn+", "n"),
    ("oh(?![aiueoy])", "o"),
    ("aa+", "a"),
    ("ii+", "i"),
    ("uu+", "u"),
    ("ee+", "e"),
    ("o[ou]+", "o"),
)


def _replaced(text: str, rules: Iterable[tuple[str, str]]) -> str:
    for pattern, other in rules:
        text = re.sub(pattern, other, text)
    return text


def _syllables() -> dict[str, str]:
    """Syllables in the letters that `_SAME` leaves, and their kana."""
    single = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ"
    single += "がぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽ"
    small = (("きしちにひみりぎじびぴ", "ゃゅょ"), ("しちじふ", "ぇ"), ("ふ", "ぁぃぉ"), ("う", "ぃぇぉ"))
    pairs = (first + second for firsts, seconds in small for first, second in product(firsts, seconds))
    # を is read as お; whoever types wo means を.
    return {_replaced(romaji(kana), _SAME): kana for kana in (*single, *pairs)} | {"wo": "を"}


# What the browser has to know as well: theme/scripts/tables.js.
SHARED: Final = {"same": _SAME, "loose": _LOOSE, "syllables": _syllables()}


def romaji_key(kana: str) -> str:
    """The key of a reading as it is written, not folded: small letters, nothing between words: しょくどう → `syokudo`.

    Equal to `romajiKey` of each way to romanise it: shokudō, syokudou, shokudo. Empty where there are no kana.
    """
    return _replaced(re.sub("[^a-z]+", "", _replaced(romaji(kana), _SAME)), _LOOSE)
