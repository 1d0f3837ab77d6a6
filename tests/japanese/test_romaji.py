"""Readings in Latin letters, as they become addresses of pages."""

import pytest

from generator.japanese.romaji import romaji
from generator.reading.source import is_slug

READINGS = (
    ("やなせがわあしのかい", "yanasegawaashinokai"),
    ("きよせ けやきの かい", "kiyose-keyakino-kai"),
    ("しゃしんくらぶ", "shashinkurabu"),
    ("きょうどたんけんたい", "kyodotankentai"),
    ("まっちゃのかい", "matchanokai"),
    ("がっきのひろば", "gakkinohiroba"),
    ("ふぁみりーさぽーと", "famirisapoto"),
    ("ちょうちょ", "chocho"),
    ("じゅうどう", "judo"),
    ("スマホてぃーるーむ", "sumahotirumu"),
    ("けんこう体そう・２", "kenko-so"),
    ("NPOほたる 21", "npohotaru-21"),
    ("っ", ""),
    ("ん", "n"),
    ("", ""),
)


@pytest.mark.parametrize(("kana", "latin"), READINGS)
def test_a_reading_becomes_latin_letters(kana: str, latin: str) -> None:
    assert romaji(kana) == latin
    assert not latin or is_slug(latin)
