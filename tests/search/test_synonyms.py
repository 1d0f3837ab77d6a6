"""The words of content/vocabulary/synonyms.yaml and readings.yaml, and the table made of them."""

from typing import Any

import pytest

from generator.lexical.fold import base, fold
from generator.lexical.synonyms import Synonyms, all_together, load_synonyms, together
from tests.search.conftest import words


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return words()


def test_nothing_at_all_is_a_vocabulary_too() -> None:
    assert load_synonyms({}) == Synonyms()


def test_words_are_kept_as_they_were_written_and_looked_up_as_the_text_is_spelled() -> None:
    found = load_synonyms(
        {
            "spellings": [["子ども", "子供"]],
            "synonyms": [["子供食堂", "地域食堂"]],
            "readings": {"子供": "こども", "茶道": ["さどう", "ちゃどう"]},
        }
    )
    assert found.synonyms == (("子供食堂", "地域食堂"),)
    assert found.readings == (("子供", "こども"), ("茶道", "さどう"), ("茶道", "ちゃどう"))
    assert together("子供食堂", found.folding) == "子ども食堂"


def test_words_that_are_spelled_alike_are_no_synonyms() -> None:
    assert load_synonyms({"spellings": [["ごみ", "ゴミ"]], "synonyms": [["ごみ", "ゴミ"]]}).synonyms == ()


def test_words_written_in_katakana_or_hiragana_are_known_to_the_browser() -> None:
    assert load_synonyms({"spellings": [["ごみ", "ゴミ"], ["ヨガ", "ヨーガ"]]}).either == ("ごみ",)


def test_no_spelling_of_the_project_is_claimed_twice(data: dict[str, Any]) -> None:
    claims = [base(word) for group in data["spellings"] for word in dict.fromkeys(map(base, group))]
    assert sorted(claims) == sorted(set(claims))


def test_every_spelling_of_the_project_folds_to_its_first(data: dict[str, Any], synonyms: Synonyms) -> None:
    for group in data["spellings"]:
        assert {fold(word, synonyms.folding) for word in group} == {base(group[0])}, group


def test_synonym_groups_of_the_project_still_differ_when_folded(data: dict[str, Any], synonyms: Synonyms) -> None:
    assert len(synonyms.synonyms) == len(data["synonyms"])


def test_readings_of_the_project_are_hiragana(data: dict[str, Any]) -> None:
    readings = [kana for given in data["readings"].values() for kana in ([given] if isinstance(given, str) else given)]
    assert all("ぁ" <= letter <= "ー" and not "ァ" <= letter <= "ヺ" for kana in readings for letter in kana)


def test_common_turns_of_phrase_are_not_taken_for_spellings(synonyms: Synonyms) -> None:
    for phrase in ("やってみたいこと", "あたたかいもの", "ないごみ", "だけが", "そうめん", "変わること"):
        assert fold(phrase, synonyms.folding) == base(phrase)


def test_there_are_at_least_three_hundred_groups_of_words_for_civic_life(data: dict[str, Any]) -> None:
    assert len(data["spellings"]) + len(data["synonyms"]) >= 300


def test_a_wide_word_is_kept_with_its_narrow_ones() -> None:
    assert load_synonyms({"also": {"掃除": ["ゴミ拾い"]}}).also == (("掃除", ("ゴミ拾い",)),)


def test_words_of_several_parts_are_looked_up_as_one() -> None:
    assert together("Sign  Language", Synonyms().folding) == "signlanguage"


def test_many_words_are_looked_up_as_each_by_itself() -> None:
    using = load_synonyms({"spellings": [["子ども", "子供"]]}).folding
    words = ["子供", "", "Sign\nlanguage", "ΑΣ", "ー", "は\u3099", " a　b "]
    assert all_together(words, using) == [together(word, using) for word in words]
    assert all_together([], using) == []
