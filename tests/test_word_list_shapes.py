"""A city's word list of another shape is said, its wrong entries are left out, and the rest works."""

import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.lexical.fold import fold
from generator.lexical.synonyms import load_synonyms
from generator.reading.words import MOST_WORDS, WORD_LISTS, brought, own_words, with_own
from generator.rules import advice, broken, message
from generator.search.collect import Postings
from generator.search.concepts import concepts
from generator.search.furigana import furigana
from tests.folders import loaded, places, project

FORGOTTEN = "spellings: [子ども, 子供]\n"


def told(folder: Path, name: str, text: str) -> list[tuple[int, int, str]]:
    found = loaded(folder, {f"vocabulary/{name}.yaml": text}).problems
    assert {problem.where.file for problem in found} <= {f"content/vocabulary/{name}.yaml"}
    return [(line, column, rule) for _, line, column, rule in places(found)]


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("synonyms", "synonyms: [[[a],[b]], {a: b}]\n", [(1, 12), (1, 23)]),
        ("synonyms", FORGOTTEN, [(1, 12)]),
        ("synonyms", "spellings:\n  - 子ども\n  - 子供\n", [(2, 3)]),
        ("synonyms", "spellings:\n  - [子ども, 子供]\n  - 大人\n", [(3, 5)]),
        ("synonyms", "spellings: [[' ', 子供]]\n", [(1, 13)]),
        ("synonyms", "spellings: [[ﾞ, 子供]]\n", [(1, 13)]),
        ("synonyms", 'spellings: [["川\\n", 河]]\n', [(1, 13)]),
        ("synonyms", 'spellings: [["川\\L瀬", 河]]\n', [(1, 13)]),
        ("synonyms", "spellings:\n  - - |\n      川\n    - 河\n", [(2, 5)]),
        ("synonyms", "synonyms: 手話\n", [(1, 11)]),
        ("synonyms", "synonyms: {手話: 手ことば}\n", [(1, 11)]),
        ("synonyms", "synonyms: [[手話]]\n", [(1, 12)]),
        ("synonyms", "also: {歴史: 手話の会}\n", [(1, 12)]),
        ("synonyms", "also: {歴史: []}\n", [(1, 12)]),
        ("synonyms", "also: {歴史: [{a: b}]}\n", [(1, 12)]),
        ("synonyms", "also: [歴史]\n", [(1, 7)]),
        ("synonyms", "- [手話, 手ことば]\n", [(1, 1)]),
        ("related", "related: [a, b]\n", [(1, 10)]),
        ("related", "related: [{words: [a]}]\n", [(1, 11)]),
        ("related", "related: [{words: [a], to: [[x]]}]\n", [(1, 28)]),
        ("related", "related: [{words: a, to: [x]}]\n", [(1, 19)]),
        ("related", "related: [[a, b]]\n", [(1, 11)]),
        ("readings", "readings:\n  清瀬:\n", [(2, 6)]),
        ("readings", "readings:\n  秋津: []\n", [(2, 7)]),
        ("readings", "readings:\n  竹丘: [[あ]]\n", [(2, 7)]),
        ("readings", "readings:\n  竹丘: {a: b}\n", [(2, 7)]),
        ("readings", "readings:\n  竹丘: 竹の丘\n", [(2, 7)]),
        ("readings", "readings: あ\n", [(1, 11)]),
        ("readings", "readings: [手話]\n", [(1, 11)]),
    ],
)
def test_every_wrong_shape_is_said_where_it_stands(
    tmp_path: Path, name: str, text: str, where: list[tuple[int, int]]
) -> None:
    assert told(tmp_path, name, text) == [(line, column, "word-list-shape") for line, column in where]


@pytest.mark.parametrize(
    ("name", "text", "help_"),
    [
        ("synonyms", "spelling: [[子ども, 子供]]\n", "「spellings」のことでしょうか。"),
        ("synonyms", "読み: {清瀬: きよせ}\n", "次から選んでください：spellings、synonyms、also"),
        ("related", "related: [{words: [溝], to: [清掃], word: [川]}]\n", "「words」のことでしょうか。"),
    ],
)
def test_a_mistyped_section_is_an_unknown_field(tmp_path: Path, name: str, text: str, help_: str) -> None:
    (found,) = loaded(tmp_path, {f"vocabulary/{name}.yaml": text}).problems
    assert (found.rule, advice(found)) == ("unknown-field", help_)


def test_who_forgot_the_inner_brackets_sees_the_own_words_within_them(tmp_path: Path) -> None:
    (found,) = loaded(tmp_path, {"vocabulary/synonyms.yaml": FORGOTTEN}).problems
    assert broken([found])
    assert message(found) == (
        "検索のことばの「spellings」の書き方が違います（ことばの組を、一つずつ [ ] で囲みます）。"
    )
    assert message(found, "en") == (
        "This is not how “spellings” is written: each group of words stands in [ ] of its own."
    )
    assert advice(found) == "「- [子ども, 子供]」のように書いてください。"
    (narrow,) = loaded(tmp_path, {"vocabulary/synonyms.yaml": "also: {歴史: 手話の会}\n"}).problems
    assert advice(narrow) == "「歴史: [手話の会]」のように書いてください。"


