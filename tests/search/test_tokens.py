"""Tokens are plain ASCII words that make true substrings findable."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.search.fold import base
from generator.search.tokens import beginnings, kanji, katakana, stream, whole


def tokens(text: str) -> list[str]:
    return list(stream("x", base(text)))


def test_two_letters_that_stand_together_make_a_token() -> None:
    assert tokens("清掃会") == ["x6e056383", "x63834f1a"]


def test_latin_words_and_numbers_stay_whole() -> None:
    assert tokens("Wi-Fi 2026") == ["xwwizz", "xwfizz", "xw2026zz"]


def test_a_letter_alone_between_others_has_a_token_of_its_own() -> None:
    assert tokens("第2土曜") == ["xu7b2c", "xw2zz", "x571f66dc"]


def test_no_token_reaches_across_punctuation() -> None:
    assert tokens("防災、訓練") == tokens("防災") + tokens("訓練")


def test_a_part_of_a_word_is_a_run_of_its_tokens() -> None:
    text, part = tokens("柳瀬川の清掃活動"), tokens("川の清掃")
    assert any(text[at : at + len(part)] == part for at in range(len(text)))


def test_letters_beyond_the_basic_plane_are_found_like_others() -> None:
    assert tokens("𠮷田") == ["xd842dfb7", "xdfb77530"]


def test_each_kanji_counts_once_and_kana_not_at_all() -> None:
    assert kanji("x", "川と川の会") == ["xu4f1a", "xu5ddd"]


def test_the_beginning_of_a_latin_word_is_findable() -> None:
    assert beginnings("x", "yoga") == ["xpyozz", "xpyogzz"]


def test_katakana_is_told_from_the_same_sound_in_hiragana() -> None:
    assert katakana("路線バスで体をのばす") == katakana("バス") != []
    assert katakana("のばす") == []


def test_a_whole_name_is_marked_at_both_ends() -> None:
    assert list(whole("n", ["川"])) == ["ny", "nu5ddd", "nz"]


@given(st.text())
def test_any_text_makes_ascii_words_only(text: str) -> None:
    assert all(token.isascii() and token.isalnum() for token in tokens(text) + katakana(text))


@given(st.text(alphabet="川水清掃会ごみ", min_size=2))
def test_neighbouring_tokens_share_a_letter(text: str) -> None:
    assert all(one[5:] == other[1:5] for one, other in pairwise(tokens(text)))
