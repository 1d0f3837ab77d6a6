"""The index tells by the first or the last two letters of a word what may have been meant."""

import pytest

from generator.search.collect import collected
from generator.search.concepts import concepts
from generator.search.documents import SearchDocument
from generator.search.fold import folding
from generator.search.lexicon import everyday, kanji
from generator.search.slips import slips
from generator.search.synonyms import Synonyms

RIVER = SearchDocument(
    "groups/kawa/",
    "group",
    "柳瀬川せせらぎ隊",
    "やなせがわせせらぎたい",
    fields=("環境の保全",),
    body="紙芝居とトランポリン。かみしばい",
)
SPELT = Synonyms(folding((("紙芝居", "かみしばい"),)))


def entries(*documents: SearchDocument, synonyms: Synonyms = SPELT) -> dict[str, str]:
    postings = collected(documents, synonyms.folding)
    return slips(documents, postings, concepts(synonyms, everyday(), postings), synonyms.folding)


@pytest.mark.parametrize(
    ("word", "begins", "ends"),
    [
        ("せせらぎ", "?せせ", "!らぎ"),
        ("やなせがわ", "?やな", "!がわ"),
        ("柳瀬川せせらぎ", "?柳瀬", "!らぎ"),
        ("環境の保全", "?環境", "!保全"),
        ("とらんぽりん", "?とら", "!りん"),
        # What folds into kanji is nearly what is typed in kana all the same.
        ("かみしばい", "?かみ", "!ばい"),
    ],
)
def test_names_fields_and_words_in_katakana_are_told_by_their_first_and_last_letters(
    word: str, begins: str, ends: str
) -> None:
    found = entries(RIVER)
    assert word in found[begins].split(" ")
    assert word in found[ends].split(" ")


def test_a_name_is_called_by_the_end_of_a_long_word_in_it() -> None:
    found = entries(SearchDocument("groups/igo/", "group", "黒白囲碁クラブ", "くろしろいごくらぶ"))
    assert "囲碁くらぶ" in found["?囲碁"].split(" ")


def test_words_put_together_of_everyday_ones_are_read_as_they_are() -> None:
    found = entries(SearchDocument("groups/bosai/", "group", "会", body="年に二回の防災訓練。"))
    assert "ぼうさいくんれん" in found["?ぼう"].split(" ")
    assert "防災訓練" not in everyday()


def test_short_words_are_not_among_them() -> None:
    found = entries(SearchDocument("groups/medaka/", "group", "メダカ小屋", "めだかごや", body="バス"))
    words = {word for key, text in found.items() if key[0] in "?!" and len(key) > 2 for word in text.split(" ")}
    assert "めだか" not in words
    assert all(len(word) >= 3 for word in words)


def test_kanji_are_read_as_they_are_in_words() -> None:
    assert {"ごう", "あい", "がっ"} <= set(kanji()["合"])
    assert kanji()["棋"][0] == "き"
    assert all(1 <= len(given) <= 6 for given in kanji().values())
    assert entries(RIVER)["?将"] == "しよう"
