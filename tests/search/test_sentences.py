"""What people say as they speak is read by what it means, and what is said of it is true."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Ask = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("スマホの使い方を教えてほしい", "スマホ教えあいの会"),
        ("楽譜が読めなくても歌える会はありますか", "コーラスけやき"),
        ("碁を打てるところはどこですか", "黒白囲碁クラブ"),
        ("川を清掃したいです", "柳瀬川 秋の清掃"),
        ("いすにすわってできる体操がしたい", "のびのび体操"),
        ("椎茸つくってみたいんですけど", "NPO法人 みどりの風"),
        ("外国の人に日本語を教えたい", "外国の方と話す会"),
        ("家具を固定してくれる人をさがしています", "松山防災を考える会"),
        ("はたらいたあとにうたいたい 木曜の夜", "コーラスけやき"),
    ],
)
def test_a_wish_said_as_one_speaks_finds_who_serves_it_first(ask: Ask, said: str, first: str) -> None:
    assert ask(said)["titles"][:1] == [first]


def test_the_subject_of_a_sentence_stays_whatever_else_is_said(ask: Ask) -> None:
    assert ask("日本語を勉強したい 夜")["titles"][:1] == ["外国の方と話す会"]


def test_the_endings_of_a_verb_are_one_word(ask: Ask) -> None:
    found = [ask(said)["titles"] for said in ("草を描きたい", "草を描いています", "草を描くのが好き", "草が描けます")]
    assert [titles[:1] for titles in found] == [["河辺の草花"]] * 4


@pytest.mark.parametrize("asked", ["バイオリン教室", "水族館のボランティア募集", "そば打ち", "テニスを教えてほしい"])
def test_what_is_offered_in_the_same_form_is_no_answer(ask: Ask, asked: str) -> None:
    # 教室, 募集 and 教える stand in the town, what is to be learnt does not.
    assert ask(asked)["titles"] == []


def test_a_number_is_never_cut(ask: Ask) -> None:
    found = ask("90歳でもできる体操")
    assert found["titles"][:1] == ["のびのび体操"]
    assert not {"9", "0歳", "90"} & set(found["told"]["words"] + found["told"]["missing"])


def test_the_page_says_what_it_took_and_what_nothing_has_without_stumps(ask: Ask) -> None:
    told = ask("椎茸とパイナップルを育てたい")["told"]
    assert (told["words"], told["missing"]) == (["椎茸"], ["パイナップル"])


def test_what_stands_elsewhere_is_not_said_to_be_missing(ask: Ask) -> None:
    told = ask("水彩で防災訓練の椎茸を描きたい")["told"]
    assert told["missing"] == []
    assert told["apart"] != []


def test_a_short_word_in_katakana_inside_of_longer_ones_is_only_near(ask: Ask) -> None:
    # コン stands in コンピューター, and is no word of its own there.
    found = ask("コン")
    assert found["near"] or not found["titles"]
