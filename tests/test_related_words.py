"""The list that leads from what residents type to what groups write: its shape, and what it must not hold."""

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.lexical.fold import Folding
from generator.lexical.synonyms import Synonyms, load_synonyms, together
from generator.reading.words import brought, with_own
from tests.folders import loaded

# Words that stand in labels of every second profile or fit every group: they would lead everywhere.
EVERYWHERE = {
    *("福祉", "医療", "保健", "環境", "文化", "芸術", "スポーツ", "学術", "教育", "学習", "子ども", "まちづくり"),
    *("趣味", "交流", "ボランティア", "相談", "講座", "健康", "生活", "会員", "参加者", "場所", "道具", "技術"),
    *("知識", "サークル", "団体", "学校", "駐車場", "トイレ", "車いす", "どなたでも", "活動", "仲間", "地域"),
}
PLAIN = re.compile(r"[々〇\u3400-\u9fffぁ-ゖァ-ヺーA-Za-z0-9][々〇\u3400-\u9fffぁ-ゖァ-ヺーA-Za-z0-9 .-]*")
SOUND_OF_ITS_OWN = {
    *("ひざ", "つえ", "ひま", "ぐち", "まひ", "むせ", "ボケ"),
    *("ゲイ", "ビザ", "ゼミ", "ガザ", "うつ", "エコ"),
}
# As many letters as the search looks up as one word.
LONGEST = 12


@pytest.fixture(scope="module")
def made() -> Synonyms:
    data = {name: given for lists in brought().values() for name, given in lists.items()}
    return load_synonyms(data)


def folded(words: tuple[str, ...], using: Folding) -> list[str]:
    return [together(word, using) for word in words]


def test_the_list_is_long_enough_for_everyday_life(made: Synonyms) -> None:
    assert len(made.related) >= 700
    assert sum(len(words) for words, _ in made.related) >= 3000


def test_every_line_has_words_and_two_or_more_to_which_they_lead(made: Synonyms) -> None:
    assert [line for line in made.related if not line[0] or not 2 <= len(line[1]) <= 8] == []


def test_a_word_stands_in_one_line_only(made: Synonyms) -> None:
    counted = Counter(word for words, _ in made.related for word in folded(words, made.folding))
    assert [word for word, times in counted.items() if times > 1] == []


def test_no_line_says_a_word_twice_or_leads_a_word_to_itself(made: Synonyms) -> None:
    for words, to in made.related:
        leads = folded(to, made.folding)
        assert len(leads) == len(set(leads)), to
        assert not set(folded(words, made.folding)) & set(leads), words


def test_a_phrase_that_says_where_it_leads_itself_needs_no_line(made: Synonyms) -> None:
    """スマホを習 is searched by its parts, with all that they mean; 防災士 has no parts that stand apart."""
    inside = [
        (word, one)
        for words, to in made.related
        for word in folded(words, made.folding)
        for one in folded(to, made.folding)
        if len(one) > 1 and re.search(f"{re.escape(one)}[をがに]", word)
    ]
    assert inside == []


def test_words_are_plain_and_as_short_as_the_search_can_look_up(made: Synonyms) -> None:
    all_words = [word for words, to in made.related for word in (*words, *to)]
    assert [word for word in all_words if not PLAIN.fullmatch(word)] == []
    asked = [word for words, _ in made.related for word in folded(words, made.folding)]
    assert [word for word in asked if not 1 <= len(word) <= LONGEST] == []


def test_two_kana_sound_like_many_words_so_few_of_them_are_asked(made: Synonyms) -> None:
    """船 is read ふな too: who asks for a ship is not led to the fish."""
    short = [word for words, _ in made.related for word in words if re.fullmatch("[ぁ-ゖァ-ヺー]{2}", word)]
    assert set(short) <= SOUND_OF_ITS_OWN


def test_no_line_leads_to_a_word_that_fits_every_group(made: Synonyms) -> None:
    assert [to for _, to in made.related if EVERYWHERE & set(to)] == []


def test_the_list_names_no_city() -> None:
    assert not [name for name in ("清瀬", "柳瀬川", "空堀川", "野塩") if name in str(brought()["related"])]


def test_a_city_adds_lines_of_its_own(tmp_path: Path) -> None:
    own = {"vocabulary/related.yaml": "related:\n  - {words: [かっぱ], to: [川辺のまつり, 水神]}\n"}
    lines = loaded(tmp_path, own).directory.words["related"]["related"]
    assert lines[-1] == {"words": ["かっぱ"], "to": ["川辺のまつり", "水神"]}
    assert lines[0] == brought()["related"]["related"][0]


def test_a_line_of_a_city_that_the_program_has_too_counts_once() -> None:
    first = brought()["related"]["related"][0]
    assert with_own({"related": {"related": [first]}})["related"] == brought()["related"]
