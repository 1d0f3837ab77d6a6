"""What a text announces of an event is heard; what only may come to pass, or happened another year, is not."""

from datetime import date

import pytest

from generator.japanese.announced import MOST, Announced, announced
from tests.announcements import TEXTS, TEXTS_OF_NOTHING, TITLE, TITLES, TITLES_OF_NOTHING


def status(text: str, title: str = "") -> str:
    found = announced(text, title)
    return found.status if found else ""


@pytest.mark.parametrize(
    ("title", "means"),
    TITLES,
)
def test_a_title_says_what_has_become_of_an_event(title: str, means: str) -> None:
    assert status(title) == means


@pytest.mark.parametrize(
    "title",
    TITLES_OF_NOTHING,
)
def test_a_title_that_announces_nothing_is_left_alone(title: str) -> None:
    assert announced(title) is None


@pytest.mark.parametrize(
    ("text", "means"),
    TEXTS,
)
def test_a_text_says_what_has_become_of_the_event(text: str, means: str) -> None:
    assert status(text, TITLE) == means


@pytest.mark.parametrize(
    "text",
    TEXTS_OF_NOTHING,
)
def test_conditions_parts_and_other_years_are_not_announcements(text: str) -> None:
    assert announced(text, TITLE) is None


def test_the_event_itself_may_be_what_else_is_only_a_part_of_one() -> None:
    assert status("交流会は中止になりました。", "春の交流会") == "cancelled"
    assert status("交流会は中止になりました。", "春の花の会") == ""


def test_the_words_and_the_day_of_an_announcement_are_kept() -> None:
    assert announced("【中止】花の会") == Announced("cancelled", "【中止】")
    assert announced("【12月開催中止】花の会") == Announced("cancelled", "【12月開催中止】", month=12)
    assert announced("12月5日(土)は中止になりました。", TITLE) == Announced("cancelled", "中止になりました", 0, 12, 5)
    assert announced("令和8年度は中止とさせていただきました。", TITLE) == Announced(
        "cancelled", "中止とさせていただきました", 2026
    )


def test_of_two_announcements_the_graver_one_counts() -> None:
    assert status("定員に達しました。台風のため中止になりました。", TITLE) == "cancelled"


def test_an_announcement_about_one_day_does_not_concern_a_series() -> None:
    december = announced("【12月開催中止】花の会")
    assert december is not None
    fifth, january = date(2026, 12, 5), date(2027, 1, 9)
    assert december.concerns([(fifth, fifth)])
    assert not december.concerns([(fifth, fifth), (january, january)])
    assert not december.concerns([(fifth, january)])
    assert not december.concerns([])
    whole = announced("【中止】花の会")
    assert whole is not None
    assert whole.concerns([(fifth, january)])


def test_a_fiscal_year_holds_the_months_until_march() -> None:
    said = announced("令和8年度は中止とさせていただきました。", TITLE)
    assert said is not None
    assert said.concerns([(date(2027, 2, 1), date(2027, 2, 1))])
    assert not said.concerns([(date(2027, 12, 1), date(2027, 12, 1))])


def test_a_long_text_costs_no_more_than_its_beginning() -> None:
    assert announced("あ" * MOST + "。中止になりました。", TITLE) is None
    assert announced("中止" * 100_000, TITLE) is None
    assert announced("【" * 50_000 + "のため" * 50_000) is None
