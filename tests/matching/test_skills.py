"""Everyday words lead to what groups write, where they stand as words; a list that is wrong is told so."""

from pathlib import Path

import pytest

from generator.build import load
from generator.lexical.synonyms import together
from generator.matching.skills import skills_of, typed
from generator.packaged import packaged
from generator.reading.read import vocabularies
from generator.reading.words import with_own
from tests.folders import TODAY, content
from tests.matching.answers import VOCABULARIES

CITY = vocabularies(packaged("content/vocabulary").parent)
SKILLS = skills_of(CITY, with_own({}))
TYPED = typed(CITY["skills"], SKILLS)


@pytest.mark.parametrize(
    ("word", "skill"),
    [
        ("大工", "carpentry"),
        ("経理", "accounting"),
        ("外国語", "foreign"),
        ("運転", "driving"),
        ("車", "driving"),
        ("楽器", "instrument"),
        ("パソコン", "computer"),
        ("料理", "cooking"),
        ("子どもと遊ぶ", "play"),
        ("話を聞く", "listening"),
        ("体を動かす", "exercise"),
        ("畑", "farming"),
        ("犬", "animals"),
    ],
)
def test_what_people_say_in_daily_life_leads_to_a_skill(word: str, skill: str) -> None:
    assert skill in TYPED[together(word, SKILLS.synonyms.folding)]


@pytest.mark.parametrize(
    ("text", "skill", "told"),
    [
        ("古い映写機の修理ができる方", "repair", True),
        ("はんだ付けのできる方", "electrical", True),
        ("帳場のあかりは、市民団体の決算をお手伝いします", "accounting", True),
        ("車いすで来られます", "driving", False),
        ("車で米を取りに行ける方", "driving", True),
        ("野鳥公園", "birds", True),
        ("一石二鳥です", "birds", False),
        ("パンフレットを配ります", "baking", False),
        ("パンを焼きます", "baking", True),
    ],
)
def test_a_word_counts_where_it_stands_as_a_word(text: str, skill: str, *, told: bool) -> None:
    assert (skill in SKILLS.found(text)) is told


def test_another_word_of_the_same_meaning_counts_as_the_first_alias() -> None:
    words = with_own({"synonyms": {"synonyms": [["料理", "めし炊き"]]}})
    assert "cooking" in skills_of(CITY, words).found("めし炊きの人")
    assert "cooking" not in SKILLS.found("めし炊きの人")


def test_every_skill_leads_somewhere() -> None:
    assert [i for i, term in CITY["skills"].terms.items() if not (term.words or term.aliases or term.fields)] == []


def problems(tmp_path: Path, skill: str) -> list[tuple[str, str]]:
    text = (
        f"label: できること\nlabel_en: Skills\ngroups:\n  g: {{label: 手, label_en: Hands}}\nterms:\n  x: {{{skill}}}\n"
    )
    loaded = load(content(tmp_path, {**VOCABULARIES, "vocabulary/skills.yaml": text}), "content", TODAY)
    return [(p.rule, p.where.file) for p in loaded.problems if "skills" in p.where.file]


WORDS = "label: 歌, label_en: Songs"


@pytest.mark.parametrize(
    ("skill", "rule"),
    [
        (f"{WORDS}, word: [歌]", "unknown-field"),
        ("label: 歌", "missing-field"),
    ],
)
def test_what_is_wrong_with_a_skill_is_said(tmp_path: Path, skill: str, rule: str) -> None:
    assert problems(tmp_path, skill) == [(rule, "content/vocabulary/skills.yaml")]


def test_a_skill_that_leads_to_a_term_which_a_city_does_not_have_is_a_skill_all_the_same(tmp_path: Path) -> None:
    skill = f"{WORDS}, fields: [music], roles: [singer], audiences: [fans], words: [歌]"
    # A warning: publishing goes on.
    assert {rule for rule, _ in problems(tmp_path, skill)} == {"term-nowhere"}
    assert vocabularies(tmp_path)["skills"].terms["x"].words == ("歌",)


def test_a_skill_in_the_right_shape_is_no_problem_whatever_its_spelling(tmp_path: Path) -> None:
    assert problems(tmp_path, f"{WORDS}, group: g, fields: [環境の保全], roles: ボランティア, words: [歌]") == []
