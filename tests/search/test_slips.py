"""What is typed wrongly, in Latin letters or in Chinese ones leads to what was meant, and the note says to what."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Ask = Callable[[str], dict[str, Any]]
RIVER = "柳瀬川 秋の清掃"
STREAM = "柳瀬川せせらぎ隊"
GO = "黒白囲碁クラブ"
FOOD = "こども食堂ひだまり"
PHONE = "スマホ教えあいの会"
CHOIR = "コーラスけやき"
HALL = "清瀬けやきホール"
GYM = "のびのび体操"
BUS = "路線バス友の会"
SAFE = "松山防災を考える会"
HANDS = "手話サークル つぼみ"
MARKET = "朝市なかよし"
FLOWERS = "河辺の草花"
WASTE = "分別の輪"
GREEN = "NPO法人 みどりの風"
FOREIGN = "外国の方と話す会"
CENTRE = "野塩地域市民センター"

NAMES = [
    ("やなせかわ", RIVER, "柳瀬川"),
    ("ヤナセカワ", RIVER, "柳瀬川"),
    ("せせらき隊", STREAM, "せせらぎ隊"),
    ("せせらき", STREAM, "せせらぎ"),
    ("柳瀬川せせらき隊", STREAM, "柳瀬川せせらぎ隊"),
    ("梁瀬川", RIVER, "柳瀬川"),
    ("くろじろいごくらぶ", GO, "黒白囲碁クラブ"),
    ("囲碁クラフ", GO, "囲碁クラブ"),
    ("ひたまり", FOOD, "ひだまり"),
    ("こども食堂ひだまい", FOOD, "こども食堂ひだまり"),
    ("コーラスけやぎ", CHOIR, "コーラスけやき"),
    ("コーラスけあき", CHOIR, "コーラスけやき"),
    ("コラースけやき", CHOIR, "コーラスけやき"),
    ("けやきホル", HALL, "けやきホール"),
    ("清瀬けやきホル", HALL, "清瀬けやきホール"),
    ("のびのひ体操", GYM, "のびのび体操"),
    ("のひのび体操", GYM, "のびのび体操"),
    ("路線ハス", BUS, "路線バス"),
    ("朝市なかよひ", MARKET, "朝市なかよし"),
    ("みとりのかぜ", GREEN, "みどりの風"),
    ("野塩地域市民センダー", CENTRE, "野塩地域市民センター"),
    ("シュワサクル", HANDS, "手話サークル"),
]
WORDS = [
    ("スマトフォン", PHONE, "スマートフォン"),
    ("すまとふぉん", PHONE, "スマートフォン"),
    ("タブレト", PHONE, "タブレット"),
    ("コンピュター", PHONE, "コンピューター"),
    ("コンピータ", PHONE, "コンピュータ"),
    ("かたいごよぼう", GYM, "介護予防"),
    ("ぞうぎばやし", GREEN, "雑木林"),
    ("かみしぱい", WASTE, "紙芝居"),
    ("ぼうざいくんれん", SAFE, "防災訓練"),
    ("ぼうさいくんれい", SAFE, "防災訓練"),
]
CONVERTED = [
    ("主和", HANDS, "手話"),
    ("主話", HANDS, "手話"),
    ("手輪サークル", HANDS, "手話サークル"),
    ("体繰", GYM, "体操"),
    ("子ども食動", FOOD, "こども食堂"),
    ("スマホ教えあいの回", PHONE, "スマホ教えあいの会"),
    ("路線バス共の会", BUS, "路線バス友の会"),
    ("防災訓錬", SAFE, "防災訓練"),
    ("松山某再", SAFE, "松山防災"),
    ("河辺の草鼻", FLOWERS, "河辺の草花"),
    ("介護よ棒", GYM, "介護予防"),
    ("解雇予防", GYM, "介護予防"),
    ("国祭協力", FOREIGN, "国際協力"),
    ("国際協カ", FOREIGN, "国際協力"),
    ("紙芝井", WASTE, "紙芝居"),
    ("水採", FLOWERS, "水彩"),
    ("混性", CHOIR, "混声"),
    ("合掌", CHOIR, "合唱"),
    ("分別のわ", WASTE, "分別の輪"),
    ("緑の風", GREEN, "みどりの風"),
]
LATIN = [
    ("shokudo", FOOD, "食堂"),
    ("shokudō", FOOD, "食堂"),
    ("kodomo shokudo", FOOD, "こども食堂"),
    ("kodomoshokudo", FOOD, "こども食堂"),
    ("bosai", SAFE, "防災"),
    ("bosai kunren", SAFE, "防災訓練"),
    ("yanasegawa", RIVER, "柳瀬川"),
    ("Yanase-gawa", RIVER, "柳瀬川"),
    ("taiso", GYM, "体操"),
    ("sumaho", PHONE, "スマホ"),
    ("noshio", CENTRE, "野塩"),
    ("shiitake", GREEN, "椎茸"),
    ("midori no kaze", GREEN, "みどりの風"),
]
CHINESE = [
    ("手话", HANDS, "手話"),
    ("环境", RIVER, "環境"),
    ("防灾训练", SAFE, "防災訓練"),
    ("日本语", FOREIGN, "日本語"),
    ("水质调查", STREAM, "水質調査"),
    ("體操", GYM, ""),
    ("手语", HANDS, ""),
    ("围棋", GO, ""),
    ("我想下棋", GO, "下棋"),
]


def mended(ask: Ask, typed: str) -> tuple[str, str]:
    """What comes first of near results, and what was sought instead."""
    found = ask(typed)
    assert found["near"] is True
    return found["titles"][0], found["instead"]


@pytest.mark.parametrize(("typed", "first", "instead"), NAMES)
def test_a_slip_in_a_name_or_a_part_of_it_finds_the_name(ask: Ask, typed: str, first: str, instead: str) -> None:
    assert mended(ask, typed) == (first, instead)


@pytest.mark.parametrize(("typed", "first", "instead"), WORDS)
def test_a_slip_in_a_word_of_the_site_finds_the_word(ask: Ask, typed: str, first: str, instead: str) -> None:
    assert mended(ask, typed) == (first, instead)


@pytest.mark.parametrize(("typed", "first"), [("こども食道", FOOD), ("のびのび大層", GYM)])
def test_what_stands_in_kana_is_found_by_any_kanji_that_are_read_so(ask: Ask, typed: str, first: str) -> None:
    assert ask(typed)["titles"][0] == first


@pytest.mark.parametrize(("typed", "first", "instead"), CONVERTED)
def test_kanji_that_were_converted_wrongly_are_taken_for_what_sounds_so(
    ask: Ask, typed: str, first: str, instead: str
) -> None:
    assert mended(ask, typed) == (first, instead)


@pytest.mark.parametrize(("typed", "first", "instead"), LATIN)
def test_japanese_in_latin_letters_is_found_with_long_vowels_or_without(
    ask: Ask, typed: str, first: str, instead: str
) -> None:
    assert mended(ask, typed) == (first, instead)


@pytest.mark.parametrize(("typed", "first", "instead"), CHINESE)
def test_chinese_letters_are_taken_for_japanese_ones(ask: Ask, typed: str, first: str, instead: str) -> None:
    found = ask(typed)
    assert (found["titles"][:1], found["instead"]) == ([first], instead)


def test_one_wrong_word_of_several_is_mended_and_the_others_stay(ask: Ask) -> None:
    found = ask("松山　ぼうざい")
    assert (found["titles"], found["instead"]) == ([SAFE], "松山　防災")


def test_a_word_within_a_sentence_is_mended(ask: Ask) -> None:
    found = ask("スマトフォンを教えて")
    assert (found["titles"][:1], found["near"]) == ([PHONE], True)
    assert "スマートフォン" in (found.get("words") or []) or found["instead"] == "スマートフォンを教えて"


@pytest.mark.parametrize(
    "typed",
    # Like 防災訓練, 手話, 体操, 囲碁, コーラス, 調理, 松山 and 食堂, but other words.
    [
        "消防団",
        "歯科",
        "体重計",
        "以後",
        "コーヒー豆",
        "釣り",
        "杉山",
        "食パン",
        "つぽみ",
        "メタガ",
        "テニスコート",
        "水族館",
        "新幹線",
        "ピラティス",
        "パスポート",
        "鯨",
        "税理士",
        "home",
        "game",
        "hike",
        "xyz",
        "zzyzx",
    ],
)
def test_other_words_are_not_taken_for_slips(ask: Ask, typed: str) -> None:
    found = ask(typed)
    assert found["instead"] == ""
    assert found["titles"] == [] or found["near"]


@pytest.mark.parametrize(
    "typed",
    ["しょくえん", "そうでん", "ぼうけい", "せんれん", "しゅしょく", "たいこう", "ちょうい", "手記", "以後", "地蜂"],
)
def test_a_real_word_that_the_town_does_not_have_is_no_slip(ask: Ask, typed: str) -> None:
    assert ask(typed)["instead"] == ""


@pytest.mark.parametrize(
    "typed", ["ほらんていや", "ボランテヤ", "こらす", "しゆわ", "ＳＭＡＨＯ", "ｼｭﾜｻｸﾙ", "タブレツ"]
)
def test_a_note_never_shows_folded_letters(ask: Ask, typed: str) -> None:
    said = [ask(typed)["instead"], *ask(typed)["ignored"], *(ask(typed).get("words") or [])]
    assert not [
        word
        for word in said
        if word in {"ほらんていあ", "ぼらんていあ", "こおらす", "しゆわ", "しゆわさーくる", "たぶれつと"}
    ]
