"""The ways to write Japanese in Latin letters; theme/scripts/search/romaji.js turns them into kana."""

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
SHARED: Final = {"same": _SAME, "syllables": _syllables()}