def test_a_wrong_entry_is_left_out_and_the_right_ones_beside_it_work(tmp_path: Path) -> None:
    text = "readings:\n  清瀬:\n  竹丘: [[あ]]\n  秋津: [あきつ, あきづ]\n  下宿: したじゅく\n"
    directory = loaded(tmp_path, {"vocabulary/readings.yaml": text}).directory
    readings = directory.words["readings"]["readings"]
    assert readings == {**brought()["readings"]["readings"], "秋津": ["あきつ", "あきづ"], "下宿": "したじゅく"}
    assert '"秋津":"あきつ"' in furigana(directory)
    words = loaded(tmp_path, {"vocabulary/synonyms.yaml": FORGOTTEN + "synonyms: [[川あかり, 花あかり], [糸桜]]\n"})
    found = words.directory.words["synonyms"]
    assert found["spellings"] == brought()["synonyms"]["spellings"]
    assert found["synonyms"] == [*brought()["synonyms"]["synonyms"], ["川あかり", "花あかり"]]
    assert fold("子", load_synonyms(found).folding) == "子"


@pytest.mark.parametrize(
    "text", ["readings:\n", "readings: {}\n", "readings: {ＮＰＯ: えぬぴーおー, 朝: [あさ, ちょう]}\n"]
)
def test_an_empty_section_and_every_way_to_give_a_reading_are_right(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, "readings", text) == []


def test_the_lists_of_the_program_have_the_shape_that_is_asked_of_a_city() -> None:
    for name in WORD_LISTS:
        assert own_words(name, brought()[name]) == (brought()[name], ())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("synonyms", "synonyms: [[{0}]]\n"),
        ("synonyms", "spellings: [[{0}]]\n"),
        ("synonyms", "also: {{春: [{0}]}}\n"),
        ("related", "related: [{{words: [{0}], to: [川]}}]\n"),
    ],
)
def test_more_words_than_a_group_may_have_are_no_group(tmp_path: Path, name: str, text: str) -> None:
    words = [f"花{n}" for n in range(MOST_WORDS + 1)]
    assert told(tmp_path, name, text.format(", ".join(words[1:]))) == []
    (found,) = loaded(tmp_path, {f"vocabulary/{name}.yaml": text.format(", ".join(words))}).problems
    assert "ことばは60個までです" in message(found)


def test_of_thousands_of_wrong_entries_the_first_are_said_and_the_rest_counted(tmp_path: Path) -> None:
    text = "readings:\n" + "".join(f"  語{n}: 字\n" for n in range(1000))
    rules = [rule for _, _, rule in told(tmp_path, "readings", text)]
    assert (rules.count("word-list-shape"), rules.count("too-many-problems"), len(rules)) == (200, 1, 201)


def test_the_words_of_a_large_group_need_memory_for_each_word_and_not_for_each_pair() -> None:
    synonyms = load_synonyms({"synonyms": [[f"花{n}" for n in range(1500)]]})
    tracemalloc.start()
    concepts(synonyms, {}, Postings())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


SECTIONS = ("spellings", "synonyms", "also", "readings", "related", "words", "to", "spelling")
TEXT = st.text(max_size=4) | st.sampled_from(("手話", "しゅわ", "子ども", " ", "ﾞ", "ー", "手\n", "手\n話", *SECTIONS))
SHAPES = st.recursive(
    TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(SECTIONS) | TEXT, inner, max_size=4),
    max_leaves=25,
)


@given(st.sampled_from(WORD_LISTS), SHAPES)
def test_whatever_stands_in_a_list_the_search_is_made_of_what_is_left(name: str, data: Any) -> None:
    right, wrong = own_words(name, data)
    assert own_words(name, right) == (right, ())
    assert wrong or right == {key: each for key, each in data.items() if each != ""}
    joined = with_own({name: right})
    synonyms = load_synonyms({key: each for lists in joined.values() for key, each in lists.items()})
    assert fold("手話と子", synonyms.folding)
    concepts(load_synonyms(right), {"手": ("て",), "話": ("はなし",)}, Postings())


@pytest.mark.site
@pytest.mark.parametrize("command", ["check", "build"])
def test_check_and_build_both_say_it(tmp_path: Path, command: str) -> None:
    config = project(tmp_path, {"vocabulary/synonyms.yaml": FORGOTTEN})
    given = {"check": [str(tmp_path / "content")], "build": ["--config-file", str(config)]}[command]
    said = CliRunner().invoke(main, [command, *given])
    assert said.exit_code != 0
    assert "vocabulary/synonyms.yaml:1:12" in said.output
    assert "「- [子ども, 子供]」のように書いてください。" in said.output
