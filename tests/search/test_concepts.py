"""What a word may stand for stands in the index, with the documents that have it as a word."""

from pathlib import Path
from typing import Any

import pytest

from generator.lexical.synonyms import load_synonyms
from generator.search.documents import SearchDocument
from generator.search.index import index
from tests.search.few import FEW, WORDS
from tests.search.reading import Index


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Index:
    site = tmp_path_factory.mktemp("few")
    index(FEW, site, synonyms=load_synonyms(WORDS), everyday={"清掃": ("せいそう",), "鯨": ("くじら",)})
    return Index(site)


def meaning(few: Index, word: str) -> dict[str, list[str]]:
    """The other words of a word's groups, and the addresses where each stands as a word."""
    _, numbers = few.entry(f"~{word}")[:2]
    return {
        other: [url for zone in text.split(" ") for url in few.named(zone)]
        for number in numbers
        for other, text in few.entry(f"#{number}")
    }


def made(tmp_path: Path, texts: list[str], **words: Any) -> Index:
    documents = [SearchDocument(f"{at}/", "group", "会", body=text) for at, text in enumerate(texts)]
    index(documents, tmp_path, synonyms=load_synonyms(words))
    return Index(tmp_path)


@pytest.mark.parametrize(
    ("asked", "other", "urls"),
    [
        # ペットボトル is no pet.
        ("動物", "ぺつと", ["groups/inu/"]),
        # A リペアカフェ is a café.
        ("喫茶", "かへ", ["groups/midori/"]),
        # 絵本 is no picture.
        ("絵画", "絵", ["groups/e/"]),
        # A pcr test is no computer.
        ("pc", "ぱそこん", ["groups/e/"]),
        # Over the end of a line, and whatever stands between.
        ("手話", "signlanguage", ["groups/inu/"]),
    ],
)
def test_a_word_of_a_group_counts_where_it_stands_as_a_word(
    few: Index, asked: str, other: str, urls: list[str]
) -> None:
    assert meaning(few, asked)[other] == urls


def test_a_latin_word_within_another_is_none(few: Index) -> None:
    assert "pc" not in meaning(few, "ぱそこん")


def test_a_group_of_which_no_word_stands_anywhere_is_left_out(few: Index) -> None:
    assert few.entry("~すまほ") is None


def test_a_wide_word_brings_narrow_ones_but_not_the_other_way_round(few: Index) -> None:
    _, groups, narrower = few.entry("~運動")
    assert (groups, few.entry(f"#{narrower}")[0][0]) == ([], "体操")
    assert few.entry("~体操") is None


def test_readings_lead_both_ways_where_the_other_stands_somewhere(few: Index) -> None:
    assert few.entry("~しゆわ")[0] == ["手話"]
    assert few.entry("~ぼうさい")[0] == ["防災"]
    # Nobody wrote it in kana.
    assert few.entry("~防災") is None


def test_the_readings_of_words_that_stand_nowhere_are_left_out(few: Index) -> None:
    assert few.entry("~くじら") is None
    assert few.entry("~せいそう")[0] == ["清掃"]


def test_a_reading_of_three_kana_stands_where_it_begins_a_word(few: Index, tmp_path: Path) -> None:
    """たいこ is not in やりたいこと."""
    assert few.entry("~太鼓") is None
    readings = {"太鼓": "たいこ"}
    assert made(tmp_path, ["和 たいこ"], readings=readings).entry("~太鼓") == [["たいこ"]]


def test_two_kana_lead_to_a_kanji_that_stands_by_itself_not_within_words(tmp_path: Path) -> None:
    words = {"雑": "ぞう", "花": "はな"}
    found = made(tmp_path, ["雑木林の花を見る"], readings=words)
    assert found.entry("~ぞう") is None
    assert found.entry("~はな")[0] == ["花"]


def test_one_reading_of_two_words_leads_to_both(tmp_path: Path) -> None:
    words = {"後援": "こうえん", "公園": "こうえん"}
    assert made(tmp_path, ["後援会", "公園"], readings=words).entry("~こうえん") == [["後援", "公園"]]


def test_a_word_of_two_groups_leads_to_both(tmp_path: Path) -> None:
    groups = [["太鼓", "和太鼓"], ["太鼓", "ドラム"]]
    found = made(tmp_path, ["和太鼓", "ドラム"], synonyms=groups)
    assert found.entry("~太鼓") == [[], [1, 2]]
    assert [word for number in (1, 2) for word, _ in found.entry(f"#{number}")] == [
        *("太鼓", "和太鼓"),
        *("太鼓", "どらむ"),
    ]


def test_a_short_word_in_hiragana_counts_where_it_was_written_in_katakana_or_apart(tmp_path: Path) -> None:
    found = made(tmp_path, ["ごみの日", "イゴの会", "すごい語"], synonyms=[["碁", "いご"]])
    assert found.entry("#1") == [["いご", "#"]]


def test_a_word_of_the_lists_in_kana_is_no_reading_of_others(tmp_path: Path) -> None:
    """がん is an illness, not how 元 is read; いす is how 椅子 is."""
    documents = [SearchDocument("a/", "group", "会", body="元の会場に椅子があります。がんの患者会です。")]
    everyday = {"元": ("もと", "がん"), "椅子": ("いす",)}
    index(
        documents, tmp_path, synonyms=load_synonyms({"synonyms": [["がん", "癌"], ["椅子", "いす"]]}), everyday=everyday
    )
    made = Index(tmp_path)
    assert made.entry("~がん") is None
    assert made.entry("~もと")[0] == ["元"]
    assert made.entry("~いす")[0] == ["椅子"]


def test_a_reading_with_small_kana_stands_where_it_is_written_with_them(tmp_path: Path) -> None:
    """「どうしようか」 is no しょうか, though both are searched alike."""
    documents = [SearchDocument("a/", "group", "会", body="唱歌の会。どうしようか、と思う方も。きょうしつは畑。")]
    everyday = {"唱歌": ("しょうか",), "教室": ("きょうしつ",)}
    index(documents, tmp_path, synonyms=load_synonyms({}), everyday=everyday)
    made = Index(tmp_path)
    assert made.entry("~しようか")[0] == ["唱歌"]
    assert made.entry("~唱歌") is None
    assert made.entry("~教室")[0] == ["きようしつ"]
