"""Numbers of years and people as conditions name them, and on which side they bound."""

import pytest

from generator.japanese.bounds import parse_members_least, parse_years_least, parse_years_most, years_apart
from generator.japanese.money import parse_yen
from generator.japanese.unclear import Unclear


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("3年以上", 3),
        ("1年", 1),
        ("３", 3),
        ("満三年以上", 3),
        ("活動歴 5年以上", 5),
        ("10年以上の団体", 10),
        ("2か年", 2),
    ],
)
def test_years_at_least(text: str, years: int) -> None:
    assert parse_years_least(text) == years


@pytest.mark.parametrize(
    ("text", "years"), [("5年以内", 5), ("５年まで", 5), ("設立後三年以内", 3), ("3", 3), ("10年以下", 10)]
)
def test_years_at_most(text: str, years: int) -> None:
    assert parse_years_most(text) == years


@pytest.mark.parametrize(
    ("text", "members"), [("１０名以上", 10), ("5人", 5), ("会員十人以上", 10), ("1,000人以上", 1000), ("8", 8)]
)
def test_members_at_least(text: str, members: int) -> None:
    assert parse_members_least(text) == members


@pytest.mark.parametrize(
    "text", ["おおむね3年", "3年未満", "3年をこえる", "1年以上3年以内", "3人以上", "たくさん", "3.5年", "-1年"]
)
def test_what_is_not_sure_is_no_number_of_years(text: str) -> None:
    for parse in (parse_years_least, parse_years_most):
        assert isinstance(found := parse(text), Unclear)
        assert found.rule == "bound"


@pytest.mark.parametrize("text", ["10人以下", "3年以上", "約10人", "10人未満", "5〜10人"])
def test_what_is_not_sure_is_no_number_of_members(text: str) -> None:
    assert isinstance(parse_members_least(text), Unclear)


def test_the_other_side_of_a_bound_is_told_where_it_belongs() -> None:
    least, most = parse_years_least("1年以内"), parse_years_most("3年以上")
    assert isinstance(least, Unclear)
    assert isinstance(most, Unclear)
    assert (least.rule, dict(least.facts)["other_name"]) == ("bound-turned", "years_most")
    assert (most.rule, dict(most.facts)["other_name"]) == ("bound-turned", "years")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("1年以上3年以内", ("1年以上", "3年以内")),
        ("1年以上、3年以内", ("1年以上", "3年以内")),
        ("5年以内", ("", "5年以内")),
        ("3年", ("3年", "")),
        ("3年未満", ("", "")),
    ],
)
def test_both_sides_in_one_text_are_taken_apart(text: str, apart: tuple[str, str]) -> None:
    assert years_apart(text) == apart


@pytest.mark.parametrize("text", ["上限なし", "上限はありません", "限度額なし", "無制限", "上限額の定めなし"])
def test_that_there_is_no_limit_is_no_amount(text: str) -> None:
    assert isinstance(found := parse_yen(text), Unclear)
    assert found.rule == "no-limit"
