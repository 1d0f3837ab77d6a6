"""The keys under which a text is found: its letters two by two and three by three."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lexical.fold import base
from generator.search.collect import keys_of
from generator.search.grams import grams, kanji, katakana, names, runs, units


def test_a_word_within_a_longer_one_has_keys_of_the_longer_one() -> None:
    assert grams("防災訓練") == {"防災", "災訓", "訓練", "防災訓", "災訓練"}


def test_no_key_goes_over_a_space_or_a_full_stop() -> None:
    assert grams("川 山。海") == {"川", "山", "海"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [("第2土曜", ["第", "2", "土", "曜"]), ("3歳児", ["3", "歳", "児"]), ("npo法人", ["npo", "法", "人"])],
)
def test_latin_words_and_numbers_are_one_unit_among_kanji(text: str, parts: list[str]) -> None:
    assert units(text) == parts
    assert {"".join(parts[at : at + 2]) for at in range(len(parts) - 1)} <= grams(text)


def test_a_number_is_no_part_of_a_longer_number() -> None:
    assert "2土" not in grams("第12土曜")


def test_letters_outside_the_basic_plane_are_one_letter() -> None:
    assert grams("𠮷野家") == {"𠮷野", "野家", "𠮷野家"}


def test_kanji_stand_for_themselves_and_alone_where_no_other_is_beside() -> None:
    assert kanji("川と山川") == {"川", "山", "=川"}


def test_what_was_written_in_katakana_is_told_from_hiragana() -> None:
    assert katakana("バスで伸ばす") == {"バス", "=バス"}
    assert katakana("ﾘﾍﾟｱｶﾌｪ") >= {"カフ", "=リペアカフェ"}


def test_a_name_is_a_key_as_a_whole_and_its_first_letter_as_a_beginning() -> None:
    assert names(["川の会", ""]) == {"^川の会$", "^川"}


@given(st.text("あいカキ川山ー0a\u3000 。𠮷", max_size=30), st.integers(0, 29), st.integers(1, 30))
def test_every_part_of_a_run_finds_the_text_in_which_it_stands(text: str, start: int, size: int) -> None:
    folded = base(text)
    for run in runs(folded):
        part = "".join(units(run)[start : start + size])
        if len(units(part)) > 1:
            assert set(keys_of(part)) <= grams(folded)


def test_a_long_run_without_latin_letters_takes_time_for_each_letter_and_not_for_each_pair() -> None:
    """Where it is not so, this takes an hour."""
    assert grams("あ" * 500_000) == {"ああ", "あああ"}
    assert grams("川川3歳") == {"川川", "川川3", "川3", "川3歳", "3", "3歳"}
