"""The index tells by the first or the last two letters of a word what may have been meant."""

import pytest

from generator.lexical.fold import PLAIN, folding
from generator.lexical.synonyms import Synonyms
from generator.search.collect import collected
from generator.search.concepts import concepts
from generator.search.documents import SearchDocument
from generator.search.lexicon import everyday
from generator.search.slips import slips
from generator.search.sounds import mark, sounds

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
    assert word in found[begins].replace("/", " ").split(" ")
    assert word in found[ends].replace("/", " ").split(" ")


def test_a_name_is_called_by_the_end_of_a_long_word_in_it() -> None:
    found = entries(SearchDocument("groups/igo/", "group", "黒白囲碁クラブ", "くろしろいごくらぶ"))
    assert "囲碁くらぶ" in found["?囲碁"].split("/")[0].split(" ")


def test_words_put_together_of_everyday_ones_are_read_as_they_are() -> None:
    found = entries(SearchDocument("groups/bosai/", "group", "会", body="年に二回の防災訓練。"))
    assert "ぼうさいくんれん" in found["?ぼう"].split("/")[1].split(" ")
    assert "防災訓練" not in everyday()


def test_short_words_are_not_among_them() -> None:
    found = entries(SearchDocument("groups/medaka/", "group", "メダカ小屋", "めだかごや", body="バス"))
    words = {
        word
        for key, text in found.items()
        if key[0] in "?!" and len(key) > 2
        for word in text.replace("/", " ").split()
    }
    assert "めだか" not in words
    assert all(len(word) >= 3 for word in words)


HANDS = SearchDocument(
    "groups/shuwa/", "group", "手話の会", "しゅわのかい", lead="合唱とメダカ。", body="野菜を洗浄する。"
)


def heard(*documents: SearchDocument) -> dict[str, str]:
    postings = collected(documents, PLAIN)
    return sounds(postings, concepts(Synonyms(), everyday(), postings), PLAIN)


def test_an_everyday_word_leads_to_one_that_sounds_so_and_shares_a_kanji_or_is_a_name_or_in_katakana() -> None:
    found = heard(HANDS)
    assert found["&合掌"] == "がつしよう"
    assert found["&目高"] == "めだか"
    # 戦場 sounds like 洗浄, which only stands somewhere in the text.
    assert "&戦場" not in found
    # What stands on the site itself is found as it is.
    assert "&合唱" not in found


def test_a_kanji_is_read_as_in_words_and_makes_words_with_others() -> None:
    read, behind = heard(HANDS)["?将"].split("/")
    assert read == "しよう"
    assert {"棋", "来"} <= set(behind)
    assert "義" not in behind


def test_real_words_are_told_from_others_by_two_letters_each() -> None:
    found = heard(HANDS)
    marks = [found["%しよ"][at : at + 2] for at in range(0, len(found["%しよ"]), 2)]
    assert mark("しよくどう") in marks
    # Of words that are none, few have the letters of one.
    assert sum(mark(f"しよ{a}{b}ぬ") in marks for a in "ぬむるをぷ" for b in "ぬむるをぷ") <= 5
