"""The words, spellings and letters that search knows, whatever a city's profiles have."""

import gzip
import re

from generator.packaged import packaged
from generator.search.lexicon import everyday, kanji, spellings
from generator.search.variants import variants
from scripts.kanji import readings
from tests.conftest import ROOT

KANJI = re.compile("[々〇\u3400-\u9fff]")


def test_words_are_read_as_people_read_them() -> None:
    words = everyday()
    read = {
        "人参": "にんじん",
        "珈琲": "こーひー",
        "縫いぐるみ": "ぬいぐるみ",
        "蜂蜜": "はちみつ",
        "縁側": "えんがわ",
        "煙草": "たばこ",
        "麦酒": "びーる",
        "団栗": "どんぐり",
        "蒲公英": "たんぽぽ",
        "胡瓜": "きゅうり",
        "南瓜": "かぼちゃ",
        "手話": "しゅわ",
        "認知症": "にんちしょう",
        "補聴器": "ほちょうき",
        "野良仕事": "のらしごと",
        "裁縫": "さいほう",
        "習う": "ならう",
        "手伝う": "てつだう",
        "亡くなる": "なくなる",
        "楽しい": "たのしい",
    }
    assert {word: words[word][0] for word in read} == read


def test_a_word_may_have_several_readings_and_the_commonest_comes_first() -> None:
    assert everyday()["明日"] == ("あす", "あした")
    assert everyday()["開く"] == ("ひらく", "あく")
    assert set(everyday()["玩具"]) == {"おもちゃ", "がんぐ"}


def test_what_is_no_everyday_word_is_left_out() -> None:
    words = everyday()
    # A form of a verb, a name, a reading of one kana, an old letter, a word put together of others.
    assert not words.keys() & {"習える", "鈴木", "東京", "手", "學校", "防災訓練"}
    assert 30_000 < len(words) < 65_000


def test_the_table_is_sorted_and_each_word_stands_once_with_its_readings() -> None:
    lines = packaged("words/dictionary.tsv").read_text(encoding="utf-8").splitlines()
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(set(words))
    assert [w for w in words if not KANJI.search(w) or len(w) > 6] == []
    assert [line for line in lines if not re.fullmatch(r"[^\t]+(?:\t[ぁ-ゖー]{2,}){1,3}", line)] == []


def test_the_tables_stay_small_enough_to_be_carried_along() -> None:
    assert len(gzip.compress(packaged("words/dictionary.tsv").read_bytes())) < 450_000
    assert len(gzip.compress(packaged("words/spellings.tsv").read_bytes())) < 60_000


def test_kanji_are_read_as_they_are_within_words() -> None:
    read = {
        "将": "しょう",
        "棋": "き",
        "合": "ごう",
        "害": "がい",
        "話": "わ",
        "講": "こう",
        "会": "かい",
        "食": "しょく",
    }
    assert {letter: kanji()[letter][0] for letter in read} == read
    assert {"がっ", "あい"} <= set(kanji()["合"])
    assert "たく" in kanji()["度"]
    # What the kanji before it ends with belongs to that one: 講義 is こう and ぎ.
    assert not {"うぎ", "いぎ"} & set(kanji()["義"])


def test_the_readings_of_kanji_are_made_of_the_words() -> None:
    made = {letter: tuple(given) for letter, given in readings().items()}
    assert made == dict(kanji())


def test_a_word_written_in_another_way_is_the_same_word() -> None:
    ways = spellings()
    assert set(ways["引越し"]) == {"引っ越し", "引越"}
    assert "淋しい" in ways["寂しい"]
    assert "寂しい" in ways["淋しい"]
    # Read alike, but other words.
    assert "歯科" not in ways.get("鹿", ())
    assert all(word not in others and set(others) <= everyday().keys() for word, others in ways.items())


def test_chinese_letters_become_the_japanese_ones() -> None:
    table = str.maketrans(dict(variants()))
    typed = "学日语 日本语 车椅子 图书馆 圖書館 體操 读书会 书法 医院 音乐 陶艺 儿童 聽覺"
    meant = "学日語 日本語 車椅子 図書館 図書館 体操 読書会 書法 医院 音楽 陶芸 児童 聴覚"
    assert typed.translate(table) == meant


def test_letters_of_everyday_japanese_stay_as_they_are() -> None:
    assert not variants().keys() & set("机后芸学術広気図体会国楽読売買帰歩黒")
    assert [letter for letter, other in variants().items() if other in variants() or len(letter + other) != 2] == []


def test_where_the_tables_come_from_and_their_licences_stand_beside_them() -> None:
    said = (ROOT / "generator" / "words" / "dictionary.md").read_text(encoding="utf-8")
    assert f"{len(everyday()):,} words" in said
    assert f"{len(kanji()):,} kanji" in said
    assert all(name in said for name in ("SudachiDict", "UniDic", "NEologd", "Apache License", "BSD License"))
    assert f"{len(variants()):,} letters" in packaged("words/letters.md").read_text(encoding="utf-8")
