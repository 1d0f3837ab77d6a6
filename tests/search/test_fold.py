"""What differs only in how it is written is the same to search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lexical.fold import base, fold, folding


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("ＮＰＯ", "npo"),
        ("ｽﾏﾎ", "スマホ"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("ゴミ", "ごみ"),
        ("ボランテイア", "ボランティア"),
        ("スマートホン", "スマートフォン"),
        ("ヴァイオリン", "バイオリン"),
        ("つづき", "つずき"),
        ("髙齢", "高齢"),
        ("淸瀨", "清瀬"),
        ("サ－クル", "サークル"),
        ("サーークル", "サークル"),
        ("か\u3099っき", "がっき"),
    ],
)
def test_two_ways_to_write_one_word_fold_to_the_same(written: str, other: str) -> None:
    assert base(written) == base(other)


@pytest.mark.parametrize(("one", "other"), [("カード", "角"), ("バス", "パス"), ("コート", "こと"), ("清瀬", "青瀬")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert base(one) != base(other)


def test_a_dash_outside_kana_is_no_long_mark() -> None:
    assert base("042-000-0011") == "042-000-0011"


def test_spelling_pairs_fold_to_the_first_of_their_group() -> None:
    using = folding([["子ども", "子供", "こども"]])
    assert fold("子供会とこどもの日", using) == "子ども会と子どもの日"


def test_a_short_spelling_inside_the_canonical_one_is_left_alone() -> None:
    using = folding([["お年寄り", "お年寄"]])
    assert fold("お年寄りとお年寄", using) == "お年寄りとお年寄り"


def test_the_longest_spelling_wins() -> None:
    using = folding([["町", "まち"], ["まちづくり", "街づくり", "まち作り"]])
    assert fold("まち作り", using) == base("まちづくり")


def test_the_first_claim_on_a_spelling_wins() -> None:
    assert fold("かわ", folding([["川", "かわ"], ["皮", "かわ"]])) == "川"


@given(st.text())
def test_folding_twice_is_folding_once_for_any_text(text: str) -> None:
    once = base(text)
    assert base(once) == once
