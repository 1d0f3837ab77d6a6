"""The same word, however it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.japanese.text import (
    closed_up,
    gojuon_row,
    hiragana,
    is_kana,
    kana_sort_key,
    kanji_number,
    katakana,
    key,
    narrow,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("０４２ー０００ー００１１", "042-000-0011"),
        (" １０：００〜１２：００ ", "10:00~12:00"),
        ("10時ー12時", "10時-12時"),
        ("センター", "センター"),
        ("ｾﾝﾀｰ", "センター"),
        ("2026−12‐05", "2026-12-05"),
        ("a\u200bb", "ab"),
    ],
)
def test_widths_and_dashes_are_one_but_a_long_mark_in_a_word_stays(typed: str, meant: str) -> None:
    assert narrow(typed) == meant


def test_keys_are_equal_whatever_their_case_width_and_spaces() -> None:
    assert key("ＮＰＯ 法人") == key("npo法人") == "npo法人"


def test_kana_conversion_touches_kana_only() -> None:
    assert hiragana("ｶﾞｸｾｲ ヴァイオリン 2") == "がくせい ゔぁいおりん 2"
    assert katakana("かわの会") == "カワノ会"


@pytest.mark.parametrize("reading", ["やなせがわ", "ﾔﾅｾｶﾞﾜ", "ヤナセ・ガワ　の かい", "サークル"])
def test_readings_are_recognised(reading: str) -> None:
    assert is_kana(reading)


@pytest.mark.parametrize("other", ["", "ー", "川の会", "NPO", "かわ1", " "])
def test_what_is_not_only_kana_is_no_reading(other: str) -> None:
    assert not is_kana(other)


def test_readings_sort_in_gojuon_order() -> None:
    ordered = [
        "あい",
        "かあさん",
        "カーテン",
        "かき",
        "かぎ",
        "がき",
        "きって",
        "きつね",
        "はは",
        "ばは",
        "ぱは",
        "んん",
    ]
    assert sorted(set(ordered), key=kana_sort_key) == ordered


@pytest.mark.parametrize(
    ("reading", "row"), [("ガーデン", "か"), ("ぁ", "あ"), ("ん", "わ"), ("NPO", "他"), ("", "他")]
)
def test_every_reading_has_a_row(reading: str, row: str) -> None:
    assert gojuon_row(reading) == row


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十二", 12),
        ("二〇", 20),
        ("百二十三", 123),
        ("千", 1000),
        ("1万6千", 16000),
        ("３０", 30),
        ("二億", 200_000_000),
    ],
)
def test_numerals_are_read(numeral: str, value: int) -> None:
    assert kanji_number(numeral) == value


@pytest.mark.parametrize("other", ["", "百千", "十百", "3.5", "-2", "人", "9" * 16, "1万60000"])
def test_what_is_no_numeral_is_not_read(other: str) -> None:
    assert kanji_number(other) is None


@given(st.text(max_size=200))
def test_any_text_folds_and_has_a_place_in_the_order(text: str) -> None:
    assert not any(letter.isspace() for letter in key(text))
    assert hiragana(hiragana(text)) == hiragana(text)
    assert isinstance(kana_sort_key(text), str)


@pytest.mark.parametrize("space", [" ", "  ", "\u3000", " \n\t "])
def test_numbers_stay_apart_however_wide_the_space_between_them_is(space: str) -> None:
    assert closed_up(f"10:00{space}12:00{space}第{space}2") == "10:00 12:00第2"
