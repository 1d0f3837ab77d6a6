"""Whether a group meets the conditions of a grant: yes, no, or not known from what its profile says."""

from datetime import date
from itertools import product
from typing import Any

import pytest

from generator.matching.eligibility import Answer, Verdict, all_of, eligibility, years_after
from tests.folders import TODAY
from tests.models import grant_of, group_of

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def met(eligible: dict[str, Any], group: dict[str, Any], **grant: Any) -> dict[str, str]:
    """The conditions of a grant that closes on 15 January 2027, as a group answers them."""
    verdict = eligibility(grant_of(eligible=eligible or None, **grant), group_of(**group), TODAY)
    return dict(verdict.conditions)


@pytest.mark.parametrize(
    ("answers", "overall"),
    [
        ((), YES),
        ((YES,), YES),
        ((UNKNOWN,), UNKNOWN),
        ((NO,), NO),
        ((YES, UNKNOWN), UNKNOWN),
        ((UNKNOWN, NO), NO),
        ((YES, NO), NO),
        ((YES, UNKNOWN, NO), NO),
    ],
)
def test_all_conditions_together_are_as_sure_as_kleene_says(answers: tuple[Answer, ...], overall: Answer) -> None:
    assert all_of(answers) is overall


def test_the_order_of_conditions_does_not_matter() -> None:
    for first, second in product(Answer, repeat=2):
        assert all_of((first, second)) is all_of((second, first))


@pytest.mark.parametrize(
    ("kinds", "kind", "answer"),
    [
        (["volunteer", "npo"], "npo", YES),
        (["volunteer", "npo"], "circle", NO),
        (["npo"], "certified-npo", YES),
        (["certified-npo"], "npo", NO),
        (["association"], "public-association", UNKNOWN),
        (["association", "foundation"], "public-association", YES),
        (["npo"], "public-association", NO),
        (["npo"], "other", UNKNOWN),
        (["citizen"], "citizen", YES),
        (["citizen"], "volunteer", UNKNOWN),
        (["citizen"], "circle", UNKNOWN),
        (["citizen", "npo"], "neighborhood", UNKNOWN),
        (["citizen"], "npo", NO),
        (["citizen"], "school", NO),
        (["citizen", "volunteer"], "volunteer", YES),
        (["volunteer"], "citizen", NO),
    ],
)
def test_a_group_is_of_a_kind_that_is_asked_for(kinds: list[str], kind: str, answer: Answer) -> None:
    assert met({"kinds": kinds}, {"kind": kind}) == {"kinds": answer}


@pytest.mark.parametrize(
    ("founded", "answer"),
    [
        ("2025-01-15", YES),
        ("2025-01-16", NO),
        ("2025-01", UNKNOWN),
        ("2024-12", YES),
        ("2025-02", NO),
        ("2024", YES),
        ("2025", UNKNOWN),
        ("2026", NO),
        ("1975", YES),
        (None, UNKNOWN),
    ],
)
def test_two_years_at_work_are_counted_on_the_closing_day(founded: str | None, answer: Answer) -> None:
    assert met({"years": 2}, {"founded": founded}) == {"years": answer}


@pytest.mark.parametrize(
    ("founded", "answer"),
    [
        ("2022-01-15", YES),
        ("2022-01-14", NO),
        ("2022-01", UNKNOWN),
        ("2022-02", YES),
        ("2021", NO),
        ("2022", UNKNOWN),
        ("2023", YES),
        ("2026-10", YES),
        (None, UNKNOWN),
    ],
)
def test_not_more_than_five_years_at_work_are_counted_likewise(founded: str | None, answer: Answer) -> None:
    assert met({"years_most": 5}, {"founded": founded}) == {"years_most": answer}


@pytest.mark.parametrize("founded", ["2030", "2026-12", "2026-11-24"])
def test_a_founding_that_is_to_come_tells_nothing_of_years_at_work(founded: str) -> None:
    assert met({"years": 2, "years_most": 3}, {"founded": founded}) == {"years": UNKNOWN, "years_most": UNKNOWN}


