"""The benchmark of the search asks what its files say, of the site for which they were written."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.asking import Answer, NoAnswer
from benchmarks.marking import Mark, Question
from benchmarks.search import QUESTIONS, answers, compared, sheet, sheets

SHEET = """today: 2026-11-24
queries:
  - {query: 手話, class: word, set: fresh, must: [groups/a, events/b], ok: [help]}
  - {query: 落語, class: negative}
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "unseen.yaml"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_a_file_of_questions_says_day_class_set_and_right_answers_and_is_a_set_by_its_name(written: Path) -> None:
    told = sheet(written)
    assert told.today == date(2026, 11, 24)
    assert told.questions == (
        Question("手話", "word", frozenset({"groups/a/", "events/b/"}), frozenset({"help/"}), "fresh"),
        Question("落語", "negative", part="unseen"),
    )


def test_files_of_one_day_are_asked_together_and_only_the_sets_that_are_named(written: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.yaml"
    later.write_text(SHEET.replace("-24", "-25").replace("手話", "川"), encoding="utf-8")
    both = tmp_path / "both.yaml"
    both.write_text(SHEET, encoding="utf-8")
    told = [[q.text for q in one.questions] for one in sheets([written, later, both], ["fresh", "both"])]
    assert told == [["手話", "手話", "落語"], ["川"]]
    assert [len(one.questions) for one in sheets([written, later, both], [])] == [4, 2]


def test_a_set_that_no_question_has_is_an_error(written: Path) -> None:
    with pytest.raises(NoAnswer, match=r"the set held, last$"):
        sheets([written], ["fresh", "last", "held"])


def test_questions_for_another_site_are_refused_with_the_pages_that_it_has_not(written: Path, tmp_path: Path) -> None:
    (tmp_path / "site/groups/a").mkdir(parents=True)
    (tmp_path / "site/groups/a/index.html").touch()
    with pytest.raises(NoAnswer, match=r"no page events/b/$"):
        answers(sheet(written), tmp_path / "site", ("chromium",))


def test_answers_are_the_same_only_in_the_same_order_and_with_the_same_words() -> None:
    questions = [Question(text, "word") for text in ("川", "山", "海")]
    ours = [Answer(("a/", "b/")), Answer(("a/",), True, "近い"), Answer(("a/",))]
    theirs = [Answer(("b/", "a/")), Answer(("a/",), True, "近い"), Answer(("a/",), note="言い訳")]
    told = {"chromium": list(map(Mark, questions, ours)), "firefox": list(map(Mark, questions, theirs))}
    assert list(compared(told)) == [
        "the same answers in the same order in chromium and firefox: 1 of 3",
        "  not 「川」",
        "  not 「海」",
    ]


def test_the_questions_to_the_samples_are_of_many_kinds_and_some_have_no_answer() -> None:
    questions = sheet(QUESTIONS).questions
    assert len(set(questions)) == len(questions) >= 257
    assert len({question.kind for question in questions}) > 20
    assert {question.part for question in questions} >= {"tuned", "held", "fresh"}
    assert sum(not question.must for question in questions) >= 30
