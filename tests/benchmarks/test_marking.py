"""The figures of the search are worked out from what was asked and what stood on the page, and flatter nobody."""

from benchmarks.asking import Answer
from benchmarks.marking import Mark, Question, figures, reached, table, wrong

ASKED = Question("手話", "word", frozenset({"a/", "b/"}), frozenset({"c/"}), "tuned")
NONE = Question("ピラティス", "negative", part="held")


def mark(*found: str, near: bool = False, question: Question = ASKED) -> Mark:
    return Mark(question, Answer(found, near))


def test_what_must_and_what_may_be_found_is_right_and_everything_else_that_is_shown_is_not() -> None:
    told = mark("c/", "help/", "b/", "x/")
    assert (told.recall, told.precision, told.reciprocal, told.first) == (0.5, 0.5, 1 / 3, True)


def test_a_result_that_is_shown_twice_counts_twice() -> None:
    assert mark("a/", "x/", "x/").precision == 1 / 3


def test_the_fourth_place_is_not_among_the_first_three() -> None:
    told = mark("c/", "x/", "y/", "a/", "b/")
    assert (told.first, told.reciprocal, told.recall) == (False, 0.25, 1)


def test_a_page_that_only_may_be_found_does_not_answer_the_question() -> None:
    told = mark("c/")
    assert (told.recall, told.precision, told.reciprocal, told.first) == (0, 1, 0, False)


def test_finding_nothing_neither_counts_as_found_nor_raises_precision() -> None:
    told = figures([mark("a/", "x/"), mark()])
    assert (told.recall, told.first, told.reciprocal, told.precision) == (0.25, 0.5, 0.5, 0.5)


def test_questions_without_an_answer_have_figures_of_their_own_and_change_no_others() -> None:
    negatives = [mark(question=NONE), mark("a/", question=NONE), mark("a/", near=True, question=NONE)]
    told = figures([mark("a/", "b/"), *negatives])
    assert (told.asked, told.negatives) == (4, 3)
    assert (told.recall, told.first, told.precision, told.reciprocal) == (1, 1, 1, 1)
    assert (told.hits, told.false) == (2 / 3, 1 / 3)


def test_of_questions_that_were_not_asked_nothing_is_said() -> None:
    told = figures([mark("a/", "b/")])
    assert (told.hits, told.false) == (None, None)
    only = figures([mark(question=NONE)])
    assert (only.recall, only.first, only.precision, only.reciprocal, only.false) == (None, None, None, None, 0)


def test_the_goal_is_missed_by_any_one_of_its_figures() -> None:
    good = [mark("a/", "b/")] * 8
    assert reached(figures([*good, mark(question=NONE)]))
    assert not reached(figures([*good, mark("a/"), mark("a/")])), "recall"
    assert not reached(figures([*good, mark("c/", "c/", "c/", "a/", "b/")])), "the first three"
    assert not reached(figures([*good, mark("a/", "b/", *("x/",) * 100)])), "precision"
    assert not reached(figures([*good, mark("a/", question=NONE)])), "false hits"
    assert reached(figures([*good, mark("a/", near=True, question=NONE)]))


def test_the_table_has_a_line_for_each_class_and_set_and_for_all() -> None:
    lines = [line.split() for line in table([mark("a/", "x/"), mark("c/", question=NONE)])]
    assert lines[1:] == [
        ["word", "1", "0.500", "1.000", "0.500", "1.000"],
        ["negative", "1", "1", "1.000", "1.000"],
        ["set", "tuned", "1", "0.500", "1.000", "0.500", "1.000"],
        ["set", "held", "1", "1", "1.000", "1.000"],
        ["ALL", "2", "0.500", "1.000", "0.500", "1.000", "1", "1.000", "1.000"],
        ["goal", "0.950", "0.970", "0.900", "0.050"],
    ]


def test_what_was_not_answered_perfectly_is_listed_with_what_is_missing_and_what_is_too_much() -> None:
    answer = Answer(("x/", "a/"), True, "「手話」に近い結果　2件", "ことばの近いものです。", ("土曜",))
    lines = list(wrong([mark("a/", "b/"), Mark(ASKED, answer), mark(question=NONE), mark("c/", question=NONE)]))
    assert lines == [
        "  word 「手話」 near [土曜] ことばの近いものです。 | missing: b/ | extra: x/ | first: x/",
        "  negative 「ピラティス」  | missing:  | extra: c/ | first: c/",
    ]