def test_what_is_open_at_any_time_counts_years_until_today() -> None:
    assert met({"years": 2}, {"founded": "2024-11-23"}, closes="随時") == {"years": YES}
    assert met({"years": 2}, {"founded": "2024-11-24"}, closes="随時") == {"years": NO}


@pytest.mark.parametrize(
    ("day", "years", "after"),
    [
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2000, 2, 29), 100, date(2100, 2, 28)),
        (date(2024, 4, 1), 0, date(2024, 4, 1)),
        (date(2024, 4, 1), 999_999, date(9999, 4, 1)),
    ],
)
def test_years_end_on_the_same_day_or_the_last_of_its_month(day: date, years: int, after: date) -> None:
    assert years_after(day, years) == after


@pytest.mark.parametrize(
    ("members", "answer"),
    [
        ({"total": 5}, YES),
        ({"total": 4}, NO),
        ({"total": 0}, NO),
        ({"residents": 5}, YES),
        ({"residents": 4}, UNKNOWN),
        ({"ages": "60代"}, UNKNOWN),
        ({"total": 4, "residents": 12}, UNKNOWN),
        ({"total": 12, "residents": 12}, YES),
        (None, UNKNOWN),
    ],
)
def test_five_members_are_those_that_a_profile_counts(members: dict[str, Any] | None, answer: Answer) -> None:
    assert met({"members": 5}, {"members": members}) == {"members": answer}


@pytest.mark.parametrize(
    ("asked", "areas", "answer"),
    [
        (["kiyose"], ["kiyose"], YES),
        (["kiyose"], ["citywide"], YES),
        (["citywide"], ["kiyose"], YES),
        (["kiyose"], ["shibayama"], NO),
        (["citywide"], ["neighbors"], NO),
        (["neighbors"], ["citywide"], NO),
        (["citywide"], ["online"], UNKNOWN),
        (["citywide"], ["online", "kiyose"], YES),
        (["online"], ["online"], YES),
    ],
)
def test_a_group_works_in_a_part_or_the_whole_of_where_a_grant_is_for(
    asked: list[str], areas: list[str], answer: Answer
) -> None:
    assert met({}, {"areas": areas}, areas=asked) == {"areas": answer}


def test_one_field_in_common_is_enough() -> None:
    assert met({}, {"fields": ["hobby", "welfare"]}, fields=["environment", "welfare"]) == {"fields": YES}
    assert met({}, {"fields": ["hobby"]}, fields=["environment", "welfare"]) == {"fields": NO}


def test_what_no_profile_tells_is_not_known_whatever_it_says() -> None:
    asked = {"registered": True, "note": "市内で活動していること"}
    assert met(asked, {"areas": ["citywide"]}) == {"registered": UNKNOWN, "note": UNKNOWN}


def test_what_a_grant_does_not_ask_is_no_condition() -> None:
    assert met({"registered": False, "years": 0, "members": 0}, {}) == {}
    assert Verdict({}).overall is YES


def test_a_verdict_names_its_conditions_by_their_answers() -> None:
    verdict = eligibility(
        grant_of(eligible={"years": 2, "members": 5, "note": "市内"}), group_of(founded="2004"), TODAY
    )
    assert (verdict.named(YES), verdict.named(UNKNOWN), verdict.overall) == (("years",), ("members", "note"), UNKNOWN)


@pytest.mark.parametrize("given", [{"founded": "2004"}, {"members": {"total": 9}}, {"founded": "2004", "kind": "npo"}])
def test_knowing_more_never_turns_a_sure_answer_round(given: dict[str, Any]) -> None:
    grant = grant_of(eligible={"kinds": ["volunteer", "npo"], "years": 2, "years_most": 30, "members": 5})
    less, more = (eligibility(grant, group_of(**each), TODAY).conditions for each in ({}, given))
    assert {name: less[name] for name in less if less[name] is not UNKNOWN} == {
        name: more[name] for name in less if less[name] is not UNKNOWN
    }
