"""The keys by which a word typed in Latin letters is found; tests/scripts/romanised.test.js asks the browser's."""

import pytest

from generator.search.romaji import romaji_key
from tests.search.romanised import readings


@pytest.mark.parametrize(
    ("kana", "key"),
    [
        ("しょくどう", "syokudo"),
        ("こども しょくどう", "kodomosyokudo"),
        ("しんぶん", "sinbun"),
        ("まっちゃ", "mattya"),
        ("コーヒー", "kohi"),
        ("ファミリー", "hamiri"),
        ("しんい", "sini"),
        ("はなぢ", "hanazi"),
        ("手話", ""),
        ("", ""),
    ],
)
def test_a_reading_has_one_key(kana: str, key: str) -> None:
    assert romaji_key(kana) == key


def test_long_and_short_vowels_have_one_key() -> None:
    assert romaji_key("おおの") == romaji_key("おの")
    assert romaji_key("ヴァイオリン") == romaji_key("バイオリン")


def test_few_words_share_a_key() -> None:
    keys = {romaji_key(kana) for kana in readings()}
    assert len(keys) > 0.97 * len(readings())
