"""The answers of /match/ fit into one line, and no line that somebody makes up does harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.matching.sheet import KEYS, WISH, AnswerSheet, parse_sheet, show_sheet, show_wish, values
from generator.models.vocabulary import Vocabulary
from generator.packaged import packaged
from generator.reading.read import vocabularies
from generator.wording.questions import questions, sheet_words

CITY = vocabularies(packaged("content/vocabulary").parent)
KNOWN = values(CITY)


def test_a_line_is_read_back_as_it_was_written() -> None:
    sheet = AnswerSheet(
        ("cooking", "singing"), ("saturday-morning",), ("dai3", "home"), ("beginner", "lang-en"), ("once",)
    )
    line = "do=cooking.singing&when=saturday-morning&where=dai3.home&with=beginner.lang-en&often=once"
    assert show_sheet(sheet) == line
    assert parse_sheet(line, KNOWN) == sheet
    assert show_wish(sheet) == f"{WISH}{line}"
    assert parse_sheet(show_wish(sheet), KNOWN) == parse_sheet(f"?{line}", KNOWN) == sheet


def test_the_order_in_which_somebody_chose_makes_no_difference() -> None:
    assert parse_sheet("when=sunday-evening.weekday-morning", KNOWN).when == ("weekday-morning", "sunday-evening")


def test_a_skipped_question_leaves_no_trace() -> None:
    assert show_sheet(AnswerSheet(often=("any",))) == "often=any"
    assert parse_sheet("", KNOWN) == AnswerSheet()


@pytest.mark.parametrize(
    "line",
    [
        "do=<script>alert(1)</script>&when=yesterday&where=../../etc&with=%00%ff&often=%",
        "do=" + "cooking%2E" * 100_000,
        "=&&=&do&do=&" * 1_000,
        "hiroba-wish:1?" * 500,
        "\ud800&when=\x00",
        "__proto__=beginner&constructor=once",
        "do=" + ".".join(str(n) for n in range(100_000)),
    ],
)
def test_what_nobody_can_choose_counts_as_not_said(line: str) -> None:
    assert set(parse_sheet(line, KNOWN).do) <= {"cooking"}
    assert parse_sheet(line, KNOWN).by_key | {"do": ()} == dict.fromkeys(KEYS, ())


@given(st.text())
def test_any_text_is_a_sheet_whose_line_says_the_same_again(line: str) -> None:
    sheet = parse_sheet(line, KNOWN)
    assert parse_sheet(show_sheet(sheet), KNOWN) == sheet


def test_every_choice_has_words_and_a_line_of_its_own() -> None:
    asked = questions(CITY)
    assert tuple(q.key for q in asked) == KEYS
    for question in asked:
        assert tuple(choice.value for choice in question.choices) == KNOWN[question.key]
        assert len({choice.label for choice in question.choices}) == len(question.choices)
        for choice in question.choices:
            line = f"{question.key}={choice.value}"
            assert show_sheet(parse_sheet(line, KNOWN)) == line


def test_a_term_that_no_line_could_carry_cannot_be_chosen() -> None:
    term = {"label": "歌", "label_en": "Songs"}
    odd = Vocabulary.model_validate(
        {"label": "できること", "label_en": "Skills", "terms": {"a.b": term, "a b": term, "歌": term}}
    )
    assert values({"skills": odd})["do"] == ("歌",)
    assert parse_sheet(show_sheet(AnswerSheet(("歌",))), values({"skills": odd})).do == ("歌",)


def test_a_city_without_a_list_of_skills_asks_the_other_questions() -> None:
    assert questions({})[0].choices == ()
    assert [choice.value for choice in questions({})[2].choices] == ["home"]


def test_a_sheet_in_words_says_what_was_chosen() -> None:
    sheet = AnswerSheet(("cooking",), ("saturday-morning", "sunday-morning"), (), ("quiet",), ())
    assert sheet_words(sheet, CITY) == (
        ("好きなこと・できること", "料理をする"),
        ("いつ", "土曜の午前、日曜の午前"),
        ("だれと・どんなふうに", "人前は苦手・少人数がいい"),
    )


def test_there_are_a_hundred_and_twenty_skills_each_below_a_heading() -> None:
    skills = CITY["skills"]
    assert len(skills.terms) >= 120
    assert 10 <= len(skills.groups) <= 12
    assert {term.group for term in skills.terms.values()} == set(skills.groups)
